import LinearPrograms
import Migrations

/// One worker's share of an epoch: a search from the best plan, by one of two ways.
struct Worker {
  /// How many workers an epoch has, whatever the threads.
  static let count = 2

  let model: Model
  let patterns: [Int: [Pattern]]
  let prices: Prices
  /// When to stop: with thousands of practices an epoch is long.
  let stop: Stop
  let seed: UInt64

  /// What a worker comes back with.
  struct Result: Sendable {
    var state: PlanState
    var cells = 0
    var pivots = 0
    var nodes = 0
    var troubles = 0
    /// The size of neighbourhood that proved workable.
    var size: Int?
  }

  /// Searches from a plan; with a size, by neighbourhoods of so many blocks.
  func improve(
    _ start: PlanState, moves: Int, guide: [Double], heat: Double, neighbourhoodSize: Int?,
    isShaken: Bool
  ) -> Result {
    let scratch = PricingScratch()
    let generator = model.generator(scratch)
    var result = Result(state: start)
    if let neighbourhoodSize {
      solveNeighbourhoods(&result, size: neighbourhoodSize, generator)
    } else {
      result.state = RuinAndRecreate(
        model: model, generator: generator, guide: guide, isShaken: isShaken
      )
      .improve(
        start, moves: moves, seed: seed, heat: heat, stop: { stop.isNow })
    }
    result.cells = scratch.cells
    return result
  }

  /// Neighbourhoods grow while they are solved at once and shrink when the nodes run out.
  private func solveNeighbourhoods(
    _ result: inout Result, size: Int, _ generator: PatternGenerator
  ) {
    var random = SplitMix64(seed: seed)
    var size = size
    let chooser = NeighbourhoodChooser(model: model)
    let neighbourhood = Neighbourhood(model: model, generator: generator)
    for _ in 0..<6 where !stop.isNow {
      let blocks = chooser.choose(size, from: result.state, &random)
      do {
        let found = try neighbourhood.improve(
          result.state, blocks: blocks, patterns: patterns, guide: prices,
          stop: stop)
        result.pivots += found.pivots
        result.nodes += found.nodes
        result.troubles += found.troubles
        result.state = found.state
        if found.nodes >= neighbourhood.nodes / 2 {
          size = max(8, size * 4 / 5)
        } else if found.nodes <= neighbourhood.nodes / 10 {
          size = min(48, size + 2)
        }
      } catch {
        result.troubles += 1
      }
    }
    result.size = size
    LinearProgram.leaveThread()
  }
}

/// Which practices to free together: near in time, of one supplier or network, or costly.
struct NeighbourhoodChooser {
  let model: Model

  /// So many blocks, in order of their numbers.
  func choose(_ size: Int, from state: PlanState, _ random: inout SplitMix64) -> [Int] {
    let wanted = min(model.blocks.count, size)
    let seed = random.below(model.blocks.count)
    let key: (Int) -> Double
    switch random.below(4) {
    case 0: key = { excess($0, state) }
    case 1: key = { Double(distance($0, seed, state)) + (sharesPartner($0, seed) ? 0 : 60) }
    case 2: key = { Double(distance($0, seed, state)) + (sharesPCN($0, seed) ? -1_000 : 0) }
    default: key = { Double(distance($0, seed, state)) }
    }
    // Some noise, so that the same seed does not always give the same set.
    let keyed = model.blocks.indices.map { ($0, key($0) * (0.7 + 0.6 * random.unit())) }
    return keyed.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(wanted).map(\.0).sorted()
  }

  private func distance(_ block: Int, _ seed: Int, _ state: PlanState) -> Int {
    abs(goLive(block, state) - goLive(seed, state))
  }

  private func goLive(_ block: Int, _ state: PlanState) -> Int {
    model.blocks[block].members.lazy.compactMap { state.goLives[$0] }.first
      ?? model.practices[model.blocks[block].members[0]].earliest ?? 0
  }

  /// The costliest blocks first.
  private func excess(_ block: Int, _ state: PlanState) -> Double {
    1e9 / (1 + model.blocks[block].members.reduce(0) { $0 + max(0, state.costs[$1]) })
  }

  private func sharesPartner(_ block: Int, _ seed: Int) -> Bool {
    practice(block).partner == practice(seed).partner
  }

  private func sharesPCN(_ block: Int, _ seed: Int) -> Bool {
    practice(block).pcn != nil && practice(block).pcn == practice(seed).pcn
  }

  private func practice(_ block: Int) -> Practice {
    model.region.practices[model.blocks[block].members[0]]
  }
}
