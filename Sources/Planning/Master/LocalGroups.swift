import Migrations

/// Blocks that meet each other only at a few resources of the whole country.
///
/// A delivery partner, a board's team or a network serves practices of one place; a supplier's slots
/// are everybody's. With the prices of the latter held, each place is a problem of its own.
struct LocalGroups {
  /// Blocks that share local resources or links, each block in one group, in order.
  let groups: [[Int]]
  /// Whether each resource (by place) is used within one group only.
  let isLocal: [Bool]

  /// Groups of at most `largest` blocks, but for links, which are never cut.
  ///
  /// Resources are taken in order of how few blocks use them; one that would join too many blocks
  /// stays outside all groups.
  init(of model: Model, largest: Int) {
    var users = [[Int]](repeating: [], count: model.rows.stretches.count)
    for (block, members) in model.blocks.map(\.members).enumerated() {
      for resource in Set(members.flatMap { model.practices[$0].terms.map(\.resource) }) {
        users[resource].append(block)
      }
    }
    var sets = DisjointSets(count: model.blocks.count)
    for link in model.links {
      if let first = model.blockOfPractice[link.first],
        let second = model.blockOfPractice[link.second]
      {
        sets.join([first, second])
      }
    }
    var isLocal = [Bool](repeating: true, count: users.count)
    for resource in users.indices.sorted(by: { (users[$0].count, $0) < (users[$1].count, $1) }) {
      isLocal[resource] = sets.sizeIfJoined(users[resource]) <= largest
      if isLocal[resource] { sets.join(users[resource]) }
    }
    self.isLocal = isLocal
    groups = sets.members
  }
}

/// Sets of numbers that are joined again and again (after Tarjan, 1975).
private struct DisjointSets {
  private var parent: [Int]
  private var sizes: [Int]

  init(count: Int) {
    parent = Array(0..<count)
    sizes = [Int](repeating: 1, count: count)
  }

  private mutating func root(_ item: Int) -> Int {
    var item = item
    while parent[item] != item {
      parent[item] = parent[parent[item]]
      item = parent[item]
    }
    return item
  }

  /// How many there would be in one set with all these.
  mutating func sizeIfJoined(_ items: [Int]) -> Int {
    var roots: Set<Int> = []
    for item in items { roots.insert(root(item)) }
    return roots.reduce(0) { $0 + sizes[$1] }
  }

  /// Puts the sets of these together.
  mutating func join(_ items: [Int]) {
    guard let first = items.first else { return }
    for item in items.dropFirst() {
      let (target, other) = (root(first), root(item))
      guard target != other else { continue }
      parent[max(target, other)] = min(target, other)
      sizes[min(target, other)] += sizes[max(target, other)]
    }
  }

  /// The sets, in the order of their least items.
  var members: [[Int]] {
    var copy = self
    var members: [Int: [Int]] = [:]
    for item in parent.indices { members[copy.root(item), default: []].append(item) }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }
}
