import Days
import Migrations

/// One resource with its uses over time, by period.
struct ResourceLoad: Sendable {
  let resource: Resource
  /// The uses in order of date.
  let uses: [ResourceUse]

  /// Each resource of the region that the plan uses or prices, in the region's order.
  static func all(of report: PlanReport) -> [ResourceLoad] {
    let byResource = Dictionary(grouping: report.plan.uses, by: \.resource)
    return report.region.resources.compactMap { resource in
      byResource[resource.id].map {
        ResourceLoad(resource: resource, uses: $0.sorted { $0.period < $1.period })
      }
    }
  }

  /// In how many periods there is nothing left of it.
  var fullCount: Int { uses.count(where: \.isFull) }

  /// The fullest period in words, as `peak 2 of 3 a week`.
  var peakWords: String { "peak \(peak)" }

  /// The fullest period in figures, as `2 of 3 a week`.
  var peak: String {
    let fullest = uses.max { ($0.share, $1.period) < ($1.share, $0.period) }
    let used = Figures.words(fullest?.used ?? 0)
    return "\(used) of \(Figures.words(fullest?.capacity ?? 0)) a \(resource.period.rawValue)"
  }

  /// The use that stands for a week: of a daily resource, its fullest day of that week.
  func use(in week: Week) -> ResourceUse? {
    uses.filter { week.days.contains($0.period) }
      .max { ($0.share, $1.period) < ($1.share, $0.period) }
  }
}

extension ResourceUse {
  /// Whether it is used and nothing is left.
  var isFull: Bool { used > 0 && used > capacity - 1e-9 }

  /// Whether more is used than there is.
  var isOver: Bool { used > capacity + 1e-9 }

  /// The used share of the capacity; 0 if nothing is used.
  var share: Double { used <= 0 ? 0 : capacity > 0 ? used / capacity : .infinity }
}
