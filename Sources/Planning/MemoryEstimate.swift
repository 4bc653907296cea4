import Days
public import Migrations

extension Planner {
  /// The bytes of memory that planning a region takes at most, estimated before the work from what
  /// is counted in it (see `MemoryEstimate`).
  public static func estimatedMemory(of region: Region) -> Double {
    MemoryEstimate(of: region).bytes
  }
}

/// What planning a region holds at its peak, counted before anything of it is made.
struct MemoryEstimate {
  /// Numbers of the practices' chains: for each kind of practice a cost for each day of each date
  /// that is decided, and for each lag between two of them.
  let cells: Int
  /// Dates that are decided, of all practices.
  let dates: Int
  /// Periods of all resources.
  let rows: Int
  /// Uses of periods by all practices at any dates of theirs.
  let uses: Int
  /// Practices.
  let practices: Int

  /// Counts a region.
  init(of region: Region) {
    let days = Timetable(of: region).count
    let lookup = ResourceLookup(region.resources)
    var nodesOfKind: [PracticeLikeness: Int] = [:]
    var (cells, dates, uses) = (0, 0, 0)
    for practice in region.practices {
      let resources = lookup.places(for: practice).map { region.resources[$0] }
      let kind = PracticeLikeness(of: practice, in: region, resources: resources)
      let nodes: Int
      if let known = nodesOfKind[kind] {
        nodes = known
      } else {
        let layout = ChainLayout(
          region: region, practice: practice, today: region.asOf, resources: resources)
        nodes = layout.nodes.count
        nodesOfKind[kind] = nodes
        cells += (2 * nodes + layout.limits.count + 1) * days
      }
      dates += nodes
      uses += resources.count
    }
    self.cells = cells
    self.dates = dates
    self.uses = uses
    rows = region.resources.reduce(0) { $0 + ($1.period == .day ? days : days / 5 + 1) }
    practices = region.practices.count
  }

  /// Bytes, all practices planned and the plan's files written.
  ///
  /// Most of what a practice takes is its part of plan.json while that is written. Measured at the
  /// peak: 0.81 GB for 10,000 practices over two years with 29 resources (estimated: 0.80 GB), and
  /// 0.16 GB for 2,000 (0.21 GB).
  var bytes: Double {
    MemoryEstimate.program + Double(cells) * 8 + Double(rows) * 200 + Double(dates) * 100
      + Double(uses) * 400 + Double(practices) * 65_000
  }

  /// The program itself, with its libraries.
  private static let program = 60e6
}
