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
  provenBound(certificate, ground: ProofGround(of: region), assuming: Assumptions())
}

/// What prices prove of the plans that keep to some assumptions.
func provenBound(
  _ certificate: Certificate, ground: ProofGround, assuming assumptions: Assumptions
) -> ProvenBound {
  let days = ground.days
  let region = days.region
  let prices = PriceList(certificate, region: region)
  var faults = prices.faults
  for (place, practice) in region.practices.enumerated()
  where prices.most(for: place, in: days) >= MicroPoints.range {
    faults.append(
      "The prices of what practice \(practice.code) may use are too great to be summed exactly.")
    return ProvenBound(
      millionths: 0, practices: 0, capacities: 0, faults: faults, isImpossible: false)
  }
  let groups = ground.groups
  let least = onAllCores(groups.count) { number -> Int128? in
    let isAlone = groups[number].members.count == 1
    let members = groups[number].members.map {
      PracticeBound(
        $0, in: ground, prices: prices, isAlone: isAlone, assuming: assumptions.practices[$0])
    }
    return groupMinimum(members, isComplete: groups[number].isComplete)
  }
  let sum = least.reduce(Int128(0)) { $0 + ($1 ?? 0) }
  let isImpossible = least.contains { $0 == nil }
  guard let practices = Int64(exactly: sum), let capacities = Int64(exactly: prices.capacities),
    let millionths = Int64(exactly: sum - prices.capacities)
  else {
    faults.append("The certificate's sums are too great to be exact.")
    return ProvenBound(
      millionths: 0, practices: 0, capacities: 0, faults: faults, isImpossible: false)
  }
  return ProvenBound(
    millionths: millionths, practices: practices, capacities: capacities, faults: faults,
    isImpossible: isImpossible)
}

/// The least that practices which go live together cost, in millionths of a point; nil if the rules
/// leave them no dates together, and one of them may not be left out.
func groupMinimum(_ group: [PracticeBound], isComplete: Bool) -> Int128? {
  if group.count == 1 { return group[0].leastAlone().map { Int128($0) } }
  var members = group
  var least = commonDayMinimum(&members)
  guard !isComplete else { return least }
  // In a chain of links, leaving out the middle frees the ends. Whoever is left out, the others
  // cost at least what each costs alone; usually far more than the minimum with everybody in.
  let alone = members.map { member in member.leastAlone().map { Int128($0) } }
  for (index, member) in members.enumerated() {
    guard let leavingOut = member.leavingOut else { continue }
    var sum: Int128? = Int128(leavingOut)
    for other in alone.indices where other != index {
      if let part = alone[other], let known = sum { sum = known + part } else { sum = nil }
    }
    if let sum { least = least.map { min($0, sum) } ?? sum }
  }
  return least
}

/// The least over common go-live days of the members' sums, each dated or left out; nil if there is
/// no such day and somebody may not be left out.
private func commonDayMinimum(_ members: inout [PracticeBound]) -> Int128? {
  let ranges = members.compactMap(\.goLiveDays)
  let nobody =
    members.allSatisfy { $0.leavingOut != nil }
    ? members.reduce(Int128(0)) { $0 + Int128($1.leavingOut ?? 0) } : nil
  guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max() else {
    return nobody
  }
  while true {
    var least = nobody
    var vague: [Int] = []
    for day in first...last {
      var sum: Int128 = 0
      var inexact: [Int] = []
      var hasDates = true
      for (index, member) in members.enumerated() {
        guard let share = member.share(goingLiveOn: day) else {
          hasDates = false
          break
        }
        sum += Int128(share.least)
        if !share.isExact { inexact.append(index) }
      }
      if hasDates, least.map({ sum < $0 }) ?? true {
        least = sum
        vague = inexact
      }
    }
    guard !vague.isEmpty else { return least }
    for index in vague { members[index].refine() }
  }
}
