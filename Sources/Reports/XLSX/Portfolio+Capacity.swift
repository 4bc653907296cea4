import Days
import Migrations

/// What is used of every resource and what there is, week by week.
extension Portfolio {
  private static let first = 3

  func writeCapacity() throws {
    let sheet = try book.sheet("Capacity")
    let loads = ResourceLoad.all(of: report).filter { load in load.uses.contains { $0.used > 0 } }
    let days = loads.flatMap { $0.uses.filter { $0.used > 0 }.map(\.period) }
    for (column, title) in ["Resource", "Per", "What"].enumerated() {
      sheet.write(title, 0, column, .heading)
    }
    sheet.width(40, 0...0)
    sheet.width(7, 1...1)
    sheet.width(10, 2...2)
    guard let start = days.min(), let end = days.max() else { return }
    let weeks = Array(Week(containing: start)...Week(containing: end))
    let columns = Self.first...(Self.first + weeks.count - 1)
    sheet.width(7, columns)
    for (place, week) in weeks.enumerated() {
      sheet.write(week.monday.shortDay, 0, Self.first + place, .heading)
    }
    for (place, load) in loads.enumerated() {
      write(load, weeks, sheet, row: 1 + place * 2, columns)
    }
    sheet.freeze(1, Self.first)
    sheet.print(
      rows: 1, columns: Self.first, foot: foot,
      widths: [40, 7, 10] + Array(repeating: 7, count: weeks.count))
  }

  /// Two rows of a resource; of a daily one each cell is the fullest day of its week.
  private func write(
    _ load: ResourceLoad, _ weeks: [Week], _ sheet: WorkbookSheet, row: Int,
    _ columns: ClosedRange<Int>
  ) {
    sheet.write(load.resource.name, row, 0)
    sheet.write(load.resource.name, row + 1, 0)
    for (line, what) in ["used", "there is"].enumerated() {
      sheet.write(load.resource.period.rawValue, row + line, 1)
      sheet.write(what, row + line, 2)
    }
    let style = WorkbookStyle(isCentred: true, hasEdge: true)
    for (place, week) in weeks.enumerated() {
      let use = load.use(in: week)
      let capacity = use?.capacity ?? load.resource.capacity(inPeriod: week.monday)
      sheet.write(.number(use?.used ?? 0), row, Self.first + place, style)
      sheet.write(
        capacity > 0 ? .number(capacity) : .text("closed"), row + 1, Self.first + place, style)
    }
    let used = "\(Self.letters(Self.first))\(row + 1)"
    let there = "\(Self.letters(Self.first))\(row + 2)"
    // The first that is true counts, so the fullest comes first.
    let bands: [(String, Heat)] = [
      ("AND(\(used)>0,\(used)>N(\(there))+0.000001)", .over),
      ("AND(\(used)>0,\(used)>N(\(there))-0.000001)", .full),
      ("\(used)>0.8*N(\(there))", .nearly), ("\(used)>0.5*N(\(there))", .most),
      ("\(used)>0", .half),
    ]
    for (formula, heat) in bands {
      sheet.colour(
        row...row, columns, where: "=\(formula)",
        WorkbookStyle(
          isBold: heat == .over || heat == .full, fill: WorkbookStyle.colour(heat.fill),
          ink: WorkbookStyle.colour(heat.ink)))
    }
  }

  /// The letters of a column.
  private static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
