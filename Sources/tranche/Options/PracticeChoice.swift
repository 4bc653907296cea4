import TrancheKit

/// The practices that `--practice` names.
struct PracticeChoice {
  let codes: [String]

  /// The codes of the practices, named by code or name; ends the command if one is no practice.
  func found(in region: Region, _ refusal: Refusal) throws -> [String] {
    var found: [String] = []
    let problems = codes.compactMap { code -> Diagnostic? in
      switch PracticeNaming.place(of: code, in: region, option: "--practice \(code)") {
      case .success(let place):
        found.append(region.practices[place].code.text)
        return nil
      case .failure(let unknown): return unknown.diagnostic
      }
    }
    guard problems.isEmpty else { try refusal.end(.badInput, problems) }
    return found
  }
}
