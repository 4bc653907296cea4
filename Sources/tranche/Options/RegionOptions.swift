import ArgumentParser
import Migrations
import RegionFiles

/// Which region to read, and what to change in it for this run.
struct RegionOptions: ParsableArguments {
  @Argument(help: "The region folder.", completion: .directory)
  var region = "."

  @Option(
    name: .customLong("set"),
    help: "Set a key of region.toml for this run, as rules.pilot_gap=6w (repeatable).")
  var settings: [String] = []

  func validate() throws {
    for text in settings where !text.contains("=") {
      throw ValidationError("'--set \(text)' has no value. Write it as KEY=VALUE.")
    }
  }

  /// The overrides as keys and values.
  var overrides: [(key: String, value: String)] {
    settings.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  /// Reads the region; prints what is wrong with it and ends the command if it has errors.
  ///
  /// - Parameters:
  ///   - common: how to print.
  ///   - closing: the last sentence if it has errors.
  ///   - settings: keys and values to set; nil for those of `--set`.
  ///   - additions: further files of practices.
  func read(
    _ common: CommonOptions, closing: String, settings: [(key: String, value: String)]? = nil,
    additions: [String] = []
  ) throws -> LoadedRegion {
    let reading = RegionFolder.read(
      region, overrides: settings ?? overrides, additions: additions)
    guard let value = reading.region else {
      let text = DiagnosticText(isASCII: common.isASCII, closing: closing)
      common.console.complain(text.render(reading.diagnostics))
      if common.json {
        common.console.write(
          try JSONText.of(
            FailedReading(command: "read", ok: false, diagnostics: reading.diagnostics)))
      }
      throw (reading.missingFile ? ExitStatus.missingInput : .badInput).code
    }
    let warnings = reading.diagnostics.filter { $0.severity == .warning }
    if !warnings.isEmpty && !common.quiet {
      common.console.say(DiagnosticText(isASCII: common.isASCII).render(warnings))
    }
    return LoadedRegion(region: value, reading: reading)
  }
}

/// A region that was read without errors.
struct LoadedRegion {
  var region: Region
  let reading: RegionReading
}

/// What `--json` says when the inputs have errors.
private struct FailedReading: Encodable {
  let command: String
  let ok: Bool
  let diagnostics: [Diagnostic]
}

extension LoadedRegion {
  /// Whether region.toml asks for CSV without the marks for spreadsheets.
  var csvIsPlain: Bool { reading.output.csv == .plain }
}
