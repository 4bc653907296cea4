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

  /// A resource by its id, or the end of the command.
  func resource(_ id: String) throws -> Resource {
    let wanted = id.lowercased()
    if let found = region.resources.first(where: { $0.id.text.lowercased() == wanted })
      ?? region.resources.first(where: { $0.name.lowercased() == wanted })
    {
      return found
    }
    let known = region.resources.map(\.id.text)
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
