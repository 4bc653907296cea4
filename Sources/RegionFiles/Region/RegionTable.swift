import Days
import Migrations

/// Reads region.toml into `Settings`: one function for each table, in files of their own.
struct RegionTable {
  /// The root table.
  let root: TableReader
  /// Reads a file that region.toml names, by its path below the region folder.
  let readFile: (String) -> Result<SourceFile, SourceFile.Problem>
  /// Where messages go.
  var reports: Reports { root.reports }

  /// Names of files and tables that a region may be made of without naming them.
  static let wellKnownSystems = [
    ClinicalSystem(
      id: "emis", name: "EMIS Web",
      aliases: ["EMIS", "EMIS Web", "EMIS Health", "Optum", "EMIS Optum", "10000-001"]),
    ClinicalSystem(
      id: "tpp", name: "SystmOne",
      aliases: [
        "TPP", "SystmOne", "TPP SystmOne", "S1", "Systm One", "SystemOne", "System One", "TPP S1",
        "10052-002",
      ]),
    ClinicalSystem(id: "medicus", name: "Medicus", aliases: ["Medicus Health"]),
    ClinicalSystem(
      id: "vision", name: "Vision",
      aliases: [
        "INPS", "INPS Vision", "Cegedim", "Cegedim Vision", "In Practice Systems", "10034-005",
      ]),
  ]

  /// Reads everything; what could not be read keeps its default, with a report.
  func read() -> Settings {
    var settings = Settings()
    _ = root.value("format")
    let region = root.table("region", title: "[region]")
    if region == nil, !root.has("region") {
      reports.add(
        root.file.diagnostic(
          "E300", "the table [region] is missing",
          fix: "begin with [region] and its name, start and finish."))
    }
    readInput(&settings)
    readParties(&settings)
    readPathway(region, &settings)
    readHorizon(region, &settings)
    if let region { readTarget(region, &settings) }
    readCalendar(region, &settings)
    readProtected(&settings)
    readStages(&settings)
    readLeadTimes(&settings)
    readTasks(&settings)
    settings.thirdParties = ShippedThirdParties.all
    readResources(&settings)
    readRules(&settings)
    readObjective(&settings)
    readSolve(&settings)
    readRisk(&settings)
    readOutput(&settings)
    region?.finish()
    root.finish()
    return settings
  }

  /// Whether the file is of the format that this version reads; says so if it is not.
  ///
  /// Of a file of another format nothing else is read: its keys may mean anything.
  func demandFormat() -> Bool {
    guard let value = root.value("format") else { return true }
    if case .integer(1) = value.content { return true }
    root.report(
      "E301", at: value.position, "format \(value.text) is not known",
      why: "This version reads format 1 only.",
      fix: "write format = 1, or leave it out; or use the version that the file is for.")
    return false
  }

  private func readHorizon(_ region: TableReader?, _ settings: inout Settings) {
    guard let region else { return }
    settings.name = region.string("name") ?? ""
    settings.code = region.string("code") ?? ""
    for key in ["start", "finish"] where !region.has(key) {
      region.report(
        "E302", at: region.position, "\"\(key)\" is missing in [region]",
        fix: "write \(key) = 2027-01-04, the \(key == "start" ? "first" : "last")"
          + " day on which a stage may lie.")
    }
    guard let start = region.date("start"), let finish = region.date("finish") else { return }
    guard start <= finish else {
      region.report(
        "E303", "finish", "finish \(finish.words) is before start \(start.words)",
        fix: "move the one or the other.")
      return
    }
    guard finish - start <= 7_305 else {
      region.report(
        "E304", "finish", "from start to finish are more than 20 years",
        fix: "plan 20 years at most; two are usual.")
      return
    }
    guard (2_000...2_150).contains(start.year), finish.year <= 2_150 else {
      region.report(
        "E304", "start", "the years \(start.year) to \(finish.year) are out of reach",
        fix: "use years from 2000 to 2150.")
      return
    }
    settings.horizon = start...finish
    settings.asOf = region.date("as_of")
  }

  private func readTarget(_ region: TableReader, _ settings: inout Settings) {
    guard let text = region.string("target_system") else { return }
    if let found = PartyNames(settings: settings).system(named: text) {
      settings.defaultTarget = found
    } else if let known = PartyNames.wellKnown(text) {
      settings.systems.append(known)
      settings.defaultTarget = known.id
      region.report(
        "N141", "target_system", "no [[system]] describes \"\(known.name)\"; it was added")
    } else {
      region.report(
        "E140", "target_system", "unknown system \"\(text.prefix(60))\"",
        fix: PartyNames(settings: settings).systemFix(for: text, reports))
    }
  }

  /// The place of a stage named in region.toml, with a report if there is none.
  func stage(
    _ name: String, at position: SourcePosition, in reader: TableReader, _ pathway: Pathway
  ) -> Int? {
    if let found = pathway.index(of: name) { return found }
    reader.report(
      "E311", at: position, "unknown stage \"\(name.prefix(60))\" in \(reader.name)",
      fix: Suggestion.sentence(for: name, in: StageNames.all(pathway)))
    return nil
  }

  /// The stages that a key lists, with a report for each that is unknown; nil without the key.
  func stages(_ key: String, in reader: TableReader, _ pathway: Pathway) -> [Int]? {
    guard let names = reader.elements(key) else { return nil }
    var found: [Int] = []
    for name in names {
      guard let place = stage(name.text, at: name.position, in: reader, pathway) else { continue }
      if !found.contains(place) { found.append(place) }
    }
    if names.isEmpty {
      reader.report(
        "E321", key, "\"\(key)\" in \(reader.name) is empty", fix: "list stages, or remove it.")
    }
    return found
  }

  /// An id, checked to be one word; nil with a report if it is missing or odd.
  func identifier(_ reader: TableReader, required: Bool = true) -> String? {
    guard let id = reader.string("id") else {
      if required, !reader.has("id") {
        reader.report(
          "E312", at: reader.position, "\"id\" is missing in \(reader.name)",
          fix: "give it a short name, such as id = \"trainers\".")
      }
      return nil
    }
    reader.name += " \(id.prefix(60))"
    let isPlain = id.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_".unicodeScalars.contains($0))
    }
    guard isPlain, id.count <= 64 else {
      reader.report(
        "E313", "id", "\"\(id.prefix(60))\" cannot be an id",
        fix: "use letters, digits and hyphens, at most 64.")
      return nil
    }
    return id
  }

  /// Whether an id is new; reports it if not.
  func isNew(_ id: String, among known: some Sequence<String>, _ reader: TableReader) -> Bool {
    guard known.contains(where: { $0.lowercased() == id.lowercased() }) else { return true }
    reader.report(
      "E314", "id", "the id \"\(id)\" appears twice", fix: "rename or remove one of the two.")
    return false
  }
}
