import ArgumentParser
import TrancheKit

/// Idle time that a plan has to keep before stages.
struct ReserveOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keep so much idle time before a stage, as final-data-production=1w for every practice or "
        + "L82003:FD=1w for one (repeatable); tranche risk says where it pays.",
      valueName: "stage=length"))
  var reserve: [ReserveChoice] = []

  /// Gives the region its reserves; ends the command where one cannot be kept.
  func apply(to region: inout Region, _ refusal: Refusal) throws {
    var problems: [Diagnostic] = []
    var reserves: [Reserve] = []
    for choice in reserve {
      switch choice.reserve(in: region) {
      case .success(let reserve): reserves.append(reserve)
      case .failure(let problem): problems.append(problem.diagnostic)
      }
    }
    guard problems.isEmpty else { try refusal.end(.badInput, problems) }
    region = region.keeping(reserves)
  }
}

/// `STAGE=LENGTH` or `ODS:STAGE=LENGTH`.
struct ReserveChoice: ExpressibleByArgument {
  let text: String
  let code: String?
  let stage: String
  let length: Length

  /// Why a reserve cannot be kept.
  struct Problem: Error {
    let diagnostic: Diagnostic
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let length = Length(parts[1]), length.count >= 0 else { return nil }
    text = argument
    // A practice's name may hold a colon, a stage's does not.
    let colon = parts[0].lastIndex(of: ":")
    code = colon.map { String(parts[0][..<$0]) }
    stage = String(colon.map { parts[0][parts[0].index(after: $0)...] } ?? parts[0])
    guard !stage.isEmpty, code?.isEmpty != true else { return nil }
    self.length = length
  }

  /// The reserve in a region's terms.
  func reserve(in region: Region) -> Result<Reserve, Problem> {
    func problem(_ message: String, _ fix: String) -> Result<Reserve, Problem> {
      .failure(
        Problem(
          diagnostic: Diagnostic(
            code: "E123", file: "--reserve \(text)", message: message, fix: fix)))
    }
    guard let place = region.pathway.index(of: stage), place > 0 else {
      let stages = region.pathway.stages.dropFirst().map(\.id.text)
      return problem(
        "no stage \"\(stage)\" can be waited for",
        Suggestion.nearest(to: stage, in: stages).map { "did you mean \($0)?" }
          ?? "use one of \(stages.joined(separator: ", ")).")
    }
    if let longest = region.pathway.stages[place].longestWait, !longest.leaves(length) {
      return problem(
        "\(region.pathway.stages[place].name) may be waited for \(longest.words) at most",
        "choose a stage with a longer wait, or raise its longest_wait in region.toml.")
    }
    guard let code else { return .success(Reserve(stage: place, atLeast: length)) }
    switch PracticeNaming.place(of: code, in: region, option: "--reserve \(text)") {
    case .failure(let unknown): return .failure(Problem(diagnostic: unknown.diagnostic))
    case .success(let practice):
      return .success(
        Reserve(stage: place, atLeast: length, practice: region.practices[practice].code))
    }
  }
}

extension Length {
  /// Whether a wait of this length at most leaves room for a reserve; five working days count as
  /// a week.
  fileprivate func leaves(_ reserve: Length) -> Bool {
    func weeks(_ length: Length) -> Double {
      switch length {
      case .workingDays(let count): Double(count) / 5
      case .days(let count): Double(count) / 7
      }
    }
    return weeks(reserve) <= weeks(self)
  }
}
