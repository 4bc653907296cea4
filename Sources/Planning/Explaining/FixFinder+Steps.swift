import Days
import Migrations

/// What can be changed about each rule of a clash.
extension FixFinder {
  /// What can be eased of a clash.
  func steps(for clash: ClashExplainer.Clash, in region: Region) -> [Step] {
    var steps: [Step] = []
    for rule in clash.rules { steps += self.steps(easing: rule, clash, region) }
    for practice in clash.practices { steps += unpin(practice, region) }
    if clash.isOwn, let practice = clash.practices.first {
      steps += clash.own.compactMap { easing($0, practice, region) }
    }
    if clash.practices.contains(where: { region.practices[$0].pinnedGoLive == nil }) {
      steps += [4, 13, 26].compactMap { later($0, region) }
    }
    return steps
  }

  private func steps(
    easing rule: ClashRules.Named, _ clash: ClashExplainer.Clash, _ region: Region
  ) -> [Step] {
    switch rule.kind {
    case .resource(let place): return capacity(place, clash, region)
    case .period(let id):
      guard let period = region.protectedPeriods.first(where: { $0.id == id }) else { return [] }
      return [soften(period)]
    case .link, .closure, .notBefore:
      return [Step(words: "Give up: \(rule.words)", change: rule.remove)]
    case .deadlines:
      return [
        Step(words: "Let practices be late at a price: rules.deadlines is not \"forbid\".") {
          $0.rules.deadlinesAreHard = false
        }
      ]
    case .leadTime: return []
    }
  }

  /// One more in one period, for the periods of the clash; then one more, and two, in all.
  private func capacity(
    _ place: Int, _ clash: ClashExplainer.Clash, _ region: Region
  ) -> [Step] {
    let resource = region.resources[place]
    let cost = resource.extraCost ?? region.objective.extra
    let explainer = ClashExplainer(
      region: region, options: explainer.options, cancellation: explainer.cancellation)
    let open = explainer.openPeriods(of: place, for: clash.practices)
    let inOne = open.count <= 12 ? open : []
    var steps = inOne.map { period in
      Step(
        words: "One more of \(resource.name) \(when(period, resource)) "
          + "(\(explainer.number(resource.capacity(inPeriod: period) + 1)) in place of "
          + "\(explainer.number(resource.capacity(inPeriod: period)))).", extra: cost,
        isSingle: true
      ) {
        $0 = $0.changing([
          Variant.CapacityStep(resource: resource.id, periods: period...period, units: 1)
        ])
      }
    }
    let periods = Double(max(1, open.count))
    for units in [1.0, 2.0] where inOne.count != 1 {
      steps.append(
        Step(
          words: "\(units == 1 ? "One" : "Two") more of \(resource.name) in every "
            + "\(resource.period.rawValue) "
            + "(--set resource.\(resource.id).capacity="
            + "\(explainer.number(resource.capacity + units))).", extra: cost * units * periods,
          ladder: resource.id.text
        ) {
          $0 = $0.changing([Variant.CapacityStep(resource: resource.id, units: units)])
        })
    }
    return steps
  }

  /// The go-live of an agreed practice on another day, as near as the cost says.
  private func unpin(_ practice: Int, _ region: Region) -> [Step] {
    guard let pinned = region.practices[practice].pinnedGoLive else { return [] }
    return [
      Step(
        words: "Let \(name(practice, region)) go live on another day than \(pinned.words), near it."
      ) {
        $0.practices[practice].pinnedGoLive = nil
        $0.practices[practice].preferred = pinned...pinned
      }
    ]
  }

  /// A rule of one practice's own.
  private func easing(_ rule: OwnRules.Named, _ practice: Int, _ region: Region) -> Step? {
    switch rule.rule {
    case .protected:
      guard
        let period = region.protectedPeriods.first(where: {
          rule.words == OwnRules.words($0, in: region)
        })
      else { return nil }
      return soften(period)
    case .closure, .deadline:
      return Step(
        words: "Give up that \(rule.words) (\(name(practice, region))).", change: rule.remove)
    case .pathway
    where region.practices[practice].notBefore != nil && rule.words.contains("before"):
      return Step(words: "Give up that \(rule.words).", change: rule.remove)
    default: return nil
    }
  }

  /// A protected period at a price in place of forbidden.
  private func soften(_ period: ProtectedPeriod) -> Step {
    Step(words: "Allow \(period.name) at a price (protected.\(period.id).rule = \"avoid\").") {
      guard let place = $0.protectedPeriods.firstIndex(of: period) else { return }
      $0.protectedPeriods[place].rule = .avoid(cost: 2)
    }
  }

  /// A later end of the region.
  private func later(_ weeks: Int, _ region: Region) -> Step? {
    let finish = region.horizon.upperBound + weeks * 7
    guard finish + 182 <= region.calendar.last else { return nil }
    return Step(
      words: "Let the region run on to \(finish.words) (region.finish = \(finish.iso)).",
      ladder: "finish"
    ) {
      $0.horizon = $0.horizon.lowerBound...finish
    }
  }

  private func when(_ period: Day, _ resource: Resource) -> String {
    resource.period == .week ? "in the week of \(period.words)" : "on \(period.words)"
  }

  private func name(_ place: Int, _ region: Region) -> String {
    "\(region.practices[place].name) (\(region.practices[place].code))"
  }
}
