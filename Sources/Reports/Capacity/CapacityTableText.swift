import Days
import Migrations

/// Every resource in one line: how much is used, where nothing is left, what more would be worth.
///
/// With a heatmap, a row of weeks besides.
public struct CapacityTableText: PlanText {
  /// What the terminal can do.
  public var style: TerminalStyle
  /// Whether the weeks are drawn as well.
  public var hasHeatmap: Bool

  /// The resources of a plan for a terminal.
  public init(style: TerminalStyle = TerminalStyle(), hasHeatmap: Bool = false) {
    self.style = style
    self.hasHeatmap = hasHeatmap
  }

  /// The lines.
  public func lines(for report: PlanReport) -> [String] {
    let uses = CapacityUse.all(of: report)
    var lines = style.wrapped("\(report.title): use, spare and price of each resource")
    guard !uses.isEmpty else { return lines + ["", "No resource is used."] }
    lines += [""] + table(uses).lines(style: style, alignRight: true)
    lines += [""]
    lines += style.wrapped(
      "Full: in how many of the weeks or days in which it is used. Used: share of what there is from its first to its last use. Price: points of the best "
        + "possible cost for one more, at the margin, in its dearest period; tranche explain "
        + "--resource says what a whole one is worth.")
    return hasHeatmap ? lines + [""] + heatmap(uses) : lines
  }

  private func table(_ uses: [CapacityUse]) -> TextTable {
    func column(_ heading: String, _ cell: (CapacityUse) -> String) -> TextTable.Column {
      TextTable.Column(heading: heading, cells: uses.map(cell))
    }
    return TextTable(
      corner: "Resource", headings: uses.map(\.resource.name),
      columns: [
        column("there is") {
          "\(Figures.plain($0.resource.capacity, decimals: 1))/\($0.resource.period.rawValue)"
        },
        column("full") { "\($0.used.count(where: \.isFull)) of \($0.used.count)" },
        column("used") { Figures.plain($0.share * 100, decimals: 0) + "%" },
        column("spare") { use in
          let first = use.used.first?.period
          let last = use.used.last?.period
          let spare = use.periods.reduce(0.0) { sum, period in
            guard let first, let last, period.period >= first, period.period <= last else {
              return sum
            }
            return sum + max(0, period.capacity - period.used)
          }
          return Figures.plain(spare, decimals: 1)
        },
        column("price") {
          $0.dearest.map { Figures.plain(Double($0.price) / 1_000, decimals: 1) } ?? "0"
        },
        column("dearest") { $0.dearest.map { $0.period.shortWords } ?? String(style.open) },
      ])
  }

  /// A row of weeks for each resource, a mark a week; cut into blocks that fit the width.
  private func heatmap(_ uses: [CapacityUse]) -> [String] {
    let weeks = Set(uses.flatMap { use in use.periods.map { Week(containing: $0.period) } })
      .sorted()
    let label = min(34, max(12, style.columns * 2 / 5))
    let names = DistinctNames(ellipsis: style.ellipsis).shortened(
      uses.map(\.resource.name), to: label)
    let room = max(8, style.columns - label - 2)
    var lines: [String] = []
    var start = 0
    while start < weeks.count {
      let block = weeks[start..<min(start + room, weeks.count)]
      let from = block.first.map(\.monday.shortWords) ?? ""
      let to = block.last.map(\.monday.shortWords) ?? ""
      lines += style.wrapped("Weeks of \(from) to \(to), a mark each:")
      for (use, name) in zip(uses, names) {
        let marks = block.map { week in
          use.use(in: week).map { String(mark(Heat($0))) } ?? " "
        }
        lines.append(
          TerminalWidth.fitted(name, to: label, ellipsis: style.ellipsis) + "  "
            + marks.joined())
      }
      lines.append("")
      start += room
    }
    let legend = Heat.allCases.map { "\(mark($0)) \($0.words)" }.joined(separator: "   ")
    return lines + style.wrapped(legend)
  }

  private func mark(_ heat: Heat) -> Character {
    if style.isASCII {
      return switch heat {
      case .unused: "."
      case .half: "-"
      case .most: "+"
      case .nearly: "*"
      case .full: "#"
      case .over: "X"
      }
    }
    return switch heat {
    case .unused: "·"
    case .half: "░"
    case .most: "▒"
    case .nearly: "▓"
    case .full: "█"
    case .over: "X"
    }
  }
}
