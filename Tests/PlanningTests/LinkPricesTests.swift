import TestSupport
import Testing

@testable import Planning

/// Prices of links are summed in one order, whatever the order in which they were found.
@Suite("Planning: prices of links") struct LinkPricesTests {
  private let rows = (0..<40).map { number in
    LinkRow(
      link: number % 7, first: number...(number + 5), second: (number / 2)...(number + 1))
  }

  @Test("the same sum to the last bit, and the same order", arguments: 1...10)
  func sums(_ seed: Int) {
    func prices(_ rows: [LinkRow]) -> LinkPrices {
      var prices = LinkPrices()
      for row in rows {
        prices[row] = 0.1 * Double(row.first.lowerBound + 1) + 1e9 * Double(row.link)
      }
      return prices
    }
    var random = TestSupport.SplitMix64(seed: UInt64(seed))
    let one = prices(rows)
    let other = prices(rows.shuffled(using: &random))
    #expect(one.sum == other.sum)
    #expect(one.map(\.row) == other.map(\.row))
    #expect(one.map(\.row) == rows.sorted())
    #expect(one.map(\.price) == other.map(\.price))
  }

  @Test("a price is found, changed and taken away")
  func values() {
    var prices = LinkPrices()
    #expect(prices.isEmpty)
    prices[rows[3]] = 2
    prices[rows[1]] = 1
    prices[rows[3]] = 5
    #expect(prices[rows[3]] == 5)
    #expect(prices[rows[2]] == nil)
    prices[rows[1]] = nil
    #expect(prices.map(\.price) == [5])
  }
}
