import LinearPrograms
import Migrations

/// The master as a whole model in integers, which is only written and never solved here.
extension MasterProblem {
  /// Makes every row that one pattern per block could break, whichever are taken, and the columns
  /// of patterns integer: each solution is then a plan.
  ///
  /// The relaxation's value stays, because its solution keeps all rows already.
  mutating func makeWhole() {
    makeRows(resources: breakableResourceRows(), links: breakableLinkRows())
    for column in columns { program.setInteger(column) }
  }

  /// The rows whose capacity could be exceeded if each block took what uses it most.
  private func breakableResourceRows() -> [Int32] {
    var most: [Int32: Double] = [:]
    let byBlock = Dictionary(grouping: patterns, by: \.block)
    for patterns in byBlock.values {
      var largest: [Int32: Double] = [:]
      for use in patterns.flatMap(\.uses) {
        largest[use.row] = max(largest[use.row] ?? 0, use.amount)
      }
      for (row, amount) in largest { most[row, default: 0] += amount }
    }
    return most.filter { resourceRows[$0.key] == nil && $0.value > capacity[Int($0.key)] }
      .keys.sorted()
  }

  /// For each link and each go-live day the row by which that day excludes others.
  private func breakableLinkRows() -> [LinkRow] {
    var days: [Int: Set<Int>] = [:]
    for pattern in patterns {
      for (member, day) in zip(model.blocks[pattern.block].members, pattern.goLives) {
        if let day { days[member, default: []].insert(day) }
      }
    }
    var rows: [LinkRow] = []
    for (place, link) in model.links.enumerated() {
      guard let firsts = days[link.first], let seconds = days[link.second] else { continue }
      var candidates = firsts
      if case .apart = link.rule { candidates.formUnion(seconds) }
      for day in candidates.sorted() {
        guard let row = LinkRow(link: place, day: day, model: model), linkRows[row] == nil,
          firsts.contains(where: row.first.contains), seconds.contains(where: row.second.contains)
        else { continue }
        rows.append(row)
      }
    }
    return rows
  }
}
