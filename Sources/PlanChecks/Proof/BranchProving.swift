import Days
public import Migrations

/// Computes again what a proof by cases proves: the least of what its unsplit branches prove, each
/// by its own prices, in whole numbers and without a solver.
///
/// - Parameters:
///   - proof: the branches; one that is named twice or by none, or that comes before the branch it
///     is a part of, is a fault, and then nothing is proven.
///   - region: the region whose rules and costs count.
/// - Returns: the bound, with what is wrong.
public func proveBound(branching proof: BranchProof, region: Region) -> ProvenBound {
  let ground = ProofGround(of: region)
  var faults: [String] = []
  var assumed = [Assumptions?](repeating: nil, count: proof.branches.count)
  if assumed.isEmpty {
    faults.append("The proof by cases holds no case.")
  } else {
    assumed[0] = Assumptions()
  }
  let places = Dictionary(
    region.practices.enumerated().map { ($0.element.code, $0.offset) },
    uniquingKeysWith: { first, _ in first })
  var least: ProvenBound?
  for (number, branch) in proof.branches.enumerated() {
    guard let assumptions = assumed[number] else {
      faults.append("Branch \(number) is a part of none.")
      continue
    }
    switch branch {
    case .priced(let certificate):
      let bound = provenBound(certificate, ground: ground, assuming: assumptions)
      faults += bound.faults.map { "Branch \(number): \($0)" }
      if !bound.isImpossible, bound.millionths < least?.millionths ?? .max { least = bound }
    case .split(let split):
      guard let place = places[split.practice] else {
        faults.append("Branch \(number) names the practice \(split.practice), which is not there.")
        continue
      }
      guard region.pathway.stages.indices.contains(split.event.stage) else {
        faults.append("Branch \(number) names a stage that is not there.")
        continue
      }
      let parts = assumptions.parts(of: split, place: place, in: region)
      if split.leftOut == nil, !assumptions.mustHaveDates(place, in: region) {
        faults.append("Branch \(number) forgets that \(split.practice) may be left out.")
      }
      for (part, assumptions) in parts {
        guard part > number, assumed.indices.contains(part), assumed[part] == nil else {
          faults.append("Branch \(number) names the part \(part), which cannot be one.")
          continue
        }
        assumed[part] = assumptions
      }
    }
  }
  let isProven = faults.isEmpty
  return ProvenBound(
    millionths: isProven ? least?.millionths ?? 0 : 0, practices: least?.practices ?? 0,
    capacities: least?.capacities ?? 0, faults: faults, isImpossible: isProven && least == nil)
}

/// What a branch assumes of the practices.
struct Assumptions {
  /// By place of the practice.
  private(set) var practices: [Int: Practice] = [:]

  /// What a branch assumes of one practice.
  struct Practice {
    var isLeftOut = false
    /// Whether being left out is a branch of its own.
    var hasDates = false
    /// By event (2 x stage, plus 1 for its finish), the numbers of the days allowed.
    var windows: [Int: ClosedRange<Int>] = [:]
    /// Whether no day is left for some event.
    var isEmpty = false
  }

  /// Whether a practice cannot be left out here.
  func mustHaveDates(_ place: Int, in region: Region) -> Bool {
    practices[place]?.hasDates ?? false || region.practices[place].isCommitted
  }

  /// The parts of a split with what each assumes.
  func parts(of split: BranchProof.Split, place: Int, in region: Region) -> [(Int, Assumptions)] {
    let next = region.calendar.number(of: split.latest + 1)
    let event = split.event.order
    var parts = [
      (split.by, dated(place, event, Int.min / 2...next - 1)),
      (split.after, dated(place, event, next...Int.max / 2)),
    ]
    if let leftOut = split.leftOut {
      var other = self
      other.practices[place, default: Practice()].isLeftOut = true
      parts.append((leftOut, other))
    }
    return parts
  }

  private func dated(_ place: Int, _ event: Int, _ range: ClosedRange<Int>) -> Assumptions {
    var other = self
    var practice = other.practices[place] ?? Practice()
    practice.hasDates = true
    if let known = practice.windows[event] {
      if known.overlaps(range) {
        practice.windows[event] = known.clamped(to: range)
      } else {
        practice.isEmpty = true
      }
    } else {
      practice.windows[event] = range
    }
    other.practices[place] = practice
    return other
  }
}
