import Days
import Foundation
import Migrations
import PlanChecks
import TestSupport
import Testing

/// Whatever a certificate says, what is proven of it is true, and nothing it says stops the program.
@Suite("Soundness of proofs")
struct SoundnessTests {
  /// How many certificates are tried; `make proofs` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["TRANCHE_PROOFS"].flatMap(Int.init) ?? 2_000
  private static let certificatesPerRegion = 20

  @Test func noCertificateProvesMoreThanTheOptimum() {
    var worlds = RandomWorlds(seed: 21)
    var certificates = RandomCertificates(seed: 22)
    var proven: [String: Int] = [:]
    for world in 0..<(SoundnessTests.count / SoundnessTests.certificatesPerRegion) {
      let region = worlds.region(practices: world % 3 == 0 ? 1 : 2)
      let optimum = SmallOptimum(of: region).cost()
      for number in 0..<SoundnessTests.certificatesPerRegion {
        let isByCases = number % 2 == 1
        let bound =
          isByCases
          ? proveBound(branching: certificates.branching(in: region), region: region)
          : proveBound(certificate: certificates.certificate(in: region), region: region)
        let kind = isByCases ? "cases" : "prices"
        guard bound.faults.isEmpty else {
          proven["\(kind) refused", default: 0] += 1
          continue
        }
        proven["\(kind) taken", default: 0] += 1
        if bound.isImpossible {
          #expect(optimum == nil, "world \(world), certificate \(number)")
          proven["\(kind) impossible", default: 0] += 1
        } else if let optimum {
          #expect(
            bound.points <= optimum + 1e-6,
            "world \(world), certificate \(number): \(bound.points), optimum \(optimum)")
          if bound.points > 0 { proven["\(kind) above 0", default: 0] += 1 }
        }
      }
    }
    // The test is worth something only if each kind came up.
    for kind in ["prices", "cases"] {
      for ending in ["refused", "taken", "impossible", "above 0"] {
        #expect(proven["\(kind) \(ending)", default: 0] >= 20, "\(kind) \(ending): \(proven)")
      }
    }
  }

  /// Two practices pinned in one week of two go-lives: with the worth of the week cut off at some
  /// size, the practices would pay more than is taken off again.
  @Test(arguments: [500_000_000_000, 999_999_999_999, 1_000_000_000_000, Int.max])
  func theWorthOfACapacityIsNeverCutOff(_ units: Int) {
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 2, period: .week, use: .starts([2]))
    ]
    for place in 0...1 { region.practices[place].pinnedGoLive = SmallWorlds.monday + 3 }
    let price = Certificate.Price(
      resource: "lives", period: SmallWorlds.monday, units: units)
    let bound = proveBound(certificate: Certificate(prices: [price]), region: region)
    let optimum = SmallOptimum(of: region).cost() ?? 0
    #expect(bound.points <= optimum)
    #expect(bound.faults.contains { $0.contains("too great to be summed exactly") })
  }

  /// 0.4 of a millionth that is taken off must not become nothing.
  @Test func whatACapacityIsWorthIsRoundedUp() {
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.practices[0].listSize = nil
    region.resources = [
      Resource(
        id: "patients", name: "Patients", capacity: 0.0004, period: .week, use: .starts([2]),
        amount: .patients)
    ]
    let price = Certificate.Price(
      resource: "patients", period: SmallWorlds.monday, units: 1)
    let bound = proveBound(certificate: Certificate(prices: [price]), region: region)
    #expect(bound.faults.isEmpty)
    #expect(bound.capacities == 1)
  }

  @Test func aPriceGivenTwiceChargesTheSum() {
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1, period: .week, use: .starts([2]))
    ]
    func price(_ units: Int) -> Certificate.Price {
      Certificate.Price(resource: "lives", period: SmallWorlds.monday, units: units)
    }
    let once = proveBound(certificate: Certificate(prices: [price(3_000)]), region: region)
    let twice = proveBound(
      certificate: Certificate(prices: [price(1_000), price(2_000)]), region: region)
    #expect(once == twice)
    let many = proveBound(
      certificate: Certificate(prices: [price(Int.max), price(Int.max)]), region: region)
    #expect(many.faults.count == 2)
    #expect(many.points <= 2)
  }

  /// Each entry is in range, and all of them together are not.
  @Test func manyPricesThatNobodyCanSum() {
    var region = SmallWorlds.region(practices: 2, weeks: 2)
    region.links = [Link(rule: .together, first: 0, second: 1)]
    region.links += [Link(rule: .before(lag: .days(7)), first: 0, second: 1)]
    // Nobody goes live on a Saturday, so any days of the other exclude that.
    let row = Certificate.LinkPrice(
      first: "P1", second: "P2", firstDays: region.horizon,
      secondDays: (SmallWorlds.monday + 5)...(SmallWorlds.monday + 6), units: 999_000_000_000)
    let bound = proveBound(
      certificate: Certificate(links: [Certificate.LinkPrice](repeating: row, count: 300)),
      region: region)
    #expect(bound.faults.contains { $0.contains("too great to be summed exactly") })
    #expect(!bound.isImpossible)
    #expect(bound.millionths <= 0)
  }

  @Test func aCaseThatLeavesNoDatesIsDroppedAndDoesNotStopTheProgram() throws {
    // The windows of the parts each hold days; that no dates fit together shows only in the search.
    var worlds = RandomWorlds(seed: 31)
    var dropped = 0
    for _ in 0..<60 {
      let region = worlds.region()
      let days = region.horizon.filter(region.calendar.isWorking)
      for latest in days {
        for stage in region.pathway.stages.indices {
          let practice = region.practices[0]
          let proof = BranchProof(
            bound: 0,
            branches: [
              .split(
                BranchProof.Split(
                  practice: practice.code, event: StageEvent(stage: stage, edge: .start),
                  latest: latest, leftOut: practice.isCommitted ? nil : 3, by: 1, after: 2)),
              .priced(Certificate()), .priced(Certificate()), .priced(Certificate()),
            ].dropLast(practice.isCommitted ? 1 : 0))
          let cases = proveBound(branching: proof, region: region)
          let whole = proveBound(certificate: Certificate(), region: region)
          #expect(cases.faults.isEmpty)
          #expect(cases.isImpossible == whole.isImpossible)
          if !whole.isImpossible { #expect(cases.millionths == whole.millionths) }
          dropped += 1
        }
      }
    }
    #expect(dropped > 1_000)
  }

  @Test func aFractionOfACapacityIsWorthNoMoreThanCanBeUsed() {
    // 1.9999995 go-lives are two for the rule, which lets a millionth pass.
    var region = SmallWorlds.region(practices: 2, weeks: 1)
    region.resources = [
      Resource(id: "lives", name: "Go-lives", capacity: 1.9999995, period: .week, use: .starts([2]))
    ]
    let price = Certificate.Price(
      resource: "lives", period: SmallWorlds.monday, units: 400_000_000_000)
    let bound = proveBound(certificate: Certificate(prices: [price]), region: region)
    #expect(bound.faults.isEmpty)
    #expect(bound.capacities == 800_000_000_000_000)
    let half = Resource(
      id: "lives", name: "Go-lives", capacity: 2.5, period: .week, use: .starts([2]))
    region.resources = [half]
    let small = Certificate.Price(
      resource: "lives", period: SmallWorlds.monday, units: 1_000)
    #expect(
      proveBound(certificate: Certificate(prices: [small]), region: region).capacities == 2_000_000)
  }
}
