import LinearPrograms
import Migrations

/// The rows of the master problem: made when a solution breaks them.
extension MasterProblem {
  /// Makes the rows that the values of all columns break; says whether there are any.
  mutating func makeRows(brokenBy values: [Double]) -> Bool {
    var used: [Int32: Double] = [:]
    var active: [Int] = []
    for (place, column) in columns.enumerated() where values[column.index] > 1e-9 {
      active.append(place)
      for use in patterns[place].uses where resourceRows[use.row] == nil {
        used[use.row, default: 0] += use.amount * values[column.index]
      }
    }
    let broken = used.filter { $0.value > capacity[Int($0.key)] + 1e-7 }.keys.sorted()
    let links = brokenLinkRows(active, values)
    makeRows(resources: broken, links: links)
    return !broken.isEmpty || !links.isEmpty
  }

  /// Makes rows of resources (by place) and of links, none of which is there yet.
  mutating func makeRows(resources: [Int32], links: [LinkRow]) {
    let entries = entries(of: resources)
    for row in resources {
      resourceRows[row] = program.addRow(
        .atMost(capacity[Int(row)]),
        entries: (entries[row] ?? []) + purchases(serving: Int(row)).map { ($0, -1) })
      addPurchase(through: Int(row))
    }
    for linkRow in links {
      var entries: [(Column, Double)] = []
      for (place, pattern) in patterns.enumerated() {
        let count = self.count(of: pattern, in: linkRow)
        if count > 0 { entries.append((columns[place], count)) }
      }
      linkRows[linkRow] = program.addRow(.atMost(1), entries: entries)
      linkOrder.append(linkRow)
    }
  }

  /// What each pattern uses of some resource rows, in one pass over the patterns.
  private func entries(of rows: [Int32]) -> [Int32: [(Column, Double)]] {
    guard !rows.isEmpty else { return [:] }
    var isWanted = [Bool](repeating: false, count: capacity.count)
    for row in rows { isWanted[Int(row)] = true }
    var entries: [Int32: [(Column, Double)]] = [:]
    for (place, pattern) in patterns.enumerated() {
      for use in pattern.uses where isWanted[Int(use.row)] {
        entries[use.row, default: []].append((columns[place], use.amount))
      }
    }
    return entries
  }

  /// The columns made so far that buy more of a row among others.
  private func purchases(serving row: Int) -> [Column] {
    guard let terms, terms.isOnSale(row), let sold = terms.rowsOnSale[terms.resource(of: row)],
      row < sold.upperBound
    else { return [] }
    return (row + 1...sold.upperBound).compactMap { last in
      terms.rows(through: last).contains(row) ? purchases[last] : nil
    }
  }

  /// Adds the column that buys more up to a row that has just been made, if it is on sale.
  private mutating func addPurchase(through last: Int) {
    guard let terms, terms.isOnSale(last) else { return }
    let served = terms.rows(through: last).compactMap { resourceRows[Int32($0)] }
    purchases[last] = program.addColumn(
      cost: terms.price(through: last) / ScaledObjective.unit, bounds: .atLeast(0),
      entries: served.map { ($0, -1) })
  }

  func count(of pattern: Pattern, in row: LinkRow) -> Double {
    let members = model.blocks[pattern.block].members
    return zip(members, pattern.goLives).reduce(0) { sum, member in
      guard let goLive = member.1 else { return sum }
      return sum + (row.counts(practice: member.0, goLive: goLive, links: model.links) ? 1 : 0)
    }
  }

  /// For each link the row that the solution breaks most, if any.
  private func brokenLinkRows(_ active: [Int], _ values: [Double]) -> [LinkRow] {
    guard !model.links.isEmpty else { return [] }
    var goLives: [Int: [(day: Int, value: Double)]] = [:]
    for place in active {
      let pattern = patterns[place]
      for (member, day) in zip(model.blocks[pattern.block].members, pattern.goLives) {
        if let day { goLives[member, default: []].append((day, values[columns[place].index])) }
      }
    }
    var rows: [LinkRow] = []
    for (place, link) in model.links.enumerated() {
      guard let firsts = goLives[link.first], let seconds = goLives[link.second] else { continue }
      var candidates = Set(firsts.map(\.day))
      if case .apart = link.rule { candidates.formUnion(seconds.map(\.day)) }
      var worst: (row: LinkRow, excess: Double)?
      for day in candidates.sorted() {
        guard let row = LinkRow(link: place, day: day, model: model), linkRows[row] == nil else {
          continue
        }
        let sum =
          firsts.reduce(0) { $0 + (row.first.contains($1.day) ? $1.value : 0) }
          + seconds.reduce(0) { $0 + (row.second.contains($1.day) ? $1.value : 0) }
        if sum > 1 + 1e-6, sum - 1 > (worst?.excess ?? 0) { worst = (row, sum - 1) }
      }
      if let worst { rows.append(worst.row) }
    }
    return rows
  }
}
