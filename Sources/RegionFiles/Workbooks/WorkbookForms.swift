/// The forms of a workbook's cells, as far as they say what a cell means.
enum WorkbookForms {
  /// One form.
  struct Form: Hashable {
    /// Whether a number is shown as a date.
    var isDate = false
    /// Whether the text is struck through.
    var isStruck = false
  }

  /// The forms of a part of styles; nil if it is malformed.
  static func read(_ bytes: [UInt8]) -> [Form]? {
    var own: [Int: String] = [:]
    var forms: [(number: Int, font: Int)] = []
    var strikes: [Bool] = []
    var inside = ""
    let reader = XMLReader()
    reader.onStart = { element, attributes in
      switch element {
      case "numFmt":
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          own[id] = attributes["formatCode"] ?? ""
        }
      case "cellXfs", "fonts": inside = element
      case "font" where inside == "fonts": strikes.append(false)
      case "strike" where inside == "fonts" && !strikes.isEmpty:
        strikes[strikes.count - 1] = TextCollector.isOn(attributes["val"])
      case "xf" where inside == "cellXfs":
        forms.append(
          (
            attributes["numFmtId"].flatMap { Int($0) } ?? 0,
            attributes["fontId"].flatMap { Int($0) } ?? 0
          ))
      default: break
      }
    }
    reader.onEnd = { if $0 == inside { inside = "" } }
    guard reader.read(bytes) else { return nil }
    return forms.map { number, font in
      Form(
        isDate: own[number].map(isDateForm) ?? builtInDates.contains(number),
        isStruck: strikes.indices.contains(font) && strikes[font])
    }
  }

  /// The forms of dates that need no description.
  private static let builtInDates = Set(Array(14...17) + [22] + Array(27...36) + Array(50...58))

  /// Whether a form of numbers, such as `d mmm yyyy`, has a day, a month's name or a year in it.
  static func isDateForm(_ form: String) -> Bool {
    var rest = form[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "d", "D", "y", "Y": return true
      // Two of them may be minutes; three are the name of a month.
      case "m", "M": if rest.prefix(2).lowercased() == "mm" { return true }
      // Only the form of positive numbers counts.
      case ";": return false
      default: break
      }
    }
    return false
  }
}
