import Migrations
import RegionFiles

/// Practices and resources by what people call them.
extension PlanStudy {
  /// The place of a practice by its code, or the end of the command.
  func place(ofPractice code: String) throws -> Int {
    let wanted = code.uppercased()
    if let place = region.practices.firstIndex(where: { $0.code.text.uppercased() == wanted }) {
      return place
    }
    let known = region.practices.map(\.code.text)
    try refusal.end(
      .badInput,
      [
        Diagnostic(
          code: "E121", file: "--practice \(code)", message: "no practice has the code \(code)",
          fix: Suggestion.nearest(to: code, in: known).map { "did you mean \($0)?" }
            ?? "use a code of practices.csv.")
      ])
  }

  /// A resource by its id, or the end of the command.
  func resource(_ id: String) throws -> Resource {
    let wanted = id.lowercased()
    if let found = region.resources.first(where: { $0.id.text.lowercased() == wanted }) {
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
