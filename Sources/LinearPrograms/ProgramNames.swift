/// Names of rows and columns for a file, made fit for MPS and CPLEX LP.
///
/// Everything but ASCII letters, digits and `_ . ( )` becomes `_`, a name begins with a letter or
/// `_` and has 1 to 64 bytes, and a repeated one gets a number at its end. So names may come from a
/// region's files.
package struct ProgramNames: Hashable, Sendable {
  /// A name for each row, in order.
  package let rows: [String]
  /// A name for each column, in order.
  package let columns: [String]

  /// The name of the objective.
  static let objective = "cost"
  private static let longest = 64

  /// Words that the LP format reads as something else than a name.
  private static let keywords: Set<String> = [
    "max", "min", "maximize", "minimize", "maximise", "minimise", "maximum", "minimum", "subject",
    "such", "st", "s.t.", "st.", "bound", "bounds", "general", "generals", "gen", "integer",
    "integers", "int", "binary", "binaries", "bin", "end", "free", "inf", "infinity",
  ]

  /// Names made from these.
  package init(rows: [String], columns: [String]) {
    // The objective is a row of the file too.
    self.rows = Self.distinct(rows, taken: [Self.objective])
    self.columns = Self.distinct(columns, taken: [])
  }

  private static func distinct(_ names: [String], taken: Set<String>) -> [String] {
    var taken = taken
    var suffixes: [String: Int] = [:]
    return names.map { name in
      let stem = cleaned(name)
      var result = stem
      while !taken.insert(result).inserted {
        suffixes[stem, default: 1] += 1
        let suffix = "_\(suffixes[stem, default: 1])"
        result = stem.prefix(longest - suffix.utf8.count) + suffix
      }
      return result
    }
  }

  private static func cleaned(_ name: String) -> String {
    let bytes = name.utf8.prefix(longest).map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        byte
      default: UInt8(ascii: "_")
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // The LP format takes a leading digit for a number, and "e1" or "E1" as part of one.
    guard let first = text.first, first.isLetter, first != "e", first != "E",
      !keywords.contains(text.lowercased())
    else {
      return String(("_" + text).prefix(longest))
    }
    return text
  }
}
