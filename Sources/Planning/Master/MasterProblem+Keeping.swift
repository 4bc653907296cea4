/// What GLPK says is looked at again, because a plan is made of it.
extension MasterProblem {
  /// Whether a choice of patterns (by place) has one for each block and keeps all rows made so far.
  ///
  /// Rows of which more may be bought are left out: what is bought stands in other columns.
  func keepsRows(_ chosen: [Int]) -> Bool {
    let patterns = chosen.map { self.patterns[$0] }
    guard patterns.count == blocks.count, Set(patterns.map(\.block)).count == blocks.count else {
      return false
    }
    if terms == nil {
      var used: [Int32: Double] = [:]
      for use in patterns.flatMap(\.uses) { used[use.row, default: 0] += use.amount }
      let isOver = used.contains { row, amount in
        resourceRows[row] != nil && amount > capacity[Int(row)] + 1e-6
      }
      if isOver { return false }
    }
    return linkOrder.allSatisfy { linkRow in
      linkRows[linkRow] == nil
        || patterns.reduce(0) { $0 + count(of: $1, in: linkRow) } <= 1 + 1e-6
    }
  }
}
