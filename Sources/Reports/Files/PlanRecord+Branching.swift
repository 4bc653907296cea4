import Days
import Migrations

/// The proof by cases, in plan.json.
extension PlanRecord {
  /// The member `branching`; nil where prices alone prove as much.
  var branching: JSONValue? {
    guard let proof = report.plan.branching else { return nil }
    let cost = report.plan.cost.total
    let stages = report.region.pathway.stages
    return .object([
      "bound": .number(Figures.atMost(proof.bound)),
      "gap": .number(Figures.nearest(max(0, (cost - proof.bound) / max(cost, 1)))),
      "branches": .array(
        proof.branches.map { branch in
          switch branch {
          case .priced(let certificate):
            return .object(["prices": prices(of: certificate), "links": links(of: certificate)])
          case .split(let split):
            return .object([
              "ods_code": .string(split.practice.text),
              "stage": .string(stages[split.event.stage].id.text),
              "edge": .string(split.event.edge.rawValue),
              "latest": .string(split.latest.iso),
              "left_out": split.leftOut.map { .integer($0) } ?? .null,
              "by": .integer(split.by),
              "after": .integer(split.after),
            ])
          }
        }),
    ])
  }
}
