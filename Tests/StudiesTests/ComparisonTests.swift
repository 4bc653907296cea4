import Days
import Migrations
import Testing
import TestSupport

@testable import Studies

@Suite struct ComparisonTests {
  private func entry(
    _ code: PracticeCode, _ name: String, _ goLive: String?, reason: String = "",
    status: PlannedPractice.Status = .scheduled, order: String? = nil, cost: Cost = Cost()
  ) -> PlanSnapshot.Entry {
    let stages = goLive.map { goLive in
      let final = day(goLive) - 7
      let first = order.map { day($0) } ?? final - 70
      return [
        PlanSnapshot.Stage(code: "PR", dates: StageDates(start: first, finish: first + 10)),
        PlanSnapshot.Stage(code: "FD", dates: StageDates(start: final, finish: final)),
        PlanSnapshot.Stage(code: "GL", dates: StageDates(start: day(goLive), finish: day(goLive))),
      ]
    }
    return PlanSnapshot.Entry(
      code: code, name: name, status: goLive == nil ? .unscheduled : status,
      goLive: goLive.map { day($0) }, stages: stages ?? [], cost: cost, reason: reason)
  }

  private func snapshot(
    _ entries: [PlanSnapshot.Entry], cost: Double, inputs: [String: String], isAccepted: Bool
  ) -> PlanSnapshot {
    var total = Cost()
    total[.delay] = cost
    return PlanSnapshot(
      regionName: "Barset", isAccepted: isAccepted, inputs: inputs, cost: total, proof: .withinGap,
      gap: 0.01, entries: entries)
  }

  private var comparison: PlanComparison {
    var worse = Cost()
    worse[.avoid] = 6
    let old = snapshot(
      [
        entry("A81017", "High Street Surgery", "2027-09-02"),
        entry("A81042", "St Mary's Medical", "2027-12-01"),
        entry("A81055", "Castle Practice", "2027-10-04"),
        entry("A81060", "Mill Surgery", nil),
        entry("A81007", "Riverside Branch", "2027-05-05"),
        entry("A81070", "Elm Surgery", "2027-05-06", order: "2027-01-11"),
        entry("A81080", "Oak Surgery", "2027-05-07", status: .pinned),
        entry("A81081", "Ash Surgery", "2027-05-10"),
      ], cost: 100, inputs: ["region.toml": "a", "practices.csv": "b"], isAccepted: true)
    let new = snapshot(
      [
        entry("A81017", "High Street Surgery", "2027-09-16", reason: "Extract slots are full."),
        entry("A81042", "St Mary's Medical", nil, reason: "No dates are free."),
        entry("A81055", "Castle Practice", "2027-10-03", reason: "It suits better.", cost: worse),
        entry("A81060", "Mill Surgery", "2027-06-01", reason: "The earliest date."),
        entry("A81130", "Castle Branch", "2027-04-14", reason: "The earliest date."),
        entry("A81070", "Elm Surgery", "2027-05-06", order: "2027-01-12"),
        entry("A81080", "Oak Surgery", "2027-05-07", status: .pinned),
        entry("A81081", "Ash Surgery", "2027-05-10"),
      ], cost: 2_161.5, inputs: ["region.toml": "x", "practices.csv": "b", "links.csv": "c"],
      isAccepted: false)
    return PlanComparison(old: old, new: new)
  }

  @Test func theTextIsOneLineAChangeAndTheListLast() {
    #expect(
      ComparisonText().text(comparison) == """
        Barset: accepted plan → draft. Inputs that differ: links.csv, region.toml.

          ~ A81017 High Street Surgery  go-live 2 Sep 2027 → 16 Sep 2027, +14 days  Extract slots are full.
          ~ A81055 Castle Practice      go-live 4 Oct 2027 → 3 Oct 2027, -1 day  It suits better.
            ! now in a period better avoided (+6 points)
          ! A81042 St Mary's Medical    left out, was to go live 1 Dec 2027  No dates are free.
          + A81060 Mill Surgery         no longer left out, go-live 1 Jun 2027  The earliest date.
          + A81130 Castle Branch        new, go-live 14 Apr 2027  The earliest date.
          - A81007 Riverside Branch     gone, was to go live 5 May 2027  The new plan's practices.csv does not have it.
          . A81070 Elm Surgery          go-live stays 6 May 2027, other dates of PR
          = 1 practice held by pins or records, unchanged

        2 moved, 1 left out, 1 placed, 1 added, 1 removed, 1 with other dates before the same go-live, 2 unchanged
        Cost 100 → 2161.5 points (delay +2061.5); last go-live 1 Dec 2027 → 3 Oct 2027
        Moved: A81017 A81055
        Left out: A81042
        Placed: A81060
        Added: A81130
        Removed: A81007
        Other dates: A81070

        """)
  }

  @Test func fullShowsEveryStageAndOnlySaysWhatItHides() {
    let text = ComparisonText(isFull: true, only: ["A81070"], isASCII: true).text(comparison)
    #expect(text.contains("      PR  11 Jan 2027 to 21 Jan 2027 -> 12 Jan 2027 to 22 Jan 2027\n"))
    #expect(!text.contains("High Street Surgery"))
    #expect(text.contains("  (6 other changes not asked for)\n"))
    #expect(text.contains("Moved: A81017 A81055\n"))
    #expect(!text.contains("→"))
  }

  @Test func everyChangedPracticeIsInTheTextAndInTheRecord() {
    let comparison = comparison
    let text = ComparisonText().text(comparison)
    for change in comparison.changes { #expect(text.contains(change.code.text)) }
    let record = ComparisonRecord(comparison)
    #expect(record.changes.count == 7)
    #expect(record.counts["moved"] == 2)
    #expect(record.changes[0].days == 14)
    #expect(record.unchanged == 2)
  }

  @Test func equalPlansHaveNoChanges() {
    let plan = comparison.new
    let same = PlanComparison(old: plan, new: plan)
    #expect(same.isEmpty)
    #expect(same.unchangedCount == 8)
    #expect(ComparisonText().lines(same).contains("8 unchanged"))
  }

  @Test func theCallListNamesWhoActsOnEachDate() {
    var region = SmallWorlds.region(practices: 1)
    region.calendar = WorkingCalendar(
      first: day("2027-01-01"), last: day("2027-12-31"), holidays: [])
    let comparison = comparison
    let items = Telling(from: comparison.old, to: comparison.new, in: region).items
    let high = items.filter { $0.practice == "A81017" }
    #expect(
      Set(high.map(\.who)).isSuperset(of: ["PCSE", "Third parties", "Laboratories", "Patients"]))
    #expect(high.contains { $0.who == "PCSE" && $0.what == "links off" && $0.now == "2027-09-07" })
    #expect(items.contains { $0.practice == "A81042" && $0.now == nil && $0.who == "PCSE" })
    #expect(items.contains { $0.practice == "A81007" && $0.now == nil })
    #expect(!items.contains { $0.practice == "A81080" || $0.practice == "A81070" })
    let first = Telling(from: nil, to: comparison.new, in: region)
    #expect(first.items.allSatisfy { $0.was == nil && $0.now != nil })
    #expect(first.csv.split(separator: "\r\n").count == first.items.count + 1)
    #expect(Telling(from: comparison.new, to: comparison.new, in: region).items == [])
  }
}
