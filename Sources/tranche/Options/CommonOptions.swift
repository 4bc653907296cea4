import ArgumentParser
import TrancheKit

/// When to use colour.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// How to report progress on standard error.
enum ProgressChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case none
  case plain
  case json
}

/// The options that every verb has.
struct CommonOptions: ParsableArguments {
  @Flag(name: .long, help: "Write one JSON object to standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "No talk on standard error, only errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "More talk on standard error.")
  var verbose = false

  @Option(name: .long, help: "Colour: auto, always or never.")
  var color = ColourChoice.auto

  @Flag(name: .long, help: "Only ASCII characters in drawings.")
  var ascii = false

  @Option(
    name: .long,
    help: ArgumentHelp("Columns to draw in (default: the terminal's).", valueName: "n"))
  var width: Int?

  @Option(name: .long, help: "Progress: auto, none, plain or json.")
  var progress = ProgressChoice.auto

  @Option(
    name: .long,
    help: ArgumentHelp("The date to print in outputs (default: none).", valueName: "2026-11-20"),
    transform: parseDay)
  var today: Day?

  func validate() throws {
    if let width, width < 20 || width > 10_000 {
      throw ValidationError("--width must be from 20 to 10000.")
    }
  }

  /// The console.
  var console: Console {
    Console(isQuiet: quiet, width: width ?? (Console.isTerminal(1) ? Console.width : nil))
  }

  /// Whether standard output takes colour: NO_COLOR, TERM and pipes say no, FORCE_COLOR says yes.
  var isColoured: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      if let force = Environment["FORCE_COLOR"], !force.isEmpty { return true }
      if let no = Environment["NO_COLOR"], !no.isEmpty { return false }
      return Console.isTerminal(1) && Environment["TERM"] != "dumb"
    }
  }

  /// Whether drawings must do with ASCII: asked for, or a locale without UTF-8.
  var isASCII: Bool {
    if ascii { return true }
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap({ Environment[$0] }).first(where: { !$0.isEmpty })
    else { return false }
    return !locale.lowercased().replacing("-", with: "").contains("utf8")
  }

  /// How to draw in the terminal.
  var style: TerminalStyle {
    TerminalStyle(width: width ?? Console.width, isASCII: isASCII, isColoured: isColoured)
  }

  /// The time to print in outputs, from `--today` or SOURCE_DATE_EPOCH; nil for none.
  var stamp: PlanReport.Stamp? {
    if let today { return .day(today) }
    return Environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }.map { .seconds($0) }
  }
}

/// Reads an ISO date.
@Sendable
func parseDay(_ text: String) throws -> Day {
  guard let day = Day(iso: text) else {
    throw ValidationError("'\(text)' is not a date. Write it as 2027-05-10.")
  }
  return day
}
