import TrancheKit

/// region.toml of a portfolio.
///
/// With c go-lives a week: extracts and loads 2c, as each practice needs two of each; work in
/// hand 12c, a little more than the ten weeks from kick-off to the end at c a week; trainers 3c
/// for two weeks each. A partner with a share s of the practices has project managers for 14sc
/// migrations, engineers for 3sc and floor walkers for 1.5 times the mean need, at least what
/// its largest practice needs. Daily kinds are set by the same thought, per day: the mean amount
/// times the days of use times c / 5, times 1.25.
struct RegionText {
  let portfolio: Portfolio
  let tightness: Int
  let seed: Int
  let isDaily: Bool
  let finish: Day

  var text: String {
    let kind = isDaily ? "daily" : "weekly"
    return """
      # A benchmark portfolio made by tranche-bench: \(portfolio.title), about \(tightness) % of
      # the open weeks full, \(kind) resources, seed \(seed). Dates, wishes and capacities are made up.

      format = 1

      [region]
      name = "\(portfolio.title)"
      code = "BENCH-\(portfolio.practices.count)-\(tightness)-\(seed)"
      start = 2027-01-04
      finish = \(finish.iso)
      division = "england-and-wales"
      target_system = "\(portfolio.target)"

      \(systems)
      \(partners.map(text(of:)).joined(separator: "\n"))
      \(isDaily ? dailyResources : "[rules]\npcn_cutovers_per_week = 1\n")
      """
  }

  private var c: Int { portfolio.goLivesPerWeek }
  private var sources: [String] { Array(Set(portfolio.practices.map(\.source))).sorted() }
  private var partners: [String] { Array(Set(portfolio.practices.map(\.partner))).sorted() }

  private var systems: String {
    let left = sources.map { source in
      let share = share { $0.source == source }
      return """
        [[system]]
        id = "\(source)"
        name = "\(source.uppercased())"
        extracts_per_week = \(max(2, up(2.2 * share * Double(c))))

        """
    }
    return left.joined(separator: "\n") + """

      [[system]]
      id = "\(portfolio.target)"
      name = "\(portfolio.target.uppercased())"
      loads_per_week = \(2 * c)
      go_lives_per_week = \(c)
      concurrent = \(12 * c)
      \(isDaily ? "go_lives_per_day = \((c + 3) / 4)" : "trainers = \(3 * c)")

      """
  }

  private func text(of partner: String) -> String {
    let practices = portfolio.practices.filter { $0.partner == partner }
    let rate = Double(practices.count) / Double(portfolio.practices.count) * Double(c)
    let walkers = practices.map { Double(up(Double($0.listSize) / 8_000)) }
    let mean = walkers.reduce(0, +) / Double(walkers.count)
    return """
      [[partner]]
      id = "\(partner)"
      name = "Delivery partner \(partner)"
      project_managers = \(max(2, up(14 * rate)))
      engineers = \(max(2, up(3 * rate)))
      \(isDaily ? "" : "floor_walkers = \(max(largest(walkers), up(1.5 * mean * (rate + 1))))")

      """
  }

  /// The resources of which each day has only so much.
  private var dailyResources: String {
    let trainers = portfolio.practices.map { Double(up(Double($0.listSize) / 10_000)) }
    let perDay = 1.25 * mean(trainers) * 10 * Double(c) / 5
    let walkers = partners.map { partner in
      let needs = portfolio.practices.filter { $0.partner == partner }
        .map { Double(up(Double($0.listSize) / 6_000)) }
      let rate = Double(needs.count) / Double(portfolio.practices.count) * Double(c)
      return """
        [[resource]]
        id = "\(partner)-floor-walkers"
        partner = "\(partner)"
        capacity = \(max(largest(needs), up(1.25 * mean(needs) * (3 * rate / 5 + 1))))
        per = "day"
        span = ["go-live.start", "go-live.start+2wd"]
        count = "days"
        amount = { per_patients = 6000 }

        """
    }
    return """
      [[resource]]
      id = "trainers"
      system = "\(portfolio.target)"
      capacity = \(max(largest(trainers), up(perDay)))
      per = "day"
      span = ["go-live.start-10wd", "go-live.start-1wd"]
      count = "days"
      amount = { per_patients = 10000 }

      \(walkers.joined(separator: "\n"))
      [[resource]]
      id = "pcn-patients"
      each = "pcn"
      share = 0.4
      per = "day"
      stages = ["FD", "CO", "GL"]
      count = "days"
      amount = "patients"

      """
  }

  private func share(_ isCounted: (PortfolioPractice) -> Bool) -> Double {
    Double(portfolio.practices.count(where: isCounted)) / Double(portfolio.practices.count)
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  private func largest(_ values: [Double]) -> Int { Int(values.max() ?? 0) }

  private func up(_ value: Double) -> Int { Int(value.rounded(.up)) }
}
