import TrancheKit

/// A protected period in one line.
enum PeriodWords {
  static func of(_ period: ProtectedPeriod, in region: Region) -> String {
    let stages = period.stages.sorted().map { region.pathway.stages[$0].code }
      .joined(separator: " ")
    let rule: String
    switch period.rule {
    case .forbid: rule = "forbids"
    case .avoid(let cost): rule = "avoid (cost \(cost)) for"
    }
    let source = period.source.isEmpty ? "" : "  [\(period.source)]"
    return "\(period.name): \(period.dateWords), \(rule) \(stages)\(source)"
  }
}

/// A resource in one line.
enum ResourceWords {
  static func of(_ resource: Resource, in region: Region) -> String {
    var text =
      "\(resource.id)  capacity \(number(resource.capacity)) per \(resource.period.rawValue)  "
      + use(resource, in: region)
    switch resource.amount {
    case .one: break
    case .perPatients(let patients): text += "  amount 1 per \(patients) patients"
    case .patients: text += "  amount patients"
    }
    for change in resource.changes {
      text +=
        "  [\(change.from?.iso ?? "...") to \(change.to?.iso ?? "..."): \(number(change.capacity))"
        + (change.reason.isEmpty ? "]" : ", \(change.reason)]")
    }
    return text + "  (\(resource.origin))"
  }

  /// What counts as a use, as region files write it.
  static func use(_ resource: Resource, in region: Region) -> String {
    func codes(_ stages: [Int]) -> String {
      stages.map { region.pathway.stages[$0].code }.joined(separator: " ")
    }
    func end(_ end: Resource.SpanEnd) -> String {
      let offset = end.offset == 0 ? "" : (end.offset > 0 ? "+" : "") + "\(end.offset)wd"
      return
        "\(region.pathway.stages[end.event.stage].id).\(end.event.edge.rawValue)\(offset)"
    }
    switch resource.use {
    case .starts(let stages): return "starts of \(codes(stages))"
    case .days(let stages): return "days of \(codes(stages))"
    case .span(let from, let to): return "days from \(end(from)) to \(end(to))"
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
