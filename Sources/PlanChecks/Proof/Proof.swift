public import Migrations

/// Computes again, in whole numbers and without a solver, what a certificate's prices prove.
///
/// The bound is the sum over practices (or groups that go live together) of the lesser of leaving
/// it out and its cheapest legal dates with the prices of what they use, minus what the priced
/// capacities are worth (contract, section 5). Costs are rounded down and capacities up.
///
/// - Parameters:
///   - certificate: the prices; any prices prove something, good ones prove more.
///   - region: the region whose rules and costs count.
/// - Returns: the bound, with the entries of the certificate that had to be ignored.
public func proveBound(certificate: Certificate, region: Region) -> ProvenBound {
  provenBound(certificate, days: RegionDays(of: region), assuming: Assumptions())
}

/// What prices prove of the plans that keep to some assumptions.
func provenBound(
  _ certificate: Certificate, days: RegionDays, assuming assumptions: Assumptions
) -> ProvenBound {
  let region = days.region
  let prices = PriceList(certificate, region: region)
  var sum: Int64 = 0
  var isImpossible = false
  for group in TogetherGroups(of: region).groups {
    let members = group.members.map {
      PracticeBound($0, in: days, prices: prices, assuming: assumptions.practices[$0])
    }
    let least = groupMinimum(members, isComplete: group.isComplete)
    if least >= MicroPoints.ceiling {
      isImpossible = true
    } else {
      sum += least
    }
  }
  return ProvenBound(
    millionths: sum - prices.capacities, practices: sum, capacities: prices.capacities,
    faults: prices.faults, isImpossible: isImpossible)
}

/// The least that practices which go live together cost, in millionths of a point.
func groupMinimum(_ group: [PracticeBound], isComplete: Bool) -> Int64 {
  var members = group
  var least = commonDayMinimum(&members)
  guard !isComplete else { return least }
  // In a chain of links, leaving out the middle frees the ends. Whoever is left out, the others
  // cost at least what each costs alone; usually far more than the minimum with everybody in.
  let alone = members.indices.map { index -> Int64 in
    var single = [members[index]]
    return commonDayMinimum(&single)
  }
  for (index, member) in members.enumerated() {
    guard let leavingOut = member.leavingOut else { continue }
    let others = alone.indices.filter { $0 != index }.reduce(Int64(0)) {
      min(MicroPoints.infinite, $0 + alone[$1])
    }
    least = min(least, leavingOut + others)
  }
  return least
}

/// The least over common go-live days of the members' sums, each dated or left out.
private func commonDayMinimum(_ members: inout [PracticeBound]) -> Int64 {
  let ranges = members.compactMap(\.goLiveDays)
  let first = ranges.map(\.lowerBound).min()
  let last = ranges.map(\.upperBound).max()
  let nobody = members.reduce(Int64(0)) {
    min(MicroPoints.infinite, $0 + ($1.leavingOut ?? MicroPoints.infinite))
  }
  guard let first, let last else { return nobody }
  while true {
    var least = nobody
    var vague: [Int] = []
    for day in first...last {
      var sum: Int64 = 0
      var inexact: [Int] = []
      for (index, member) in members.enumerated() {
        let share = member.share(goingLiveOn: day)
        sum = min(MicroPoints.infinite, sum + share.least)
        if !share.isExact { inexact.append(index) }
      }
      if sum < least {
        least = sum
        vague = inexact
      }
    }
    guard !vague.isEmpty else { return least }
    for index in vague { members[index].refine() }
  }
}
