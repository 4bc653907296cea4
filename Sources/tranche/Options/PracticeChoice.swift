import Migrations
import RegionFiles

/// The practices that `--practice` names.
struct PracticeChoice {
  let codes: [String]

  /// Ends the command if one of them is no practice of the region.
  func demand(in region: Region, _ refusal: Refusal) throws {
    let known = region.practices.map(\.code.text)
    let problems = codes.filter { code in
      !known.contains { $0.uppercased() == code.uppercased() }
    }.map { code in
      Diagnostic(
        code: "E121", file: "--practice \(code)", message: "no practice has the code \(code)",
        fix: Suggestion.nearest(to: code, in: known).map { "did you mean \($0)?" }
          ?? "use a code of practices.csv.")
    }
    guard problems.isEmpty else { try refusal.end(.badInput, problems) }
  }
}
