/// Pricing on some threads, each with working memory that is kept.
final class PricingPool: Sendable {
  let threads: Int
  // Each worker touches its own memory only.
  nonisolated(unsafe) private let scratches: [PricingScratch]
  private let model: Model

  init(model: Model, threads: Int) {
    self.model = model
    self.threads = max(1, threads)
    scratches = (0..<self.threads).map { _ in PricingScratch() }
  }

  /// Calls `body` with each index and a generator.
  func map<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int, PatternGenerator) -> Result
  ) -> [Result] {
    Parallel.map(count, threads: threads) { index, worker in
      body(index, self.model.generator(self.scratches[worker]))
    }
  }

  /// The cheapest plan of each of some blocks; those that are alike at these prices are priced
  /// once.
  func answers(of blocks: [Int], model: Model, charges: PriceCharges) -> [BlockPricing.Answer] {
    var places: [Int: Int] = [:]
    var different: [Int] = []
    let placeOfBlock = blocks.map { block -> Int in
      let number = model.pricingClass(ofBlock: block, charges: charges)
      if let place = places[number] { return place }
      places[number] = different.count
      different.append(block)
      return different.count - 1
    }
    let chosen = different
    let answers = map(chosen.count) { place, generator in
      BlockPricing(model: model, generator: generator).best(chosen[place], charges: charges)
    }
    return placeOfBlock.map { answers[$0] }
  }

  /// Cells worked through so far; only to be asked while no pricing runs.
  var cells: Int { scratches.reduce(0) { $0 + $1.cells } }
}
