/// Prices of link rows, always in the same order.
///
/// Sums of prices are sums of Doubles, whose last digits depend on the order. A dictionary's order
/// differs from process to process, and so would bounds, plans and files.
struct LinkPrices: Sendable, Sequence {
  private var entries: [(row: LinkRow, price: Double)] = []

  /// No price.
  init() {}

  /// Whether no row has a price.
  var isEmpty: Bool { entries.isEmpty }

  /// The price of a row in millionths of a point; nil where it has none.
  subscript(row: LinkRow) -> Double? {
    get {
      let place = place(of: row)
      return place < entries.count && entries[place].row == row ? entries[place].price : nil
    }
    set {
      let place = place(of: row)
      let isKnown = place < entries.count && entries[place].row == row
      switch (newValue, isKnown) {
      case (let price?, true): entries[place].price = price
      case (let price?, false): entries.insert((row, price), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// The sum of all prices above 0, in millionths of a point.
  var sum: Double { entries.reduce(0) { $0 + Swift.max(0, $1.price) } }

  /// Takes over all prices of another list.
  mutating func merge(_ other: LinkPrices) {
    for (row, price) in other { self[row] = price }
  }

  /// The rows and prices, in order of the rows.
  func makeIterator() -> IndexingIterator<[(row: LinkRow, price: Double)]> {
    entries.makeIterator()
  }

  /// The place of a row, or the one where it would be put.
  private func place(of row: LinkRow) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension LinkRow: Comparable {
  /// An order that does not depend on hashing: by link, then by days.
  static func < (left: LinkRow, right: LinkRow) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }

  private var order: [Int] {
    [link, first.lowerBound, second.upperBound, first.upperBound, second.lowerBound]
  }
}
