import Days
import Migrations

/// A clash in a planner's words.
extension ClashExplainer {
  /// Says which practices and rules clash.
  func describe(_ clash: Clash) -> Explanation {
    if clash.isOwn, let practice = clash.practices.first {
      return Explanation(
        summary: "\(name(practice)) has no legal dates: its own rules cannot hold together.",
        clashes: [commitment(practice)]
          + clash.own.filter { $0.rule != .pin }.map {
            Explanation.Clash(
              rule: $0.rule, practices: [region.practices[practice].code],
              message: sentence($0.words))
          })
    }
    let names = clash.practices.map(name)
    let who =
      names.count <= 3
      ? list(names)
      : counted(names.count, "practice")
    let resources = clash.rules.compactMap { rule -> String? in
      guard case .resource(let place) = rule.kind else { return nil }
      return region.resources[place].name
    }
    let what =
      resources.isEmpty
      ? "their dates and the rules between them cannot all be kept"
      : "there is not enough of \(list(resources))"
    return Explanation(
      summary: "No plan can have \(who) all live between \(region.horizon.lowerBound.words) and "
        + "\(region.horizon.upperBound.words): \(what).",
      clashes: commitments(clash.practices) + clash.rules.map { part($0, clash) })
  }

  /// What has to be: agreed and recorded practices one by one, many others together.
  private func commitments(_ practices: [Int]) -> [Explanation.Clash] {
    let free = practices.filter { !region.practices[$0].isCommitted }
    guard free.count > 5 else { return practices.map(commitment) }
    let codes = free.map { region.practices[$0].code }
    return practices.filter { region.practices[$0].isCommitted }.map(commitment) + [
      Explanation.Clash(
        rule: .pin, practices: codes,
        message: "\(counted(free.count, "practice")) are to go live: "
          + "\(codes.map(\.text).joined(separator: ", ")).")
    ]
  }

  private func commitment(_ place: Int) -> Explanation.Clash {
    let practice = region.practices[place]
    let message =
      practice.pinnedGoLive.map { "\(name(place)) is to go live on \($0.words)." }
      ?? (practice.isCommitted
        ? "\(name(place)) is under way and may not be left out." : "\(name(place)) is to go live.")
    return Explanation.Clash(rule: .pin, practices: [practice.code], message: message)
  }

  private func part(_ rule: ClashRules.Named, _ clash: Clash) -> Explanation.Clash {
    var part = Explanation.Clash(
      rule: rule.rule, practices: rule.practices.map { region.practices[$0].code },
      message: rule.words)
    guard case .resource(let place) = rule.kind else { return part }
    let resource = region.resources[place]
    part.resource = resource.id
    let open = openPeriods(of: place, for: clash.practices)
    guard let first = open.first, let last = open.last else { return part }
    let unit = resource.period.rawValue
    let room = open.reduce(0) { $0 + resource.capacity(inPeriod: $1) }
    let need = need(of: place, for: clash.practices)
    if open.count == 1 { part.period = first.iso }
    let when =
      open.count == 1
      ? (resource.period == .week ? "in the week of \(first.words)" : "on \(first.words)")
      : "in the \(open.count) \(unit)s open to them, \(first.words) to \(last.words)"
    // Of spans, and of parts in a longer clash, the sum says nothing by itself.
    guard need > room else { return part }
    part.message =
      "\(resource.name) (\(resource.id)): at least \(number(need)) needed \(when), "
      + "\(number(room)) there."
    return part
  }

  /// The periods of a resource that some legal dates of the practices use.
  func openPeriods(of place: Int, for practices: [Int]) -> [Day] {
    let model = Model(region: region, threads: options.threads)
    let generator = model.generator()
    let stretch = model.rows.stretches[place]
    var open: Set<Int> = []
    for row in stretch.base..<(stretch.base + stretch.count) {
      let isOpen = practices.contains { practice in
        model.practices[practice].using(row: row, of: model).contains {
          generator.best($0, charges: NoCharges()) != nil
        }
      }
      if isOpen { open.insert(row) }
    }
    return open.sorted().map { model.rows.period(of: $0, timetable: model.timetable) }
  }

  /// What practices need of a resource at least: what their cheapest dates use.
  private func need(of place: Int, for practices: [Int]) -> Double {
    let resource = region.resources[place]
    let mean = region.meanListSize
    let uses =
      switch resource.use {
      case .starts(let stages): Double(stages.count)
      case .days, .span: 1.0
      }
    return practices.map { region.practices[$0] }.filter(resource.appliesTo.matches)
      .reduce(0) { $0 + uses * resource.amount(of: $1, meanListSize: mean) }
  }

  func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e12 ? String(Int(value)) : String(value)
  }

  private func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
