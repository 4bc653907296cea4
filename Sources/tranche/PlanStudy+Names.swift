import TrancheKit

/// Practices and resources by what people call them.
extension PlanStudy {
  /// The place of a practice by its code or name, or the end of the command.
  func place(ofPractice code: String) throws -> Int {
    switch PracticeNaming.place(of: code, in: region, option: "--practice \(code)") {
    case .success(let place): return place
    case .failure(let unknown): try refusal.end(.badInput, [unknown.diagnostic])
    }
  }

  /// A resource by its id or name, or the end of the command.
  func resource(_ id: String) throws -> Resource {
    let places = NameSearch(region.resources.map { ($0.id.text, $0.name) }).places(of: id)
    if places.count == 1, let only = places.first { return region.resources[only] }
    let known = region.resources.map(\.id.text)
    if !places.isEmpty {
      try refusal.end(
        .badInput,
        [
          Diagnostic(
            code: "E320", file: "--resource \(id)", message: "several resources begin with \(id)",
            fix: "use one of \(places.map { known[$0] }.joined(separator: ", ")).")
        ])
    }
    try refusal.end(
      .badInput,
      [
        Diagnostic(
          code: "E320", file: "--resource \(id)", message: "no resource has the id \(id)",
          fix: Suggestion.nearest(to: id, in: known).map { "did you mean \($0)?" }
            ?? "see tranche check --expanded for the ids.")
      ])
  }
}
