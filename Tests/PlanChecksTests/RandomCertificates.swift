import Days
import Migrations
import TestSupport

/// Certificates and proofs by cases as nobody should write them, the same for the same seed: honest
/// prices, perturbed ones, amounts at every edge of the range, and the same entry several times.
struct RandomCertificates {
  /// Amounts at which sums have gone wrong, or might.
  private static let extremes = [
    0, 1, 999, 1_000_000, 505_000_000_000, 999_999_999_999, 1_000_000_000_000, Int.max / 1_000,
    Int.max / 8, Int.max / 2, Int.max - 1, Int.max,
  ]
  private var worlds: RandomWorlds

  init(seed: UInt64) { worlds = RandomWorlds(seed: seed) }

  /// A certificate for a region.
  mutating func certificate(in region: Region) -> Certificate {
    var certificate = Certificate(
      prices: worlds.prices(in: region), links: LinkRows.random(in: region, &worlds))
    switch worlds.number(0...5) {
    case 0, 1: break
    case 2: certificate = Certificate()
    case 3:
      for place in certificate.prices.indices where one(in: 4) {
        certificate.prices[place].units = amount()
      }
      for place in certificate.links.indices where one(in: 2) {
        certificate.links[place].units = amount()
      }
    case 4:
      // Large, yet within what can be summed.
      let factor = [10, 1_000, 100_000, 10_000_000][worlds.number(0...3)]
      for place in certificate.prices.indices { certificate.prices[place].units *= factor }
      for place in certificate.links.indices { certificate.links[place].units *= factor }
    default:
      for _ in 0..<worlds.number(1...3) where !certificate.prices.isEmpty {
        var price = certificate.prices[worlds.number(0...(certificate.prices.count - 1))]
        if one(in: 3) { price.units = amount() }
        certificate.prices += [Certificate.Price](repeating: price, count: worlds.number(1...40))
      }
      certificate.links += certificate.links + certificate.links
    }
    return certificate
  }

  /// A proof by cases for a region: whole trees, and now and then one with a hole.
  mutating func branching(in region: Region) -> BranchProof {
    var branches: [BranchProof.Branch] = []
    var open = 1
    while branches.count < open {
      guard open < 12, one(in: 2) else {
        branches.append(.priced(certificate(in: region)))
        continue
      }
      let practice = region.practices[worlds.number(0...(region.practices.count - 1))]
      let hasThree = !practice.isCommitted || one(in: 4)
      let event = StageEvent(
        stage: one(in: 40) ? 99 : worlds.number(0...(region.pathway.stages.count - 1)),
        edge: one(in: 2) ? .start : .finish)
      let span = region.horizon.upperBound - region.horizon.lowerBound
      branches.append(
        .split(
          BranchProof.Split(
            practice: practice.code, event: event,
            latest: region.horizon.lowerBound + worlds.number(-9...(span + 9)),
            leftOut: hasThree ? open + 2 : nil, by: open, after: open + 1)))
      open += hasThree ? 3 : 2
    }
    return BranchProof(bound: 0, branches: branches)
  }

  private mutating func one(in count: Int) -> Bool { worlds.number(1...count) == 1 }

  private mutating func amount() -> Int {
    RandomCertificates.extremes[
      worlds.number(0...(RandomCertificates.extremes.count - 1))]
  }
}
