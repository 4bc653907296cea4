import Days
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Proofs by cases made by hand, good and bad.
@Suite("Proof by cases")
struct BranchProofTests {
  /// Two practices that must go live on one day, with one go-live a week: one has to be left out.
  private let region: Region = {
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.links = [Link(rule: .together, first: 0, second: 1)]
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    return region
  }()

  private let code = SmallWorlds.region().practices[0].code
  private let goLive = StageEvent(stage: 2, edge: .start)

  private struct NotPriced: Error {}

  /// Prices of both weeks.
  private func prices(_ first: Int, _ second: Int) -> BranchProof.Branch {
    .priced(
      Certificate(
        prices: zip([0, 7], [first, second]).map {
          Certificate.Price(
            resource: "lives", period: SmallWorlds.monday + $0, units: $1)
        }))
  }

  private func split(leftOut: Int? = 1, by: Int = 2, after: Int = 3) -> BranchProof.Branch {
    .split(
      BranchProof.Split(
        practice: code, event: goLive, latest: SmallWorlds.monday + 4, leftOut: leftOut, by: by,
        after: after))
  }

  private func proven(_ branches: [BranchProof.Branch]) -> ProvenBound {
    proveBound(branching: BranchProof(bound: 0, branches: branches), region: region)
  }

  @Test func oneBranchProvesWhatItsPricesProve() throws {
    guard case .priced(let certificate) = prices(3_000, 0) else { throw NotPriced() }
    #expect(
      proven([prices(3_000, 0)]).millionths
        == proveBound(certificate: certificate, region: region).millionths)
  }

  @Test func casesProveWhatPricesCannot() throws {
    let optimum = try #require(SmallOptimum(of: region).cost())
    let high = 2_000_000
    let root = (0...40).map { proven([prices($0 * 25_000, $0 * 25_000)]).points }.max() ?? 0
    #expect(root < optimum / 2)
    let cases = proven([split(), prices(0, 0), prices(high, 0), prices(0, high)])
    #expect(cases.faults.isEmpty)
    #expect(cases.points <= optimum + 1e-6)
    #expect(cases.points > optimum - 1e-3, "\(cases.points), optimum \(optimum)")
  }

  @Test(
    "a tree that does not hold all plans proves nothing",
    arguments: [
      // Being left out is forgotten, a part is used twice, is not there, or comes before.
      (nil, 1, 2, "may be left out"), (1, 2, 2, "cannot be one"), (1, 2, 9, "cannot be one"),
      (1, 2, 0, "cannot be one"), (1, 2, -1, "cannot be one"),
    ] as [(Int?, Int, Int, String)])
  func holes(_ leftOut: Int?, _ by: Int, _ after: Int, _ words: String) {
    let bound = proven([
      split(leftOut: leftOut, by: by, after: after), prices(0, 0), prices(0, 0), prices(0, 0),
    ])
    #expect(bound.points == 0)
    #expect(bound.faults.contains { $0.contains(words) }, "\(bound.faults)")
  }

  @Test func strangersAreFaults() {
    var split = BranchProof.Split(
      practice: "Z99999", event: goLive, latest: SmallWorlds.monday, leftOut: 1, by: 2, after: 3)
    let parts = [prices(0, 0), prices(0, 0), prices(0, 0)]
    #expect(proven([.split(split)] + parts).faults.contains { $0.contains("Z99999") })
    split.practice = code
    split.event = StageEvent(stage: 99, edge: .start)
    #expect(proven([.split(split)] + parts).faults.contains { $0.contains("stage") })
    #expect(proven([]).points == 0)
    #expect(proven([]).faults == ["The proof by cases holds no case."])
    #expect(proven([prices(0, 0), prices(0, 0)]).faults.contains { $0.contains("of none") })
  }

  /// The part that ends on a day holds that day, and the part after it does not.
  @Test func partsMeetAtTheDay() throws {
    var one = SmallWorlds.region(weeks: 2)
    one.practices[0].pinnedGoLive = SmallWorlds.monday + 4
    func cases(_ latest: Day) -> ProvenBound {
      let split = BranchProof.Split(
        practice: code, event: goLive, latest: latest, leftOut: nil, by: 1, after: 2)
      // Only the part that holds the pinned day has dates, so it alone counts.
      return proveBound(
        branching: BranchProof(
          bound: 0,
          branches: [.split(split), .priced(Certificate()), .priced(Certificate())]), region: one)
    }
    let whole = proveBound(certificate: Certificate(), region: one)
    for shift in -3...3 {
      let bound = cases(SmallWorlds.monday + 4 + shift)
      #expect(bound.faults.isEmpty)
      #expect(!bound.isImpossible, "\(shift)")
      #expect(bound.millionths == whole.millionths, "\(shift)")
    }
  }

  @Test func aPinnedPracticeNeedsNoBranchWithoutIt() {
    var pinned = region
    pinned.practices[0].pinnedGoLive = SmallWorlds.monday + 3
    let proof = BranchProof(
      bound: 0, branches: [split(leftOut: nil, by: 1, after: 2), prices(0, 0), prices(0, 0)])
    #expect(proveBound(branching: proof, region: pinned).faults.isEmpty)
  }
}
