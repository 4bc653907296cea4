import Days
import Migrations

/// A region made ready for planning: days as numbers, practices as chains, rows, blocks, links.
struct Model: Sendable {
  var region: Region
  let timetable: Timetable
  var rows: ResourceRows
  /// A chain per practice, in the region's order.
  var practices: [PracticeModel]
  /// Which practices are priced alike.
  var alike: AlikePractices
  /// What is priced as one: single practices and `together` groups, of practices that can move.
  let blocks: [Block]
  /// The `before` and `apart` links that bind practices of blocks.
  let links: [Link]
  /// The places in `links` of each practice's links.
  let linksOfPractice: [[Int]]
  /// Millionths of a point for a row without room, or a day that a link forbids.
  ///
  /// More than any plan of one practice costs, whatever the region's weights, and small enough to
  /// be added thousands of times in a Double without losing a millionth.
  let noRoom: Double
  /// Millionths of a point for leaving out a practice with a commitment: above what any practice
  /// costs, so that no plan does it for its own sake.
  var artificialCost: Double
  /// The block of each practice; nil for those whose own rules never allow a date.
  let blockOfPractice: [Int?]

  init(region: Region, threads: Int) {
    self.region = region
    timetable = Timetable(of: region)
    rows = ResourceRows(of: region, timetable: timetable)
    let made = PracticeModelBuilder.models(
      region: region, timetable: timetable, rows: rows, threads: threads)
    var practices = made.models
    alike = AlikePractices(
      of: &practices, chains: made.chains, resources: region.resources, threads: threads)
    self.practices = practices
    let movable = practices.map(\.hasDates)
    let groups = Groups(of: region)
    var blocks: [Block] = []
    var blockOfPractice = [Int?](repeating: nil, count: practices.count)
    for members in groups.members {
      let able = members.filter { movable[$0] }
      guard !able.isEmpty else { continue }
      for member in able { blockOfPractice[member] = blocks.count }
      blocks.append(Block(members: able, isComplete: groups.isComplete(able)))
    }
    self.blocks = blocks
    self.blockOfPractice = blockOfPractice
    hopelessCount = blockOfPractice.count { $0 == nil }
    links = region.links.filter { $0.rule != .together && movable[$0.first] && movable[$0.second] }
    var linksOfPractice = [[Int]](repeating: [], count: practices.count)
    for (place, link) in links.enumerated() {
      linksOfPractice[link.first].append(place)
      if link.second != link.first { linksOfPractice[link.second].append(place) }
    }
    self.linksOfPractice = linksOfPractice
    noRoom = max(1e12, 4 * (practices.lazy.map(\.greatestCost).max() ?? 0))
    artificialCost = 2 * noRoom
  }

  /// A generator with working memory of its own.
  func generator(_ scratch: PricingScratch = PricingScratch()) -> PatternGenerator {
    PatternGenerator(timetable: timetable, rows: rows, scratch: scratch)
  }

  /// What prices are rounded to in a plan's file: finer where a resource counts patients, of which
  /// a practice has thousands.
  var priceUnit: Certificate.Unit {
    region.resources.contains { $0.amount == .patients } ? .millionth : .thousandth
  }

  /// How many practices have no legal date by their own rules.
  let hopelessCount: Int

  /// A number that blocks share whose answers at these charges are the same.
  func pricingClass(ofBlock block: Int, charges: some Charges) -> Int {
    let members = blocks[block].members
    guard members.count == 1 else { return alike.own(members[0]) }
    return alike.number(of: members[0], charges: charges)
  }

  /// Millionths of a point that every plan pays for practices whose own rules never allow a date.
  var unavoidableCost: Double {
    practices.indices.reduce(0) {
      $0 + (blockOfPractice[$1] == nil ? practices[$1].unscheduledCost : 0)
    }
  }

  /// Whether a link keeps two go-live day numbers.
  func allows(_ link: Link, first: Int, second: Int) -> Bool {
    link.allows(
      first: timetable.day(first), second: timetable.day(second), in: region.calendar)
  }
}

/// Practices that are priced as one.
struct Block: Sendable {
  /// Practices by place; more than one only for a `together` group.
  let members: [Int]
  /// Whether each member is linked with each other one, so that all who are dated share a day.
  let isComplete: Bool
}

/// The practices gathered by `together` links, each practice in exactly one group.
struct Groups {
  let members: [[Int]]
  private let pairs: Set<[Int]>

  init(of region: Region) {
    pairs = Set(
      region.links.filter { $0.rule == .together }.map {
        [min($0.first, $0.second), max($0.first, $0.second)]
      })
    var parent = Array(region.practices.indices)
    func root(_ practice: Int) -> Int {
      var practice = practice
      while parent[practice] != practice { practice = parent[practice] }
      return practice
    }
    for link in region.links where link.rule == .together {
      let (first, second) = (root(link.first), root(link.second))
      parent[max(first, second)] = min(first, second)
    }
    var members: [Int: [Int]] = [:]
    for practice in region.practices.indices {
      members[root(practice), default: []].append(practice)
    }
    self.members = members.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether every two of some practices are linked directly.
  func isComplete(_ practices: [Int]) -> Bool {
    practices.enumerated().allSatisfy { place, first in
      practices[(place + 1)...].allSatisfy { pairs.contains([min(first, $0), max(first, $0)]) }
    }
  }
}
