import Days

/// A calendar as RFC 5545 text: CRLF, lines of at most 75 octets, text escaped.
///
/// Written by hand because libical would be another library to carry for so little; PyPI's
/// icalendar reads it back in the tests.
struct CalendarText {
  private(set) var text = ""

  /// Adds a property whose value is in a form of its own, such as a date.
  mutating func add(_ name: String, _ value: String) { fold("\(name):\(value)") }

  /// Adds a property whose value is text that people typed.
  mutating func add(_ name: String, text value: String) { fold("\(name):\(Self.escaped(value))") }

  /// Adds a parameter's value in quotation marks, then the property's own value.
  mutating func add(_ name: String, parameter: String, text: String, value: String) {
    // A parameter can hold neither a quotation mark nor a control character.
    let plain = text.unicodeScalars.filter {
      $0 != "\"" && $0.properties.generalCategory != .control
    }
    fold("\(name);\(parameter)=\"\(String(String.UnicodeScalarView(plain)))\":\(value)")
  }

  /// Adds an all-day date.
  mutating func add(_ name: String, _ day: Day) {
    fold("\(name);VALUE=DATE:\(Self.digits(day))")
  }

  /// A date as `20270104`.
  static func digits(_ day: Day) -> String { day.iso.replacing("-", with: "") }

  /// The text with what has a meaning in a calendar escaped, and without other controls.
  static func escaped(_ value: String) -> String {
    var escaped = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\r", "\n":
        if !(scalar == "\n" && wasReturn) { escaped.append(contentsOf: "\\n".unicodeScalars) }
      case "\t": escaped.append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: escaped.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(escaped)
  }

  /// Ends a line, broken so that no part is longer than 75 octets and no character is cut.
  private mutating func fold(_ line: String) {
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += size
    }
    text += "\r\n"
  }
}
