import Migrations

/// Protected periods for people.
extension ProtectedPeriod {
  /// What the period does, in words.
  var ruleWords: String {
    switch rule {
    case .forbid: "not allowed"
    case .avoid(let cost):
      "avoided, \(Figures.points(Figures.words(cost))) a working day"
    }
  }

  /// The codes of the stages it applies to, in order of the pathway.
  func stageCodes(in pathway: Pathway) -> String {
    stages.sorted().filter(pathway.stages.indices.contains).map { pathway.stages[$0].code }
      .joined(separator: ", ")
  }
}
