import Days
import LinearPrograms
import Migrations

/// Names by which a master problem's rows and columns are known in a file for other solvers.
///
/// A row of a block is named after its practices, a row of a resource after it and its period,
/// a row of a link after the two practices and the first day that excludes others. A column is
/// named after its block and what it decides: the go-live day, or `out`. Patterns of one block
/// with one go-live day are told apart by a number.
struct MasterNames {
  let model: Model

  /// The names of all rows and columns.
  ///
  /// - Parameters:
  ///   - resources: the place in the file of each resource row.
  ///   - links: the place in the file of each link row.
  ///   - extra: columns behind those of the patterns.
  func names(
    blocks: [Int], resources: [Int32: Int], links: [LinkRow: Int], rowCount: Int,
    patterns: [Pattern], extra: [String]
  ) -> ProgramNames {
    var rows = [String](repeating: "", count: rowCount)
    for (place, block) in blocks.enumerated() { rows[place] = name(of: block) }
    for (row, place) in resources { rows[place] = name(ofResourceRow: Int(row)) }
    for (row, place) in links { rows[place] = name(of: row) }
    return ProgramNames(rows: rows, columns: patterns.map(name(of:)) + extra)
  }

  private func name(of block: Int) -> String {
    let members = model.blocks[block].members
    let first = code(members[0])
    // A large group is named after its first practice and how many follow.
    return members.count > 1 ? "\(first).and_\(members.count - 1)" : first
  }

  private func name(ofResourceRow row: Int) -> String {
    let resource = model.region.resources[model.rows.resource(of: row)].id.text
    let period = model.rows.period(of: row, timetable: model.timetable)
    // The period must survive where GLPK's names end.
    return "\(resource.prefix(48)).\(period.iso)"
  }

  private func name(of row: LinkRow) -> String {
    let link = model.links[row.link]
    let day = model.timetable.day(row.first.lowerBound)
    return "link.\(code(link.first).prefix(20)).\(code(link.second).prefix(20)).\(day.iso)"
  }

  private func name(of pattern: Pattern) -> String {
    let goLive = pattern.goLives.compactMap { $0 }.first
    return "\(name(of: pattern.block).prefix(48))."
      + (goLive.map { model.timetable.day($0).iso } ?? "out")
  }

  private func code(_ practice: Int) -> String { model.region.practices[practice].code.text }
}
