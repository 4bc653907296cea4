import ArgumentParser

/// The ways the command ends (contract, section 7); usage errors end with 64 by themselves.
enum ExitStatus: Int32, Error, CaseIterable {
  case done = 0
  case unsatisfied = 1
  case changes = 2
  case impossible = 3
  case outOfTime = 4
  case gapNotReached = 5
  case usage = 64
  case badInput = 65
  case missingInput = 66
  case fault = 70
  case cannotWrite = 73
  case interrupted = 130

  /// What it means, in a few words.
  var meaning: String {
    switch self {
    case .done: "done"
    case .unsatisfied: "broken rules, or practices left out"
    case .changes: "there are changes"
    case .impossible: "no plan satisfies the hard rules"
    case .outOfTime: "out of time with no plan"
    case .gapNotReached: "not within the gap asked for"
    case .usage: "usage"
    case .badInput: "bad input"
    case .missingInput: "missing input"
    case .fault: "a fault in tranche"
    case .cannotWrite: "cannot write"
    case .interrupted: "interrupted, the best plan kept"
    }
  }

  /// Ends the command with this status.
  var code: ExitCode { ExitCode(rawValue) }

  /// All of them, for help.
  static var table: String {
    allCases.map { status in
      let number = String(status.rawValue)
      return String(repeating: " ", count: 5 - number.count) + number + "  " + status.meaning
    }.joined(separator: "\n")
  }
}
