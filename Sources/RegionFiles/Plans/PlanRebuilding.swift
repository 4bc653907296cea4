import Days
import Migrations

/// Makes a plan of the record in plan.json.
struct PlanRebuilding {
  /// The region that the plan is read for.
  let region: Region
  /// Where messages go.
  let reports: Reports

  /// The plan; parts that do not fit the region are left out with a report.
  func plan(_ record: PlanFile) -> Plan {
    var cost = Cost()
    fill(&cost, record.summary.cost.terms)
    let proof = Plan.Proof(rawValue: record.summary.proof)
    if proof == nil { refuse("summary.proof cannot be \"\(record.summary.proof.prefix(40))\"") }
    let unit = unit(of: record)
    var plan = Plan(
      practices: practices(record.practices), cost: cost, bound: record.summary.bound,
      proof: proof ?? .stopped, uses: uses(record.resources),
      certificate: record.certificate.map { certificate($0.prices, $0.links, unit) }
        ?? Certificate(unit: unit),
      seed: record.seed, work: record.work ?? [:])
    plan.branching = record.branching.map { branching($0, unit) }
    if let byPrices = record.certificate?.bound {
      plan.boundByPrices = byPrices
    } else if let cases = plan.branching {
      // Files of before say in the summary what prices alone prove.
      plan.bound = max(plan.bound, min(cases.bound, cost.total))
    }
    return plan
  }

  private func practices(_ records: [PlanFile.Practice]) -> [PlannedPractice] {
    var byCode: [String: PlanFile.Practice] = [:]
    for record in records {
      if byCode.updateValue(record, forKey: record.code.uppercased()) != nil {
        refuse("practice \(record.code.prefix(20)) appears twice")
      }
    }
    let found = region.practices.enumerated().map { place, practice in
      byCode.removeValue(forKey: practice.code.text.uppercased())
        .map { planned($0, place) }
        ?? left(place, "practice \(practice.code) is not in the plan")
    }
    for code in byCode.keys.sorted() {
      warn(
        "W411", "practice \(code.prefix(20)) of the plan is not in practices.csv; it was left out")
    }
    return found
  }

  private func planned(_ record: PlanFile.Practice, _ place: Int) -> PlannedPractice {
    guard let status = PlannedPractice.Status(rawValue: record.status) else {
      refuse("the status of \(record.code.prefix(20)) cannot be \"\(record.status.prefix(40))\"")
      return left(place, nil)
    }
    var planned = PlannedPractice(
      practice: place, status: status, schedule: [],
      earliestGoLive: record.earliestGoLive.flatMap { day($0) }, cost: Cost(),
      reason: record.reason ?? "")
    fill(&planned.cost, record.terms ?? [:])
    guard status != .unscheduled else { return planned }
    var dates: [Int: StageDates] = [:]
    for stage in record.stages {
      guard let start = day(stage.start), let finish = day(stage.finish) else { continue }
      guard start <= finish else {
        refuse("\(record.code.prefix(20)): \(stage.stage.prefix(40)) finishes before it starts")
        continue
      }
      if let index = region.pathway.index(of: stage.stage) {
        dates[index] = StageDates(start: start, finish: finish)
      }
    }
    planned.schedule = region.pathway.stages.indices.compactMap { dates[$0] }
    guard planned.schedule.count == region.pathway.stages.count else {
      return left(place, "the plan of \(record.code.prefix(20)) has other stages than the region")
    }
    return planned
  }

  /// A practice without dates.
  private func left(_ place: Int, _ why: String?) -> PlannedPractice {
    if let why { warn("W410", "\(why); it counts as unscheduled") }
    return PlannedPractice(
      practice: place, status: .unscheduled, schedule: [], earliestGoLive: nil, cost: Cost(),
      reason: why ?? "")
  }

  /// Adds the terms that are known by name.
  func fill(_ cost: inout Cost, _ terms: [String: Double]) {
    for (name, points) in terms {
      if let term = Cost.Term(rawValue: name) { cost[term] = points }
    }
  }

  private func uses(_ records: [PlanFile.Resource]) -> [ResourceUse] {
    records.flatMap { resource in
      resource.periods.compactMap { period in
        day(period.period).map {
          ResourceUse(
            resource: ResourceID(resource.id), period: $0, capacity: period.capacity,
            used: period.used, price: period.price)
        }
      }
    }
  }

  /// The unit of all prices of the file.
  private func unit(of record: PlanFile) -> Certificate.Unit {
    guard let text = record.certificate?.unit else { return .thousandth }
    if let unit = Certificate.Unit(text: text) { return unit }
    refuse(
      "certificate.unit cannot be \"\(text.prefix(40))\"; it is one of "
        + Certificate.Unit.allCases.map { "\"\($0.text)\"" }.joined(separator: ", "))
    return .thousandth
  }

  func certificate(
    _ prices: [PlanFile.Price], _ links: [PlanFile.LinkPrice]?, _ unit: Certificate.Unit
  ) -> Certificate {
    let prices = prices.compactMap { price -> Certificate.Price? in
      guard price.price >= 0 else {
        refuse("the price of \(price.resource.prefix(60)) is below 0")
        return nil
      }
      return day(price.period).map {
        Certificate.Price(
          resource: ResourceID(price.resource), period: $0, units: price.price)
      }
    }
    return Certificate(
      prices: prices, links: (links ?? []).compactMap(linkPrice), unit: unit)
  }

  private func linkPrice(_ link: PlanFile.LinkPrice) -> Certificate.LinkPrice? {
    guard let firstFrom = day(link.firstFrom), let firstTo = day(link.firstTo),
      let secondFrom = day(link.secondFrom), let secondTo = day(link.secondTo)
    else { return nil }
    guard firstFrom <= firstTo, secondFrom <= secondTo, link.price >= 0 else {
      refuse("the price of the link of \(link.first.prefix(20)) is impossible")
      return nil
    }
    return Certificate.LinkPrice(
      first: PracticeCode(link.first), second: PracticeCode(link.second),
      firstDays: firstFrom...firstTo, secondDays: secondFrom...secondTo, units: link.price)
  }

  /// The day of an ISO date; nil with a report for anything else.
  func day(_ text: String) -> Day? {
    if let day = Day(iso: text) { return day }
    refuse("\"\(text.prefix(40))\" is not a date")
    return nil
  }

  /// Reports what no plan of tranche can hold.
  func refuse(_ message: String) {
    reports.add(
      Diagnostic(
        code: "E402", file: "plan.json", message: message, fix: "plan again; do not edit plan.json."
      ))
  }

  private func warn(_ code: String, _ message: String) {
    reports.add(Diagnostic(code: code, file: "plan.json", message: message))
  }
}
