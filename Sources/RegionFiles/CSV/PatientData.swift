/// Finds columns that look like data about patients, which no plan ever needs.
struct PatientData {
  /// Where messages go.
  let reports: Reports

  /// Whether no column looks like patient data; reports each that does, never its values.
  func isAbsent(from table: CSVTable, isKnown: (String) -> Bool) -> Bool {
    var columns = table.headings.indices.filter { Self.isPatientHeading(table.headings[$0]) }
    for column in table.headings.indices
    where !columns.contains(column) && !isKnown(table.headings[column]) {
      if holdsNHSNumbers(table, column) { columns.append(column) }
    }
    if columns.isEmpty, table.file.showsContents { return true }
    table.file.showsContents = false
    reports.hideContents(of: table.file.name)
    for column in columns.isEmpty ? [0] : columns.sorted() {
      let letter = CSVTable.letters(column)
      reports.add(
        Diagnostic(
          code: "E190", file: table.file.name, line: table.headingRecord.line,
          cell: "column \(letter)",
          message: "column \(letter) looks like patient data; the file was not read further",
          why: "tranche never needs patient data, so its values are not shown.",
          fix: "delete this column before continuing."))
    }
    return false
  }

  /// Whether any of some headings names patient data.
  static func isInHeadings(_ headings: [String]) -> Bool {
    headings.contains(where: isPatientHeading)
  }

  /// Whether a heading names patient data.
  static func isPatientHeading(_ heading: String) -> Bool {
    let folded = Trimming.folded(heading)
    let wholly: Set<String> = [
      "forename", "forenames", "surname", "firstname", "lastname", "givenname", "familyname", "dob",
      "birthdate", "patient", "patientid", "nhsno", "nhsnum", "patientforename", "patientsurname",
    ]
    return wholly.contains(folded)
      || ["nhsnumber", "dateofbirth", "patientname", "patientnhs", "patientdob"].contains {
        folded.contains($0)
      }
  }

  /// Whether most cells of a column are NHS numbers by their check digit.
  private func holdsNHSNumbers(_ table: CSVTable, _ column: Int) -> Bool {
    var filled = 0
    var numbers = 0
    for record in table.records.prefix(500) {
      let text = table.text(record, column)
      guard !text.isEmpty else { continue }
      filled += 1
      if Self.isNHSNumber(text) { numbers += 1 }
    }
    // One telephone number in eleven passes the check by chance; four in five do not.
    return numbers >= 3 && numbers * 5 >= filled * 4
  }

  private static func isNHSNumber(_ text: String) -> Bool {
    let digits = text.utf8.filter { $0 != 32 && $0 != UInt8(ascii: "-") }.map { Int($0) - 48 }
    guard digits.count == 10, digits.allSatisfy((0...9).contains), Set(digits).count > 1 else {
      return false
    }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    return (11 - sum % 11) % 11 == digits[9]
  }
}
