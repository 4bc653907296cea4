/// Which column of a table of practices is which field.
struct PracticeHeadings {
  /// What region.toml says of headings, by folded heading: a field, or nil to pass the column
  /// through.
  var own: [String: PracticeField?] = [:]

  /// The column of each field.
  private(set) var columns: [PracticeField: Int] = [:]
  /// Headings that were taken for a field without being its name.
  private(set) var guesses: [(column: Int, field: PracticeField)] = []
  /// Columns that are a field which another column is already, with that one.
  private(set) var doubles: [(column: Int, other: Int, field: PracticeField)] = []
  /// Columns of go-live days that do not say whether they are agreed or only wished.
  private(set) var unclear: [Int] = []

  /// What region.toml says of headings.
  init(own: [String: PracticeField?] = [:]) { self.own = own }

  /// Finds the field of each heading.
  mutating func find(in headings: [String]) {
    var later: [(column: Int, field: PracticeField)] = []
    for (column, heading) in headings.enumerated() {
      if let said = own[Trimming.folded(heading)] {
        if let field = said { take(column, field) }
      } else if let field = PracticeField.named(heading) {
        // Beside a code, "PCN" is the network's name.
        if field == .pcnCode, Trimming.folded(heading) == "pcn" {
          later.append((column, field))
        } else {
          take(column, field)
        }
      } else if Self.isUnclearGoLive(heading) {
        unclear.append(column)
      } else if let field = Self.guess(heading) {
        later.append((column, field))
      }
    }
    for (column, field) in later {
      let isNetwork = field == .pcnCode && Trimming.folded(headings[column]) == "pcn"
      if isNetwork, columns[.pcnCode] != nil, columns[.pcnName] == nil {
        columns[.pcnName] = column
      } else if isNetwork {
        take(column, field)
      } else if columns[field] == nil || guesses.contains(where: { $0.field == field }) {
        // A heading that is the field's own name comes before one that only holds it.
        take(column, field)
        guesses.append((column, field))
      }
    }
  }

  private mutating func take(_ column: Int, _ field: PracticeField) {
    if let other = columns[field] {
      doubles.append((column, other, field))
    } else {
      columns[field] = column
    }
  }

  /// Whether the column at a place is read as a field.
  func isRead(_ column: Int) -> Bool {
    columns.values.contains(column) || doubles.contains { $0.column == column }
  }

  /// The headings as readers of tables look for them.
  var names: HeadingNames {
    let own = own
    return HeadingNames(
      field: { heading in
        if let said = own[Trimming.folded(heading)] { return said?.rawValue }
        return (PracticeField.named(heading) ?? Self.guess(heading))?.rawValue
      },
      required: [PracticeField.odsCode, .name, .source].map(\.rawValue))
  }

  private static func isUnclearGoLive(_ heading: String) -> Bool {
    [
      "golive", "golivedate", "plannedgolive", "plannedgolivedate", "goinglive", "livedate",
      "proposedgolive", "proposedgolivedate", "dateofgolive", "scheduledgolive",
      "scheduledgolivedate",
    ].contains(Trimming.folded(heading))
  }

  /// The field of a heading that holds a known one beside words which change nothing.
  private static func guess(_ heading: String) -> PracticeField? {
    let plain = withoutBrackets(heading)
    if let field = likely[Trimming.folded(plain)] { return field }
    if plain != heading, let field = PracticeField.named(plain) { return field }
    let words = plain.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = words.filter { !idle.contains($0) }
    guard kept.count < words.count || plain != heading, !kept.isEmpty else { return nil }
    return PracticeField.named(kept.joined(separator: " "))
      ?? PracticeField.named(words.filter { !idle.contains($0) || $0 == "clinical" }.joined())
  }

  /// Words that say nothing about which field it is.
  private static let idle: Set<String> = [
    "gp", "the", "our", "your", "of", "clinical", "ods", "raw", "weighted", "latest", "please",
    "total", "reg",
  ]

  /// Headings that are a field only where no other column is it by name, folded.
  private static let likely: [String: PracticeField] = [
    "practice": .name, "surgery": .name, "surgeryname": .name, "gpname": .name,
    "code": .odsCode, "network": .pcnName, "preferred": .preferredDate,
    "emailaddress": .contactEmail,
    "patientlistsize": .listSize, "registeredlistsize": .listSize,
  ]

  private static func withoutBrackets(_ heading: String) -> String {
    var depth = 0
    var kept = ""
    for character in heading {
      if "([".contains(character) { depth += 1 }
      if depth == 0 { kept.append(character) }
      if ")]".contains(character) { depth = max(0, depth - 1) }
    }
    return Trimming.trimmed(kept)
  }
}
