import Days

/// The bank holidays of England and Wales: those shipped as data, and the rule for other years.
enum ShippedHolidays {
  /// The shipped list by year, read once.
  private static let byYear: [Int: Set<Day>] = {
    let text = ShippedFiles.all["holidays/england-and-wales.csv"] ?? ""
    var years: [Int: Set<Day>] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      guard let day = Day(iso: line.prefix { $0 != "," }) else { continue }
      years[day.year, default: []].insert(day)
    }
    return years
  }()

  /// The holidays of some years.
  static func days(years: ClosedRange<Int>) -> Set<Day> {
    var days: Set<Day> = []
    for year in years {
      days.formUnion(byYear[year] ?? Set(BankHolidays.englandAndWales(year: year).map(\.day)))
    }
    return days
  }
}
