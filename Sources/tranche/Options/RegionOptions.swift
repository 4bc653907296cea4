import ArgumentParser
import TrancheKit

/// Which region to read, and what to change in it for this run.
struct RegionOptions: ParsableArguments {
  @Argument(help: "The region folder.", completion: .directory)
  var region = "."

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a key of region.toml for this run, as system.tpp.go_lives_per_week=3 (repeatable).",
      valueName: "key=value"))
  var settings: [String] = []

  func validate() throws {
    if region.isEmpty { throw ValidationError("The region folder has no name.") }
    for text in settings {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw ValidationError("'--set \(text)' is not KEY=VALUE, as rules.pilot_gap=6w.")
      }
    }
  }

  /// The overrides as keys and values.
  var overrides: [(key: String, value: String)] {
    settings.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// The same region without `--set`.
  var withoutSettings: RegionOptions {
    var options = self
    options.settings = []
    return options
  }

  /// The folder for a plan where the command line names none: `plan/` in the region folder.
  var planFolder: String { folder("plan") }

  /// A folder in the region folder.
  func folder(_ name: String) -> String {
    if region == "." || region == "./" { return name }
    return region.hasSuffix("/") ? region + name : region + "/" + name
  }

  /// Reads the region; ends the command if it has errors, prints its warnings if not.
  ///
  /// - Parameters:
  ///   - refusal: how to end.
  ///   - settings: keys and values to set; nil for those of `--set`.
  ///   - additions: further files of practices.
  func read(
    _ refusal: Refusal, settings: [(key: String, value: String)]? = nil,
    additions: [String] = []
  ) throws -> LoadedRegion {
    let reading = RegionFolder.read(
      region, overrides: settings ?? overrides, additions: additions)
    guard let value = reading.region else {
      try refusal.end(reading.missingFile ? .missingInput : .badInput, reading.diagnostics)
    }
    let common = refusal.common
    let warnings =
      reading.diagnostics.filter { $0.severity == .warning } + RecordWarnings.of(value)
    if !warnings.isEmpty {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(warnings))
    }
    if common.verbose {
      for file in reading.fingerprints {
        common.console.say("Read \(file.file), SHA-256 \(file.sha256)")
      }
      common.console.say(
        "\(value.name): \(counted(value.practices.count, "practice")), "
          + "\(counted(value.resources.count, "resource")), \(counted(value.links.count, "link"))")
    }
    var loaded = LoadedRegion(region: value, reading: reading)
    loaded.region.asked.settings = (settings ?? overrides).map {
      Asked.Setting(key: $0.key, value: $0.value)
    }
    loaded.region.asked.additions = additions
    return loaded
  }

  /// Reads a plan with the region that it was made for.
  ///
  /// That is the files, and what the plan was asked for beside them: settings, pins, what it started
  /// from, reserves. A `--set` of the command line comes on top.
  ///
  /// - Parameters:
  ///   - plan: the plan's folder, or its plan.json.
  ///   - refusal: how to end where the region or the question cannot be had.
  ///   - allowsDifferences: whether tables that differ from plan.json are left to the caller.
  /// - Returns: the region and the plan; its `plan` is nil if there are errors, which it names.
  func read(
    plan: String, _ refusal: Refusal, allowsDifferences: Bool = false
  ) throws -> (loaded: LoadedRegion, plan: PlanReading) {
    let asked = PlanInput.asked(plan)
    let own = overrides
    let kept = asked.settings.filter { setting in !own.contains { $0.key == setting.key } }
    var loaded = try read(
      refusal, settings: kept.map { ($0.key, $0.value) } + own, additions: asked.additions)
    let problems = asked.changes.apply(to: &loaded.region)
    guard problems.isEmpty else {
      try refusal.end(
        .badInput,
        problems.map {
          Diagnostic(
            code: "E410", file: plan, message: "the plan was asked for what cannot be: \($0)",
            fix: "plan again.")
        })
    }
    let reading = PlanInput.read(
      plan, for: loaded.region, allowsDifferences: allowsDifferences)
    loaded.question = loaded.region
    loaded.region = reading.region(of: loaded.region)
    return (loaded, reading)
  }
}

/// A region that was read without errors.
struct LoadedRegion {
  var region: Region
  /// The region of a plan's question without what the plan started from and the reserves it keeps;
  /// nil where no plan was read.
  var question: Region?
  let reading: RegionReading

  /// A region that was read.
  init(region: Region, reading: RegionReading) {
    self.region = region
    self.reading = reading
  }

  /// Whether region.toml asks for CSV without the marks for spreadsheets.
  var csvIsPlain: Bool { reading.output.csv == .plain }

  /// Warnings about files that have changed since a plan was made of them.
  func changes(since inputs: [(file: String, sha256: String)]) -> [Diagnostic] {
    let now = Dictionary(
      reading.fingerprints.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return inputs.filter { now[$0.file] != $0.sha256 }.map { input in
      Diagnostic(
        code: "W420", file: input.file,
        message: now[input.file] == nil
          ? "\(input.file) is gone since the plan was made"
          : "\(input.file) has changed since the plan was made",
        fix: "plan again to have dates for the region as it is now.")
    }
  }
}
