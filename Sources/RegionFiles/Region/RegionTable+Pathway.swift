import Files
import Days
import Migrations

/// The pathway: shipped or from a file, then `[[stage]]` on top.
extension RegionTable {
  /// Reads the pathway that `[region] pathway` names; the shipped one by default.
  func readPathway(_ region: TableReader?, _ settings: inout Settings) {
    let name = region?.string("pathway") ?? "england"
    var own: TableReader?
    if name.lowercased().hasSuffix(".toml"), let region {
      own = pathwayFile(name, region)
    } else if ShippedFiles.all["pathways/\(name.lowercased()).toml"] == nil {
      region?.report(
        "E308", "pathway", "unknown pathway \"\(name.prefix(60))\"",
        fix: "write \"england\", or the name of a .toml file below the region folder.")
    }
    let reader = own ?? Shipped.table("pathways/england.toml", reports: reports)
    _ = reader.value("format")
    for stage in reader.tables("stage", title: "[[stage]]") {
      guard let id = identifier(stage) else { continue }
      guard isNew(id, among: StageNames.all(settings.pathway), stage) else { continue }
      var value = Stage(
        id: StageID(id.lowercased()), code: stage.string("code")?.uppercased() ?? "",
        name: stage.string("name") ?? id,
        lengths: Stage.Lengths(minimum: 1, usual: 1, maximum: 1))
      if value.code.isEmpty {
        stage.report("E312", at: stage.position, "\"code\" is missing in \(stage.name)")
      } else if StageNames.all(settings.pathway).contains(value.code) {
        stage.report("E314", "code", "the code \"\(value.code.prefix(60))\" appears twice")
      }
      for key in ["min", "usual", "max"] where !stage.has(key) {
        stage.report("E312", at: stage.position, "\"\(key)\" is missing in \(stage.name)")
      }
      fill(&value, from: stage)
      stage.finish()
      settings.pathway.stages.append(value)
    }
    if settings.pathway.stages.isEmpty {
      reader.report("E309", at: reader.position, "the pathway has no stages")
    } else if settings.pathway.index(of: "GL") == nil {
      reader.report(
        "E309", at: reader.position, "the pathway has no stage with the code GL",
        why: "Plans are judged by the go-live day.", fix: "give the go-live stage the code GL.")
    }
    readLeadTimes(reader, &settings)
    reader.finish()
  }

  private func pathwayFile(_ name: String, _ region: TableReader) -> TableReader? {
    switch readFile(name) {
    case .failure(let problem):
      region.report("E308", "pathway", "\"\(name.prefix(120))\" \(problem.words)")
      return nil
    case .success(let file):
      return RegionFolder.table(of: file, reports: reports)
    }
  }

  /// Reads the overrides of stages.
  func readStages(_ settings: inout Settings) {
    var seen: Set<Int> = []
    for reader in root.tables("stage", title: "[[stage]]") {
      guard let name = reader.string("id") ?? reader.string("code") else {
        if !reader.has("id"), !reader.has("code") {
          reader.report(
            "E312", at: reader.position, "\"id\" is missing in [[stage]]",
            fix: "name the stage by id or code, such as id = \"cutover\".")
        }
        continue
      }
      let key = reader.has("id") ? "id" : "code"
      reader.name += " \(name.prefix(60))"
      guard
        let place = stage(name, at: reader.position(of: key), in: reader, settings.pathway)
      else { continue }
      if !seen.insert(place).inserted {
        reader.report("E314", key, "the stage \"\(name)\" is changed twice", fix: "write it once.")
      }
      let code = reader.string("code")
      if let code, settings.pathway.index(of: code) != place {
        reader.report(
          "E317", "code",
          "the code of \(settings.pathway.stages[place].id) is "
            + "\(settings.pathway.stages[place].code), not \"\(code.prefix(20))\"")
      }
      if let name = reader.string("name") { settings.pathway.stages[place].name = name }
      fill(&settings.pathway.stages[place], from: reader)
      reader.finish()
    }
  }

  private func fill(_ stage: inout Stage, from reader: TableReader) {
    fill(&stage.lengths, from: reader)
    if let wait = reader.length("longest_wait") { stage.longestWait = wait }
    if reader.has("by_list_size") { stage.byListSize = bands(stage, reader) }
    if let days = weekdays("weekdays", reader) { stage.weekdays = days }
    if let days = weekdays("avoid_weekdays", reader) { stage.avoidWeekdays = days }
    if let source = reader.string("source") { stage.source = source }
  }

  private func fill(_ lengths: inout Stage.Lengths, from reader: TableReader) {
    let range = 1...250
    if let days = reader.integer("min", in: range) { lengths.minimum = days }
    if let days = reader.integer("usual", in: range) { lengths.usual = days }
    if let days = reader.integer("max", in: range) { lengths.maximum = days }
    guard lengths.minimum <= lengths.usual, lengths.usual <= lengths.maximum else {
      reader.report(
        "E324", at: reader.position,
        "\(reader.name): min \(lengths.minimum), usual \(lengths.usual), max \(lengths.maximum)"
          + " are not in order",
        fix: "make min at most usual, and usual at most max; those not given keep their value.")
      lengths = Stage.Lengths(
        minimum: lengths.minimum, usual: lengths.minimum, maximum: lengths.minimum)
      return
    }
  }

  private func bands(_ stage: Stage, _ reader: TableReader) -> [Stage.SizeBand] {
    var bands: [Stage.SizeBand] = []
    for band in reader.tables("by_list_size", title: "by_list_size of \(reader.name)") {
      var lengths = stage.lengths
      // A band that gives one number widens the others where it must.
      if let usual = band.integer("usual", in: 1...250) {
        lengths.usual = usual
        if !band.has("min") { lengths.minimum = min(lengths.minimum, usual) }
        if !band.has("max") { lengths.maximum = max(lengths.maximum, usual) }
      }
      fill(&lengths, from: band)
      let upTo = band.integer("up_to", in: 1...10_000_000)
      band.finish()
      if let last = bands.last, last.upTo == nil || (upTo.map { $0 <= last.upTo ?? 0 } ?? false) {
        band.report(
          "E326", at: band.position, "the bands of by_list_size are not in order",
          why: "The first band whose up_to is not below the list size counts.",
          fix: "write the smallest up_to first; only the last band may go without.")
      }
      bands.append(Stage.SizeBand(upTo: upTo, lengths: lengths))
    }
    return bands
  }

  private func weekdays(_ key: String, _ reader: TableReader) -> Set<Weekday>? {
    guard let names = reader.elements(key) else { return nil }
    var days: Set<Weekday> = []
    for name in names {
      guard let day = Weekday(key: name.text), !day.isWeekend else {
        reader.report(
          "E327", at: name.position, "\"\(name.text.prefix(40))\" is no weekday here",
          fix: "use mon, tue, wed, thu or fri.")
        continue
      }
      days.insert(day)
    }
    if names.isEmpty, key == "weekdays" {
      reader.report("E321", key, "\"\(key)\" in \(reader.name) leaves no day to start on")
      return nil
    }
    return days.isEmpty && !names.isEmpty ? nil : days
  }
}
