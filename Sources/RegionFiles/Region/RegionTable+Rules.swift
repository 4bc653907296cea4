import Days
import Migrations

/// `[rules]`, `[objective]`, `[solve]` and `[output]`.
extension RegionTable {
  /// Reads `[rules]`.
  func readRules(_ settings: inout Settings) {
    guard let reader = root.table("rules", title: "[rules]") else { return }
    settings.rules.maximumElapsed = reader.length("max_elapsed")
    if let gap = reader.length("pilot_gap") { settings.rules.pilotGap = gap }
    settings.rules.deadlinesAreHard =
      reader.choice("deadlines", of: ["forbid", "price"]) == "forbid"
    settings.rules.freezeIsHard = reader.choice("freeze", of: ["hard", "price"]) == "hard"
    settings.pcnCutovers = reader.number("pcn_cutovers_per_week", in: 0...1_000)
    reader.finish()
  }

  /// Reads `[objective]`: the preset first, single weights on top.
  func readObjective(_ settings: inout Settings) {
    guard let reader = root.table("objective", title: "[objective]") else { return }
    let preset = reader.choice("preset", of: Objective.Preset.allCases.map(\.rawValue))
    var weights = Objective(preset.flatMap(Objective.Preset.init) ?? .balanced)
    if let word = reader.choice("weight_by", of: ["practices", "patients"]) {
      weights.weightBy = Objective.WeightBy(rawValue: word) ?? .practices
    }
    let keys: [(String, WritableKeyPath<Objective, Double>)] = [
      ("delay", \.delay), ("preference", \.preference), ("late", \.late), ("avoid", \.avoid),
      ("weekday", \.weekday), ("squeeze", \.squeeze), ("stretch", \.stretch), ("wait", \.wait),
      ("moved", \.moved), ("moved_per_day", \.movedPerDay), ("unscheduled", \.unscheduled),
      ("extra", \.extra),
    ]
    for (key, path) in keys {
      if let weight = reader.number(key, in: 0...1_000_000) { weights[keyPath: path] = weight }
    }
    reader.finish()
    settings.objective = weights
  }

  /// Reads `[solve]`.
  func readSolve(_ settings: inout Settings) {
    guard let reader = root.table("solve", title: "[solve]") else { return }
    settings.solve.timeLimit = seconds("time_limit", reader)
    settings.solve.gap = gap("gap", reader)
    settings.solve.seed = reader.integer("seed", in: 0...Int.max).map(UInt64.init)
    settings.solve.work = reader.integer("work", in: 1...Int.max)
    settings.solve.threads = reader.integer("threads", in: 1...1_024)
    reader.finish()
  }

  private func seconds(_ key: String, _ reader: TableReader) -> Double? {
    guard let value = reader.value(key) else { return nil }
    if case .string(let text) = value.content {
      let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unit: Double? =
        switch Trimming.trimmed(text.dropFirst(digits.count)).lowercased() {
        case "s": 1
        case "m", "min": 60
        case "h": 3_600
        default: nil
        }
      if let number = Double(digits), let unit, number > 0, number * unit <= 1_000_000 {
        return number * unit
      }
    }
    reader.report(
      "E328", key, "\"\(key)\" in \(reader.name): \(value.text) is no length of time",
      fix: "write it with its unit: \"60s\", \"10m\" or \"1h\".")
    return nil
  }

  private func gap(_ key: String, _ reader: TableReader) -> Double? {
    guard let value = reader.value(key) else { return nil }
    if case .string(let text) = value.content {
      if text.hasSuffix("%"), let percent = Double(Trimming.trimmed(text.dropLast())),
        (0...100).contains(percent)
      {
        return percent / 100
      }
      reader.report(
        "E329", key, "\"\(key)\" in \(reader.name): \(value.text) is no gap",
        fix: "write a percentage such as \"1%\", or a fraction such as 0.01.")
      return nil
    }
    return reader.number(key, in: 0...1)
  }

  /// Reads `[output]`.
  func readOutput(_ settings: inout Settings) {
    guard let reader = root.table("output", title: "[output]") else { return }
    settings.output.csv = reader.choice("csv", of: OutputSettings.CSVStyle.allCases.map(\.rawValue))
      .flatMap(OutputSettings.CSVStyle.init)
    let formats = Self.formats
    for format in reader.elements("formats") ?? [] {
      if formats.contains(format.text.lowercased()) {
        settings.output.formats.append(format.text.lowercased())
      } else {
        reader.report(
          "E322", at: format.position, "unknown format \"\(format.text.prefix(60))\"",
          fix: Suggestion.sentence(for: format.text, in: formats))
      }
    }
    if let organiser = reader.string("organiser") {
      if organiser.contains("@"), !organiser.contains(" ") {
        settings.output.organiser = organiser
      } else {
        reader.report(
          "E322", "organiser", "\"organiser\" in [output] cannot be \"\(organiser.prefix(60))\"",
          fix: "write an address such as gp.it@example.nhs.uk.")
      }
    }
    let known = ["csv", "formats", "organiser"]
    for entry in reader.table.entries where !known.contains(entry.key) {
      settings.output.other[entry.key] = reader.value(entry.key).flatMap {
        setting($0, entry.key, reader, depth: 0)
      }
    }
  }

  /// The formats of `tranche export`.
  static let formats = [
    "html", "svg", "png", "pdf", "xlsx", "ics", "mspdi", "mermaid", "csv", "json",
  ]

  private func setting(
    _ value: TOMLValue, _ key: String, _ reader: TableReader, depth: Int
  ) -> Setting? {
    func refuse() -> Setting? {
      reader.report(
        "E323", at: value.position,
        "\"\(key.prefix(60))\" in \(reader.name) cannot be \(value.text)",
        fix: "use texts, dates, true or false, and numbers up to a thousand million.")
      return nil
    }
    switch value.content {
    case .string(let text): return .text(text)
    case .integer(let number):
      return abs(Double(number)) <= 1e9 ? .number(Double(number)) : refuse()
    case .number(let number): return abs(number) <= 1e9 ? .number(number) : refuse()
    case .boolean(let flag): return .flag(flag)
    case .date(let day): return .date(day)
    case .dateTime, .time: return refuse()
    case .array(let elements):
      return .list(elements.compactMap { setting($0, key, reader, depth: depth + 1) })
    case .table(let table):
      var settings: [String: Setting] = [:]
      for entry in table.entries {
        settings[entry.key] = setting(entry.value, entry.key, reader, depth: depth + 1)
      }
      return .table(settings)
    }
  }
}
