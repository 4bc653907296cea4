import Days

/// Runs of days as planners type them: a day, a week, a month, a quarter of the financial year, or
/// from one of them to another.
enum WindowText {
  /// What a text was read as.
  struct Reading {
    /// The days, first to last, or nil with `problem` set where it can be said.
    var days: ClosedRange<Day>?
    /// Why it is no run of days, in one sentence.
    var problem: String?
    /// What was taken for granted and should be looked at: a year of two digits, a weekday that
    /// does not fit.
    var doubts: [DateText.Reading] = []
    /// Whether it is two dates, the later one first.
    var endsFirst = false
  }

  /// Reads a run of days.
  static func read(_ text: String) -> Reading {
    let trimmed = Trimming.trimmed(text)
    // No run of days is longer; what is would only be taken apart in vain.
    guard trimmed.utf8.count <= 80 else { return Reading() }
    let whole = single(trimmed)
    return whole.days == nil ? span(trimmed) ?? whole : whole
  }

  /// A day, a week, a month or a quarter.
  private static func single(_ text: String) -> Reading {
    let day = DateText.read(text)
    if let found = day.day { return Reading(days: found...found, doubts: [day]) }
    return week(text) ?? quarter(text) ?? month(text) ?? Reading(problem: day.problem)
  }

  /// `w/c 12/04/2027`: Monday to Friday of the week that holds the day.
  private static func week(_ text: String) -> Reading? {
    let lower = text.lowercased()
    let beginnings = [
      "w/c", "wc", "w.c.", "w/b", "week commencing", "week beginning", "week starting", "week of",
    ]
    guard let beginning = beginnings.first(where: lower.hasPrefix) else { return nil }
    let rest = Trimming.trimmed(
      String(text.dropFirst(beginning.count)).drop { ":- ".contains($0) })
    let reading = DateText.read(rest)
    guard let day = reading.day else { return Reading(problem: reading.problem) }
    let monday = day - (day.weekday.rawValue - 1)
    return Reading(days: monday...(monday + 4), doubts: [reading])
  }

  /// `Q1 2027/28`: a quarter of the financial year, which begins in April.
  private static func quarter(_ text: String) -> Reading? {
    let lower = text.lowercased()
    guard lower.first == "q", let number = lower.dropFirst().first?.wholeNumberValue,
      (1...4).contains(number)
    else { return nil }
    let years = lower.dropFirst(2).split { !$0.isNumber }.compactMap { Int($0) }
    guard years.count == 2, let start = fullYear(years[0]), years[1] % 100 == (start + 1) % 100
    else {
      let example = years.first.flatMap(fullYear) ?? 2_027
      return Reading(
        problem: "A quarter needs its financial year, as in Q\(number) \(example)/"
          + "\(String((example + 1) % 100 + 100).dropFirst()).")
    }
    let year = number == 4 ? start + 1 : start
    let first = [4, 7, 10, 1][number - 1]
    return days(from: (year, first), to: (year, first + 2))
  }

  /// `June 2027`, `Jun-27`, `06/2027`.
  private static func month(_ text: String) -> Reading? {
    let parts = text.split { " -/.,'’".contains($0) }
    guard parts.count == 2 else { return nil }
    if parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]), parts[1].count <= 2
    {
      return days(from: (year, month), to: (year, month))
    }
    guard let year = Int(parts[1]), parts[1].count == 4 || parts[1].count == 2 else { return nil }
    if let month = DateText.month(parts[0]) {
      return fullYear(year).flatMap { days(from: ($0, month), to: ($0, month)) }
    }
    guard parts[1].count == 4, parts[0].count <= 2, let month = Int(parts[0]) else { return nil }
    return days(from: (year, month), to: (year, month))
  }

  private static func fullYear(_ year: Int) -> Int? {
    (0...99).contains(year) ? 2_000 + year : (1_900...2_199).contains(year) ? year : nil
  }

  private static func days(from: (Int, Int), to: (Int, Int)) -> Reading? {
    guard (1...12).contains(to.1), let first = Day(year: from.0, month: from.1, day: 1),
      let last = Day(year: to.0, month: to.1, day: Day.length(ofMonth: to.1, year: to.0))
    else { return nil }
    return Reading(days: first...last)
  }

  /// `20 July 2027 to 31 August 2027`, `20/07/2027 - 31/08/2027`, `20-31 July 2027`.
  private static func span(_ text: String) -> Reading? {
    var problem: String?
    var endsFirst = false
    for (first, last) in halves(text) {
      let end = single(last)
      guard let to = end.days else {
        problem = problem ?? end.problem
        continue
      }
      // The first half may leave out what the second one says: its month and its year.
      let date = "\(Day.monthNames[to.upperBound.parts.month - 1]) \(to.upperBound.year)"
      let isDayAlone = first.allSatisfy { $0.isASCII && $0.isNumber }
      let candidates =
        isDayAlone ? ["\(first) \(date)"] : [first, "\(first) \(to.upperBound.year)"]
      let readings = candidates.map(single)
      guard let begin = readings.first(where: { $0.days != nil }), let from = begin.days else {
        problem = problem ?? readings[0].problem
        continue
      }
      guard from.lowerBound <= to.upperBound else {
        endsFirst = true
        continue
      }
      return Reading(days: from.lowerBound...to.upperBound, doubts: begin.doubts + end.doubts)
    }
    if endsFirst { return Reading(problem: "It ends before it begins.", endsFirst: true) }
    return problem.map { Reading(problem: $0) }
  }

  /// The ways to take a text as two halves, the plainest first.
  private static func halves(_ text: String) -> [(String, String)] {
    var found: [(String, String)] = []
    for mark in [" to ", " until ", " till ", "..", " - ", " – ", " — ", "–", "—", "-"] {
      var start = text.startIndex
      while let range = text[start...].lowercasedRange(of: mark) {
        let first = Trimming.trimmed(text[..<range.lowerBound])
        let last = Trimming.trimmed(text[range.upperBound...])
        if !first.isEmpty, !last.isEmpty { found.append((first, last)) }
        start = range.upperBound
      }
      if found.count > 8 { break }
    }
    return found
  }
}

extension Substring {
  /// Where a mark stands, whatever its case.
  fileprivate func lowercasedRange(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if let end = index(start, offsetBy: mark.count, limitedBy: endIndex),
        self[start..<end].lowercased() == mark
      {
        return start..<end
      }
      start = index(after: start)
    }
    return nil
  }
}
