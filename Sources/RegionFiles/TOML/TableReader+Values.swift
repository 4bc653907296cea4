import Days

/// Values by kind: nil where the key is absent or, with a report, where it is something else.
extension TableReader {
  /// A text, without spaces around it; an empty one is refused.
  func string(_ key: String, mayBeEmpty: Bool = false) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value.content else {
      mismatch(value, key, wanted: "a text", fix: "write \(key) = \"…\", in quotation marks.")
      return nil
    }
    let trimmed = Trimming.trimmed(text)
    guard mayBeEmpty || !trimmed.isEmpty else {
      report("E321", key, "\"\(key)\" in \(name) is empty", fix: "give it a value, or remove it.")
      return nil
    }
    return trimmed
  }

  /// A text that must be one of some words.
  func choice(_ key: String, of words: [String]) -> String? {
    guard let text = string(key) else { return nil }
    if let word = words.first(where: { $0 == text.lowercased() }) { return word }
    report(
      "E322", key, "\"\(key)\" in \(name) cannot be \"\(text.prefix(60))\"",
      fix: Suggestion.nearest(to: text, in: words).map { "did you mean \"\($0)\"?" }
        ?? "use one of: \(words.joined(separator: ", ")).")
    return nil
  }

  /// A whole number within limits.
  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .integer(let number) = value.content else {
      mismatch(value, key, wanted: "a whole number", fix: "write a number such as \(key) = 3.")
      return nil
    }
    guard range.contains(number) else {
      report(
        "E323", key, "\"\(key)\" in \(name) cannot be \(number)",
        fix: "use a whole number from \(range.lowerBound) to \(range.upperBound).")
      return nil
    }
    return number
  }

  /// A number within limits; never infinite, never "not a number".
  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let value = value(key) else { return nil }
    let number: Double
    switch value.content {
    case .integer(let whole): number = Double(whole)
    case .number(let any): number = any
    default:
      mismatch(value, key, wanted: "a number", fix: "write a number such as \(key) = 3.")
      return nil
    }
    guard number.isFinite, range.contains(number) else {
      report(
        "E323", key, "\"\(key)\" in \(name) cannot be \(number)",
        fix: "use a number from \(NumberText.plain(range.lowerBound))"
          + " to \(NumberText.plain(range.upperBound)).")
      return nil
    }
    return number
  }

  /// True or false.
  func boolean(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .boolean(let flag) = value.content { return flag }
    mismatch(value, key, wanted: "true or false", fix: "write \(key) = true, without quotes.")
    return nil
  }

  /// A date, written without quotation marks.
  func date(_ key: String) -> Day? {
    guard let value = value(key) else { return nil }
    return date(value, key)
  }

  /// A value as a date.
  func date(_ value: TOMLValue, _ key: String) -> Day? {
    switch value.content {
    case .date(let day): return day
    case .string(let text):
      let meant = DateText.read(text).day?.iso ?? "2027-01-04"
      mismatch(
        value, key, wanted: "a date",
        fix: "write it without quotation marks: \(key) = \(meant).")
    default:
      mismatch(value, key, wanted: "a date", fix: "write year-month-day: \(key) = 2027-01-04.")
    }
    return nil
  }

  /// A length with its unit.
  func length(_ key: String) -> Length? {
    guard let value = value(key) else { return nil }
    return length(value, key)
  }

  /// A value as a length, not negative.
  func length(_ value: TOMLValue, _ key: String) -> Length? {
    switch value.content {
    case .string(let text):
      if let length = Length(text), length.count >= 0 { return length }
      let digits = text.filter { $0.isASCII && $0.isNumber }.prefix(4)
      let example = digits.isEmpty ? "5" : String(digits)
      let isBare = !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == " " }
      report(
        "E325", at: value.position,
        "\"\(key)\" in \(name): \"\(text.prefix(40))\" is not a length"
          + (isBare ? ": it has no unit" : ""),
        fix: "write \"\(example)wd\" for working days, \"\(example)d\" for calendar days"
          + " or \"\(example)w\" for weeks, at most 4000.")
    case .integer(let number):
      let example = abs(number) <= 4_000 ? abs(number) : 5
      report(
        "E325", at: value.position,
        "\"\(key)\" in \(name): \(number) is not a length: it has no unit",
        fix: "write \"\(example)wd\" for working days, \"\(example)d\" for calendar days"
          + " or \"\(example)w\" for weeks.")
    default:
      mismatch(value, key, wanted: "a length", fix: "write \(key) = \"5wd\", \"5d\" or \"5w\".")
    }
    return nil
  }

  /// A list of texts; a single text counts as a list of one.
  func strings(_ key: String) -> [String]? {
    elements(key)?.map(\.text)
  }

  /// A list of texts with their positions.
  func elements(_ key: String) -> [(text: String, position: SourcePosition)]? {
    guard let value = value(key) else { return nil }
    var found: [(text: String, position: SourcePosition)] = []
    let values: [TOMLValue]
    if case .array(let elements) = value.content { values = elements } else { values = [value] }
    for element in values {
      guard case .string(let text) = element.content else {
        mismatch(element, key, wanted: "a list of texts", fix: "write \(key) = [\"…\", \"…\"].")
        return nil
      }
      found.append((Trimming.trimmed(text), element.position))
    }
    return found
  }

  /// A table inside this one, by name; `title` is how messages call it.
  func table(_ key: String, title: String? = nil) -> TableReader? {
    guard let value = value(key) else { return nil }
    if case .table(let table) = value.content {
      return reader(title ?? "\"\(key)\" of \(name)", table, value.position)
    }
    mismatch(value, key, wanted: "a table", fix: "write [\(key)] on a line of its own, or { … }.")
    return nil
  }

  /// A list of tables; a single table counts as a list of one.
  func tables(_ key: String, title: String? = nil) -> [TableReader] {
    guard let value = value(key) else { return [] }
    let values: [TOMLValue]
    if case .array(let elements) = value.content { values = elements } else { values = [value] }
    return values.compactMap { element in
      if case .table(let table) = element.content {
        return reader(title ?? "\"\(key)\" of \(name)", table, element.position)
      }
      mismatch(
        element, key, wanted: "a list of tables", fix: "write [[\(key)]] or \(key) = [ { … } ].")
      return nil
    }
  }
}
