import Days
public import Migrations

/// Records that break a rule: findings of the past, which no plan can mend.
///
/// They are told and never held against a plan. A plan may not make them worse: what is over is
/// over, and what the records use counts.
public struct RecordChecks {
  private let region: Region

  /// The checks of a region's records.
  public init(of region: Region) { self.region = region }

  /// What the records break, in the contract's order of rules.
  public func findings() -> [Finding] {
    let started = region.practices.indices.filter { !region.practices[$0].actuals.isEmpty }
    return started.flatMap(leadTimes) + started.flatMap(periods) + started.flatMap(closures)
      + capacities() + region.brokenLinks.compactMap(broken) + started.flatMap(later)
  }

  private func leadTimes(_ place: Int) -> [Finding] {
    let practice = region.practices[place]
    return region.pathway.leadTimes.compactMap { leadTime in
      guard let from = practice.recorded(leadTime.from), let to = practice.recorded(leadTime.to)
      else { return nil }
      let dates =
        "\(region.title(of: place)): \(region.title(of: leadTime.from)) on \(from.words) and "
        + "\(region.title(of: leadTime.to)) on \(to.words)"
      if let least = leadTime.atLeast(for: practice) {
        let missing = least.count - least.distance(from: from, to: to, in: region.calendar)
        if missing > 0 {
          return finding(
            .leadTime, place, to, missing,
            "\(dates) are on record, closer than the lead time '\(leadTime.id)' of at least "
              + "\(least.words) allows, by \(missing).")
        }
      }
      if let most = leadTime.atMost {
        let over = most.distance(from: from, to: to, in: region.calendar) - most.count
        if over > 0 {
          return finding(
            .leadTime, place, to, over,
            "\(dates) are on record, further apart than the lead time '\(leadTime.id)' of at most "
              + "\(most.words) allows, by \(over).")
        }
      }
      return nil
    }
  }

  private func periods(_ place: Int) -> [Finding] {
    worked(place).flatMap { stage, dates in
      region.protectedPeriods.filter { $0.rule == .forbid && $0.stages.contains(stage) }
        .flatMap { period in
          period.occurrences(touching: dates.start...dates.finish).compactMap {
            inside(.protected, place, stage, dates, $0, "the protected period '\(period.name)'")
          }
        }
    }
  }

  private func closures(_ place: Int) -> [Finding] {
    worked(place).flatMap { stage, dates in
      region.practices[place].closures.filter {
        $0.rule == .forbid && $0.stages.contains(stage)
      }.compactMap { closure in
        let reason = closure.reason.isEmpty ? "" : " (\(closure.reason))"
        return inside(
          .closure, place, stage, dates, closure.days, "the practice's own closure\(reason)")
      }
    }
  }

  private func capacities() -> [Finding] {
    region.resources.flatMap { resource in
      resource.recordedUse.keys.sorted().compactMap { period in
        let used = resource.recordedUse[period] ?? 0
        let capacity = resource.capacity(inPeriod: period)
        guard used > capacity + CapacityCheck.tolerance else { return nil }
        let when =
          resource.period == .week ? "the week of \(period.words)" : period.longWords
        return Finding(
          rule: .capacity, resource: resource.id, period: period.iso, amount: used - capacity,
          message:
            "\(resource.name) (\(resource.id)) in \(when): the records use \(plain(used)) of "
            + "\(plain(capacity)); nothing else has room in it.")
      }
    }
  }

  private func broken(_ link: Link) -> Finding? {
    let goLive = StageEvent(stage: region.pathway.goLive, edge: .start)
    func words(_ place: Int) -> String {
      let day = region.practices[place].recorded(goLive)
      return "\(region.title(of: place)) \(day.map { "went live on \($0.words)" } ?? "is not live")"
    }
    return Finding(
      rule: .link, practice: region.practices[link.second].code,
      period: region.practices[link.second].recorded(goLive)?.iso,
      message:
        "\(words(link.first)) and \(words(link.second)): the records have broken their link, "
        + "which binds no more.")
  }

  /// Records of days that are still to come on the region's day.
  private func later(_ place: Int) -> [Finding] {
    guard let asOf = region.asOf else { return [] }
    return region.practices[place].actuals.sorted { $0.key < $1.key }.compactMap { stage, actual in
      let last = actual.finish ?? actual.start
      guard last > asOf else { return nil }
      return finding(
        .asOf, place, last, last - asOf,
        "\(region.title(of: place)): \(region.pathway.stages[stage].name) is on record for "
          + "\(last.words), after \(asOf.words), the day on which the records were true.")
    }
  }

  /// The recorded stages with the days on which they have been worked on.
  private func worked(_ place: Int) -> [(stage: Int, dates: StageDates)] {
    region.practices[place].actuals.sorted { $0.key < $1.key }.map { stage, actual in
      let last = actual.finish ?? actual.finishesFrom ?? actual.start
      return (stage, StageDates(start: actual.start, finish: max(actual.start, last)))
    }
  }

  private func inside(
    _ rule: Rule, _ place: Int, _ stage: Int, _ dates: StageDates, _ range: ClosedRange<Day>,
    _ what: String
  ) -> Finding? {
    let days = workingDays(of: dates, inside: range, in: region.calendar)
    guard let first = days.first else { return nil }
    return finding(
      rule, place, first, days.count,
      "\(region.title(of: place)): \(region.pathway.stages[stage].name) is on record for "
        + "\(counted(days.count, "working day")) from \(first.words) inside \(what), which forbids "
        + "it.")
  }

  private func finding(_ rule: Rule, _ place: Int, _ day: Day, _ amount: Int, _ message: String)
    -> Finding
  {
    Finding(
      rule: rule, practice: region.practices[place].code, period: day.iso, amount: Double(amount),
      message: message)
  }
}
