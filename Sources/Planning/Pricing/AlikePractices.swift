import Migrations

/// Which practices pose the same pricing problem: all but their primary care network is alike.
///
/// Networks have rows of their own, so no two of them are charged alike; but where none of a
/// network's rows has a price, its practice is as good as any other of its class, and a class is
/// priced once. In a region fresh from the practice register most practices are alike.
struct AlikePractices: Sendable {
  /// The number of each practice's class: the place of its first practice.
  private var classes: [Int]
  /// The resources of each practice's network (by place).
  private let ofNetwork: [[Int]]

  /// Finds the classes among models, and lets a class share its first one's storage.
  init(of practices: inout [PracticeModel], resources: [Resource], threads: Int) {
    let isOfNetwork = resources.map { $0.appliesTo.pcns != nil }
    let models = practices
    let problems = Parallel.map(models.count, threads: threads) { place, _ in
      let problem = Problem(models[place], isOfNetwork: isOfNetwork)
      return (problem, problem.hashValue)
    }
    var known: [Int: [Int]] = [:]
    classes = Array(practices.indices)
    for (place, (problem, hash)) in problems.enumerated() {
      if let twin = known[hash]?.first(where: { problems[$0].0 == problem }) {
        classes[place] = twin
        practices[place].shareStorage(of: practices[twin])
      } else {
        known[hash, default: []].append(place)
      }
    }
    ofNetwork = practices.map { $0.terms.map(\.resource).filter { isOfNetwork[$0] } }
  }

  /// A number that practices share whose answers at these charges are the same.
  func number(of practice: Int, charges: some Charges) -> Int {
    guard charges.goLiveCharges(practice: practice) == nil,
      ofNetwork[practice].allSatisfy(charges.isFree(resource:))
    else { return own(practice) }
    return classes[practice]
  }

  /// A number that a practice shares with no other.
  func own(_ practice: Int) -> Int { classes.count + practice }

  /// Takes a practice out of its class, for it is changed.
  mutating func separate(_ practice: Int) { classes[practice] = own(practice) }

  /// All of a practice's model that pricing looks at, but for rows of its network.
  private struct Problem: Hashable, Sendable {
    let nodes: [ChainNode]
    let arcs: [ChainArc]
    let chords: [PracticeModel.Chord]
    let anchor: AnchoredChord?
    let terms: [PracticeModel.Term]
    let goLive: Int
    let unscheduledCost: Double
    let isCommitted: Bool
    let earliest: Int?
    let hasDates: Bool
    let leastCostFrom: [Double]

    init(_ model: PracticeModel, isOfNetwork: [Bool]) {
      nodes = model.nodes
      arcs = model.arcs
      chords = model.chords
      anchor = model.anchor
      terms = model.terms.filter { !isOfNetwork[$0.resource] }
      goLive = model.goLive
      unscheduledCost = model.unscheduledCost
      isCommitted = model.isCommitted
      earliest = model.earliest
      hasDates = model.hasDates
      leastCostFrom = model.leastCostFrom
    }
  }
}

extension PracticeModel {
  /// Takes an equal model's arrays in place of its own ones, which are then freed.
  fileprivate mutating func shareStorage(of twin: PracticeModel) {
    nodes = twin.nodes
    arcs = twin.arcs
    chords = twin.chords
    anchor = twin.anchor
    leastCostFrom = twin.leastCostFrom
  }
}
