import Migrations

/// For each event and day, a lower bound on what the rest of the pathway costs from there.
///
/// It forgets the couplings (save that a shared period may be paid once), so it never exceeds the
/// truth; `infinite` means that nothing legal follows.
struct CompletionBound {
  /// By event, by day of its window.
  private(set) var rest: [[Int64]]

  init(of practice: PracticeDays, costs: StageCosts, windows: Windows) {
    rest = [[Int64]](repeating: [], count: practice.eventCount)
    let last = practice.eventCount - 1
    rest[last] = windows[last].map { _ in 0 }
    for stage in practice.stages.indices.reversed() {
      rest[stage * 2] = CompletionBound.fromStart(
        stage, practice, costs, windows, rest[stage * 2 + 1])
      if stage > 0 {
        rest[stage * 2 - 1] = CompletionBound.fromFinish(
          stage - 1, practice, costs, windows, rest[stage * 2])
      }
    }
  }

  private static func fromStart(
    _ stage: Int, _ practice: PracticeDays, _ costs: StageCosts, _ windows: Windows,
    _ next: [Int64]
  ) -> [Int64] {
    let rules = practice.stages[stage]
    let finishes = windows[stage * 2 + 1]
    let atFinish = costs.atFinish[stage]
    return windows[stage * 2].map { start in
      var best = MicroPoints.infinite
      guard rules.allowsStart(start) else { return best }
      let first = max(start + rules.minimum - 1, finishes.lowerBound)
      let last = min(start + rules.maximum - 1, finishes.upperBound)
      var finish = first
      while finish <= last, rules.isOpen(from: start, to: finish) {
        let cost =
          costs.length(finish - start + 1, usual: rules.usual) + atFinish[finish]
          + next[finish - finishes.lowerBound]
        best = min(best, cost)
        finish += 1
      }
      return best >= MicroPoints.ceiling ? MicroPoints.infinite : best
    }
  }

  private static func fromFinish(
    _ stage: Int, _ practice: PracticeDays, _ costs: StageCosts, _ windows: Windows,
    _ next: [Int64]
  ) -> [Int64] {
    let rules = practice.stages[stage + 1]
    let starts = windows[stage * 2 + 2]
    let atStart = costs.atStart[stage + 1]
    let shared = costs.couplings.compactMap { coupling -> PricedPeriods? in
      guard case .paid(let index) = coupling.kind, coupling.target == stage * 2 + 2 else {
        return nil
      }
      return costs.periods[index]
    }
    return windows[stage * 2 + 1].map { finish in
      var best = MicroPoints.infinite
      let latest = rules.isRecorded ? starts.upperBound : Int(rules.latestStart[finish])
      var start = max(finish + 1, starts.lowerBound)
      let last = min(latest, starts.upperBound)
      while start <= last {
        var cost =
          costs.wait * Int64(start - finish - 1) + atStart[start]
          + next[start - starts.lowerBound]
        for priced in shared where priced.period[start] == priced.period[finish] {
          cost -= priced.price[Int(priced.period[start])]
        }
        best = min(best, cost)
        start += 1
      }
      return best >= MicroPoints.ceiling ? MicroPoints.infinite : best
    }
  }
}
