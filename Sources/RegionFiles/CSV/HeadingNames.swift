/// The headings that a table may have.
struct HeadingNames {
  /// The field that a heading stands for; nil if it is none that is read.
  let field: (String) -> String?
  /// The fields without which a sheet is no such table.
  var required: [String] = []

  /// Whether a heading is one that is read.
  func isKnown(_ heading: String) -> Bool { field(heading) != nil }

  /// The headings of a table of practices.
  static var practices: HeadingNames { PracticeHeadings().names }
}

/// Finds the headings of a table below its title: one row of them, or two that belong together.
struct HeadingRows {
  /// What was found.
  struct Found {
    /// The place of the first row of headings.
    var first = 0
    /// How many rows there are: one, or two.
    var count = 1
    /// The headings, those of two rows joined.
    var headings: [String] = []
    /// The fields that they stand for.
    var fields: Set<String> = []

    /// The place of the first row of data.
    var end: Int { first + count }
  }

  /// How many rows with something in them are looked at.
  static let deepest = 25

  /// The headings that are known.
  let names: HeadingNames

  /// The row, or the two rows, with the most known headings; the first row if none has any.
  func find(in rows: [[String]]) -> Found? {
    guard !rows.isEmpty else { return nil }
    let rows = Array(rows.prefix(Self.deepest))
    var best: Found?
    for place in rows.indices {
      let found = found(place, 1, rows[place].map { Trimming.trimmed($0) })
      if found.fields.count > best?.fields.count ?? 0 { best = found }
    }
    for place in rows.indices.dropLast() {
      let joined = found(place, 2, joined(rows[place], rows[place + 1]))
      // Two rows are taken only if one by itself says less.
      if joined.fields.count > best?.fields.count ?? 0 { best = joined }
    }
    return best ?? found(0, 1, rows[0].map { Trimming.trimmed($0) })
  }

  private func found(_ first: Int, _ count: Int, _ headings: [String]) -> Found {
    var headings = headings
    while headings.last?.isEmpty == true { headings.removeLast() }
    return Found(
      first: first, count: count, headings: headings,
      fields: Set(headings.lazy.filter { !$0.isEmpty }.compactMap(names.field)))
  }

  /// A row of groups and the row below it: "Dates" over "Preferred" is "Dates Preferred".
  private func joined(_ groups: [String], _ headings: [String]) -> [String] {
    var group = ""
    return (0..<max(groups.count, headings.count)).map { column in
      let above = column < groups.count ? Trimming.trimmed(groups[column]) : ""
      let below = column < headings.count ? Trimming.trimmed(headings[column]) : ""
      // A group stands over its first column only, as its cells are merged.
      if !above.isEmpty { group = above }
      if below.isEmpty { return above }
      return joined(group, below)
    }
  }

  private func joined(_ group: String, _ heading: String) -> String {
    if group.isEmpty || group == heading { return heading }
    let single = group.hasSuffix("s") ? String(group.dropLast()) : group
    let both = "\(group) \(heading)"
    for candidate in [both, "\(single) \(heading)", "\(heading) \(single)", heading]
    where names.isKnown(candidate) {
      return candidate
    }
    return both
  }
}
