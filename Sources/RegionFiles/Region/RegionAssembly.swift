import Days
import Migrations

/// Puts settings and practices together: expands resources and adds the links of pilots.
struct RegionAssembly {
  /// What region.toml says.
  let settings: Settings
  /// The root table, for messages about its parts.
  let root: TableReader
  /// The file of practices.
  let file: String

  /// The region; nil, with reports, if resources clash or something is missing.
  func region(practices: [Practice], links: [Link], otherColumnNames: [String]) -> Region? {
    guard var horizon = settings.horizon, let calendar = settings.calendar else { return nil }
    var opening: Day?
    if let first = practices.flatMap(\.actuals.values).map(\.start).min(),
      first < horizon.lowerBound
    {
      // What is on record lies where it lies; everything else keeps to the region's first day.
      opening = horizon.lowerBound
      horizon = first...horizon.upperBound
    }
    let expansion = ResourceExpansion(settings: settings, practices: practices, root: root)
    var region = Region(
      name: settings.name.isEmpty ? settings.code : settings.name, code: settings.code,
      horizon: horizon, calendar: calendar, pathway: settings.pathway, systems: settings.systems,
      partners: settings.partners, practices: practices, resources: expansion.resources())
    region.opening = opening
    region.protectedPeriods = settings.protectedPeriods
    region.closures = settings.closures
    region.tasks = settings.tasks
    region.thirdParties = settings.thirdParties
    region.topics = ShippedTopics.all
    region.rules = settings.rules
    region.objective = settings.objective
    region.solve = settings.solve
    region.risk = settings.risk
    region.otherColumnNames = otherColumnNames
    region.links = links
    guard acceptsPilots(practices) else { return nil }
    region.links += region.pilotLinks()
    noteListSizes(region)
    let lastRecord = region.practices.flatMap(\.actuals.values)
      .map { max($0.start, $0.finish ?? $0.start) }.max()
    return region.seen(on: settings.asOf ?? lastRecord)
  }

  /// Whether pilots do not make more links than can be planned with; says so if they do.
  private func acceptsPilots(_ practices: [Practice]) -> Bool {
    guard RegionLimits.pilotLinks(of: practices) > RegionLimits.pilotLinks else { return true }
    root.reports.add(
      Diagnostic(
        code: "E103", file: file,
        message: RegionLimits.words(RegionLimits.pilotLinks, "pairs of a pilot and a practice"),
        why: "A pilot goes live before every other practice that moves as it does.",
        fix: "write yes under pilot for the few practices that go first."))
    return false
  }

  /// Warns where capacities or weights count patients and a list size is missing.
  private func noteListSizes(_ region: Region) {
    let empty = region.practices.filter { $0.listSize == 0 }
    if region.objective.weightBy == .patients, !empty.isEmpty {
      root.reports.add(
        Diagnostic(
          code: "E164", file: "practices.csv",
          message: "the list size is 0: " + empty.prefix(5).map(\.code.text).joined(separator: ", ")
            + (empty.count > 5 ? " and \(empty.count - 5) more" : ""),
          why: "With weight_by = \"patients\" leaving such a practice out would cost nothing.",
          fix: "fill in list_size, or leave it empty to count the practice as the mean."))
    }
    let without = region.practices.filter { $0.listSize == nil }
    guard !without.isEmpty else { return }
    let counting = region.resources.filter { resource in
      resource.amount != .one && without.contains { resource.appliesTo.matches($0) }
    }
    guard !counting.isEmpty || region.objective.weightBy == .patients else { return }
    let names = without.prefix(5).map(\.code.text).joined(separator: ", ")
    let more = without.count > 5 ? " and \(without.count - 5) more" : ""
    root.reports.add(
      Diagnostic(
        code: "W163", file: file,
        message:
          "\(counted(without.count, "practice")) without a list size: \(names)\(more)",
        why: "They count as 1 where patients are divided, and as the mean where they are added.",
        fix: "fill in list_size."))
  }
}
