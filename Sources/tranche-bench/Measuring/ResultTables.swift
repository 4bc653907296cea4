/// The tables of a series of runs.
struct ResultTables {
  let results: [(path: String, measurement: Measurement)]

  private static let headings = [
    "region", "cost", "bound", "gap %", "left out", "columns", "rounds", "pivots", "s to LP",
    "s to 5 %", "2 %", "1 %", "0.5 %", "seconds", "MB", "full %", "checker",
  ]

  /// A row per region.
  var regions: MarkdownTable {
    var table = MarkdownTable(headings: ResultTables.headings)
    for (path, one) in results { table.rows.append(row(name(of: path), [one])) }
    return table
  }

  /// Medians over the seeds of each size, tightness and kind.
  var medians: MarkdownTable {
    var headings = ResultTables.headings
    headings[0] = "median of"
    var table = MarkdownTable(headings: headings)
    var groups: [(label: RegionLabel, members: [Measurement])] = []
    for (path, one) in results {
      guard let label = RegionLabel(path) else { continue }
      if let place = groups.firstIndex(where: { $0.label.group == label.group }) {
        groups[place].members.append(one)
      } else {
        groups.append((label, [one]))
      }
    }
    for group in groups.sorted(by: { $0.label < $1.label }) {
      table.rows.append(row("\(group.label.group) (\(group.members.count))", group.members))
    }
    return table
  }

  private func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func row(_ name: String, _ members: [Measurement]) -> [String] {
    func median(_ value: (Measurement) -> Double?, _ digits: Int) -> String {
      Numbers.text(Numbers.median(members.compactMap(value)), digits: digits)
    }
    /// A gap that some run never reached has its median only if most did.
    func seconds(_ tenths: Int) -> String {
      let all = members.map { $0.secondsToGap[String(tenths)] ?? .infinity }
      return Numbers.text(Numbers.median(all), digits: 2)
    }
    let cells: [String] = [
      name, median(\.cost, 1), median(\.bound, 1), median(\.gap, 2),
      median({ $0.unscheduled.map(Double.init) }, 0), median({ Double($0.columns) }, 0),
      median({ Double($0.rounds) }, 0), median({ Double($0.pivots) }, 0),
      median({ $0.phases["prices"] }, 2),
    ]
    let more: [String] = [
      seconds(50), seconds(20), seconds(10), seconds(5), median(\.seconds, 2),
      median(\.megabytes, 0), median({ $0.fullWeeks.map { $0 * 100 } }, 0), verdict(members),
    ]
    return cells + more
  }

  private func verdict(_ members: [Measurement]) -> String {
    let failed = members.filter { $0.outcome != "planned" }
    if let first = failed.first {
      return members.count == 1
        ? first.outcome : "\(failed.count) of \(members.count): \(first.outcome)"
    }
    let findings = members.reduce(0) { $0 + ($1.findings ?? 0) }
    return findings == 0 ? "no findings" : "\(findings) findings"
  }
}
