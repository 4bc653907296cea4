import Days

/// Dates as planners type them: ISO, day first, with month names, or a spreadsheet's day number.
enum DateText {
  /// What a text was read as.
  struct Reading {
    /// The day, or nil with `problem` set.
    var day: Day?
    /// Why it is no date, in one sentence.
    var problem: String?
    /// Whether the year had two digits.
    var hasShortYear = false
    /// Whether it was a spreadsheet's day number.
    var isSerial = false
    /// The weekday that stands before the date, if it is not the day's own.
    var wrongWeekday: Weekday?
    /// Of a date without a year: its month and day.
    var yearless: (month: Int, day: Int)?
  }

  /// Reads a date.
  static func read(_ text: some StringProtocol) -> Reading {
    let trimmed = withoutMidnight(Trimming.trimmed(text))
    if let serial = serial(trimmed) { return serial }
    let parts = pieces(trimmed)
    switch parts.count {
    case 3:
      var reading = date(parts)
      if let day = reading.day, let written = weekday(before: trimmed), written != day.weekday {
        reading.wrongWeekday = written
      }
      return reading
    case 2 where month(parts[0]) != nil:
      return Reading(problem: "It names a month and no day.")
    case 2:
      guard parts[0].count <= 2, let day = Int(parts[0]), (1...31).contains(day),
        let month = month(parts[1]) ?? (parts[1].count <= 2 ? Int(parts[1]) : nil),
        (1...12).contains(month)
      else { return Reading(problem: nil) }
      return Reading(problem: "It has no year.", yearless: (month, day))
    default: return Reading(problem: nil)
    }
  }

  /// The weekday with which a text begins.
  private static func weekday(before text: String) -> Weekday? {
    let word = text.prefix(while: \.isLetter)
    return word.count >= 3 ? Weekday(key: word.prefix(3)) : nil
  }

  /// A date as exported by databases, `2027-01-04T00:00:00`, without its empty time of day.
  private static func withoutMidnight(_ text: String) -> String {
    guard let end = text.firstIndex(where: { $0 == "T" || $0 == " " }), text.contains(":"),
      text[end...].allSatisfy({ "T 0:.Z".contains($0) })
    else { return text }
    return String(text[..<end])
  }

  private static func serial(_ text: String) -> Reading? {
    guard text.utf8.count == 5, let number = Int(text), (20_000...80_000).contains(number),
      let origin = Day(year: 1899, month: 12, day: 30)
    else { return nil }
    return Reading(day: origin + number, isSerial: true)
  }

  /// The runs of digits and of letters.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let isNumber = first.isASCII && first.isNumber
      let isLetter = first.isLetter
      let run =
        isNumber
        ? rest.prefix { $0.isASCII && $0.isNumber } : isLetter ? rest.prefix(while: \.isLetter) : ""
      if run.isEmpty {
        guard "/-. ,\u{A0}".contains(first) else { return [] }
        rest = rest.dropFirst()
      } else {
        pieces.append(run)
        rest = rest.dropFirst(run.count)
      }
      // A weekday before the date, and the ending of "2nd", say nothing.
      if isLetter, isNoise(pieces[pieces.count - 1], after: pieces.count - 1) {
        pieces.removeLast()
      }
      if pieces.count > 3 { return [] }
    }
    return pieces
  }

  private static func isNoise(_ word: Substring, after count: Int) -> Bool {
    let lower = word.lowercased()
    if count == 0 { return lower.count >= 3 && Weekday(key: lower.prefix(3)) != nil }
    return count == 1 && ["st", "nd", "rd", "th"].contains(lower)
  }

  /// The month of a name or its first three letters; nil if it is none.
  static func month(_ word: Substring) -> Int? {
    let lower = word.lowercased()
    guard lower.count >= 3, lower.first?.isLetter == true else { return nil }
    if lower == "sept" { return 9 }
    return Day.monthNames.firstIndex {
      $0.lowercased() == lower || (lower.count == 3 && $0.lowercased().hasPrefix(lower))
    }.map { $0 + 1 }
  }

  private static func date(_ parts: [Substring]) -> Reading {
    if month(parts[0]) != nil, Int(parts[1]) != nil {
      return Reading(problem: "It has the month before the day, and days come first here.")
    }
    if parts[0].count == 4 {
      guard let year = Int(parts[0]), let day = Int(parts[2]),
        let month = month(parts[1]) ?? Int(parts[1])
      else { return Reading(problem: nil) }
      return checked(year: year, month: month, day: day)
    }
    guard parts[0].count <= 2, parts[2].count == 4 || parts[2].count == 2, let day = Int(parts[0]),
      let year = Int(parts[2])
    else { return Reading(problem: nil) }
    guard let month = month(parts[1]) ?? (parts[1].count <= 2 ? Int(parts[1]) : nil) else {
      return Reading(problem: "\"\(parts[1].prefix(20))\" is no month.")
    }
    if month > 12, (1...12).contains(day) {
      return Reading(
        problem: "There is no month \(month): it has the month before the day, and days come first"
          + " here.")
    }
    let isShort = parts[2].count == 2
    var reading = checked(year: isShort ? 2_000 + year : year, month: month, day: day)
    reading.hasShortYear = isShort
    return reading
  }

  private static func checked(year: Int, month: Int, day: Int) -> Reading {
    guard (1...12).contains(month) else { return Reading(problem: "There is no month \(month).") }
    guard (1_900...2_199).contains(year) else {
      return Reading(problem: "The year \(year) is out of reach.")
    }
    let last = Day.length(ofMonth: month, year: year)
    guard let found = Day(year: year, month: month, day: day) else {
      return Reading(problem: "\(Day.monthNames[month - 1]) \(year) has \(last) days.")
    }
    return Reading(day: found)
  }
}
