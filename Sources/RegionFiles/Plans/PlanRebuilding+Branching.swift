import Migrations

/// The proof by cases that a plan's file states.
extension PlanRebuilding {
  /// The branches; those that cannot be read are reported, and stand as priced by nothing.
  func branching(_ record: PlanFile.Branching, _ unit: Certificate.Unit) -> BranchProof {
    BranchProof(
      bound: record.bound,
      branches: record.branches.enumerated().map { number, branch in
        if let prices = branch.prices { return .priced(certificate(prices, branch.links, unit)) }
        return split(branch, number).map { .split($0) } ?? .priced(Certificate())
      })
  }

  private func split(_ branch: PlanFile.Branch, _ number: Int) -> BranchProof.Split? {
    guard let code = branch.code, let by = branch.by, let after = branch.after,
      let stage = branch.stage.flatMap(region.pathway.index(of:)),
      let edge = branch.edge.flatMap(StageEvent.Edge.init(rawValue:)),
      let latest = branch.latest.flatMap(day)
    else {
      refuse("branch \(number) of branching has neither prices nor a whole split")
      return nil
    }
    return BranchProof.Split(
      practice: PracticeCode(code), event: StageEvent(stage: stage, edge: edge), latest: latest,
      leftOut: branch.leftOut, by: by, after: after)
  }
}
