import Days
import Migrations
import Testing

@testable import Reports

@Suite struct SentencesTests {
  @Test func qualityTellsTheDistance() {
    var report = Sample.report
    report.plan.cost = Cost()
    report.plan.cost[.delay] = 1_284
    report.plan.bound = 1_261
    #expect(
      PlanSentences(of: report).quality
        == "No plan can cost less than 1,261 points; this one costs 1,284, at most 1.9% more.")
    report.plan.proof = .stopped
    #expect(PlanSentences(of: report).quality.hasSuffix("before it could close the distance."))
    report.plan.proof = .optimal
    #expect(
      PlanSentences(of: report).quality
        == "No plan can cost less than this one, which costs 1,284 points.")
    report.plan.proof = .stopped
    report.plan.bound = 0
    #expect(PlanSentences(of: report).quality.contains("this one costs 1,284. The search"))
  }

  @Test func qualityTellsWhatCasesProve() {
    var report = Sample.report
    report.plan.cost = Cost()
    report.plan.cost[.delay] = 1_284
    report.plan.bound = 420
    report.plan.boundByPrices = 420
    report.plan.proof = .stopped
    let prices = report.plan
    report.plan.take(
      cases: BranchProof(
        bound: 1_284, branches: [.priced(Certificate()), .priced(Certificate())]), gap: 0)
    #expect(report.plan.proof == .optimal && report.plan.bound == 1_284)
    #expect(
      PlanSentences(of: report).quality
        == "No plan can cost less than this one, which costs 1,284 points. Prices alone prove 420; "
        + "the rest is proven case by case, in 2 cases.")
    report.plan = prices
    report.plan.take(
      cases: BranchProof(
        bound: 1_261, branches: [.priced(Certificate()), .priced(Certificate())]), gap: 0)
    #expect(report.plan.proof == .stopped && report.plan.bound == 1_261)
    #expect(
      PlanSentences(of: report).quality
        == "No plan can cost less than 1,261 points; this one costs 1,284, at most 1.9% more. "
        + "Prices alone prove 420; the rest is proven case by case, in 2 cases. "
        + "The search was stopped before it could close the distance.")
  }

  @Test func preferencesAreCounted() {
    var report = Sample.report
    #expect(
      PlanSentences(of: report).preferred
        == "1 of the 2 practices with a preferred date goes live on it; the furthest is 2 weeks away."
    )
    report.region.practices[1].preferred = Sample.day("2027-02-03")...Sample.day("2027-02-03")
    #expect(
      PlanSentences(of: report).preferred
        == "All 2 practices with a preferred date go live on it.")
    report.region.practices[1].preferred = nil
    report.region.practices[2].preferred = nil
    #expect(PlanSentences(of: report).preferred == nil)
    report.region.practices[3].mustBeLiveBy = Sample.day("2027-06-08")
    #expect(
      PlanSentences(of: report).deadlines == "The only practice with a date to be live by meets it."
    )
  }

  @Test func tightestResourcesAreNamed() {
    #expect(
      PlanSentences(of: Sample.report).tightest
        == ["SystmOne go-lives a day: nothing left on each of the 5 days on which it is used."])
    #expect(PlanSentences(of: Sample.portfolio).tightest.count == 3)
    var report = Sample.report
    report.plan.uses = [
      .init(
        resource: "tpp-go-lives", period: Sample.day("2027-01-11"), capacity: 2, used: 2, price: 0)
    ]
    #expect(
      PlanSentences(of: report).tightest
        == ["SystmOne go-lives: nothing left in the only week in which it is used."])
  }

  @Test func figuresAreTheSameEverywhere() {
    #expect(Figures.plain(0.000001) == "0.000001")
    #expect(Figures.plain(-3) == "-3")
    #expect(Figures.plain(-0.0000001) == "0")
    #expect(Figures.plain(1_284.50) == "1284.5")
    #expect(Figures.words(1_234_567) == "1,234,567")
    #expect(Figures.words(99.96) == "100")
    #expect(Figures.percentAtMost(0.018) == "1.8%")
    #expect(Figures.percentAtMost(0.0181) == "1.9%")
    #expect(Figures.percentAtMost(0.00001) == "0.1%")
    #expect(Figures.atMost(0.1 + 0.2) <= 0.1 + 0.2)
  }

  @Test func datesAreWrittenAsTheNHSDoes() {
    let (a, b, c) = (Sample.day("2026-12-16"), Sample.day("2027-01-06"), Sample.day("2027-01-31"))
    #expect((a...b).words == "16 December 2026 to 6 January 2027")
    #expect((b...c).words == "6 to 31 January 2027")
    #expect((b...b).words == "6 January 2027")
    #expect((b...Sample.day("2027-03-02")).words == "6 January to 2 March 2027")
  }
}
