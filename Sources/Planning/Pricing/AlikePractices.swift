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

  /// Finds the classes among models, and lets equal chains share the first one's storage.
  ///
  /// - Parameters:
  ///   - practices: the models.
  ///   - chains: for each the place of the first that is known to have the same chain.
  init(
    of practices: inout [PracticeModel], chains: [Int], resources: [Resource], threads: Int
  ) {
    let isOfNetwork = resources.map { $0.appliesTo.pcns != nil }
    let models = practices
    let firsts = chains.indices.filter { chains[$0] == $0 }
    let made = Parallel.map(firsts.count, threads: threads) { place, _ in
      let chain = Chain(models[firsts[place]])
      return (chain, chain.hashValue)
    }
    // Chains that were made apart may still be equal.
    var known: [Int: [Int]] = [:]
    var twins = Array(practices.indices)
    for (place, (chain, hash)) in made.enumerated() {
      if let twin = known[hash]?.first(where: { made[$0].0 == chain }) {
        twins[firsts[place]] = firsts[twin]
      } else {
        known[hash, default: []].append(place)
      }
    }
    var places: [Problem: Int] = [:]
    classes = Array(practices.indices)
    for place in practices.indices {
      let chain = twins[chains[place]]
      if chain != place { practices[place].shareStorage(of: practices[chain]) }
      let problem = Problem(
        chain: chain, terms: models[place].terms.filter { !isOfNetwork[$0.resource] })
      if let twin = places[problem] {
        classes[place] = twin
      } else {
        places[problem] = place
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

  /// All that pricing looks at, but for rows of a network.
  private struct Problem: Hashable {
    /// The first practice with the same chain.
    let chain: Int
    let terms: [PracticeModel.Term]
  }

  /// All of a practice's model that pricing looks at, but for what it uses.
  private struct Chain: Hashable, Sendable {
    let nodes: [ChainNode]
    let arcs: [ChainArc]
    let chords: [PracticeModel.Chord]
    let anchor: AnchoredChord?
    let goLive: Int
    let unscheduledCost: Double
    let isCommitted: Bool
    let earliest: Int?
    let hasDates: Bool
    let leastCostFrom: [Double]

    init(_ model: PracticeModel) {
      nodes = model.nodes
      arcs = model.arcs
      chords = model.chords
      anchor = model.anchor
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
