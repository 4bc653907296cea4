/// Working memory of one thread's pricing, kept from call to call.
final class PricingScratch {
  private(set) var count = 0
  /// The day numbers that the call in hand works on; the others of every row are not kept.
  private(set) var window = 0..<0
  private var nodeCapacity = 0
  private var layerCapacity = 0
  private var storage: UnsafeMutablePointer<Double>?
  private var layerStorage: UnsafeMutablePointer<Double>?

  private var suffixStorage: UnsafeMutablePointer<Double>?
  private var suffixCapacity = 0
  private var periodStorage: UnsafeMutablePointer<Double>?
  private var periodCapacity = 0

  /// Cells of dynamic programming worked through, the unit of pricing work.
  var cells = 0

  init() {}

  deinit {
    storage?.deallocate()
    layerStorage?.deallocate()
    suffixStorage?.deallocate()
    periodStorage?.deallocate()
  }

  /// Makes room for chains of so many nodes over so many days with so many layers in all.
  func prepare(nodes: Int, count: Int, layers: Int, window: Range<Int>) {
    self.window = window
    if nodes > nodeCapacity || count != self.count {
      storage?.deallocate()
      nodeCapacity = max(nodes, nodeCapacity)
      storage = .allocate(capacity: (nodeCapacity * 3 + 3) * max(count, 1))
    }
    if layers > layerCapacity || count != self.count {
      layerStorage?.deallocate()
      layerCapacity = max(layers, layerCapacity)
      layerStorage = .allocate(capacity: max(layerCapacity * count, 1))
    }
    self.count = count
  }

  /// The best cost up to a node, its day's charges included.
  func values(_ node: Int) -> UnsafeMutablePointer<Double> { block(node) }

  /// The charges of a node's days.
  func charges(_ node: Int) -> UnsafeMutablePointer<Double> { block(nodeCapacity + node) }

  /// The best cost up to a node among those that keep the anchored chord for sure.
  func satisfied(_ node: Int) -> UnsafeMutablePointer<Double> { block(2 * nodeCapacity + node) }

  /// Spare rows.
  func spare(_ place: Int) -> UnsafeMutablePointer<Double> { block(3 * nodeCapacity + place) }

  /// A row of the layers.
  func layer(_ place: Int) -> UnsafeMutablePointer<Double> {
    guard let layerStorage else { preconditionFailure("pricing memory is not prepared") }
    return layerStorage + place * count
  }

  /// So many rows in one piece, for the minima over layers.
  func suffixRows(_ rows: Int) -> UnsafeMutablePointer<Double> {
    if rows * count > suffixCapacity {
      suffixStorage?.deallocate()
      suffixCapacity = rows * count
      suffixStorage = .allocate(capacity: suffixCapacity)
    }
    guard let suffixStorage else { preconditionFailure("pricing memory is not prepared") }
    return suffixStorage
  }

  /// One of two rows with a value per period of a resource.
  func periodRow(_ place: Int, count: Int) -> UnsafeMutablePointer<Double> {
    if count > periodCapacity {
      periodStorage?.deallocate()
      periodCapacity = count
      periodStorage = .allocate(capacity: 2 * count)
    }
    guard let periodStorage else { preconditionFailure("pricing memory is not prepared") }
    return periodStorage + place * periodCapacity
  }

  /// The window as a range that contains its last day; the window is never empty while pricing.
  var lastOfWindow: ClosedRange<Int> { window.lowerBound...(window.upperBound - 1) }

  private func block(_ place: Int) -> UnsafeMutablePointer<Double> {
    guard let storage else { preconditionFailure("pricing memory is not prepared") }
    return storage + place * count
  }
}
