import Migrations

/// The practices that `together` links join, directly or by way of others; most stand alone.
struct TogetherGroups {
  /// The groups, in the order of their first practice.
  let groups: [Group]

  /// Practices that go live on one day.
  struct Group {
    /// Places in the region's list.
    var members: [Int]
    /// Whether every two members are linked, so that the rest stays bound whoever is left out.
    var isComplete: Bool
  }

  init(of region: Region) {
    var parent = Array(region.practices.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while parent[place] != place { place = parent[place] }
      return place
    }
    var pairs: Set<[Int]> = []
    for link in region.links where link.rule == .together && link.first != link.second {
      let (first, second) = (root(link.first), root(link.second))
      parent[max(first, second)] = min(first, second)
      pairs.insert([min(link.first, link.second), max(link.first, link.second)])
    }
    let byRoot = Dictionary(grouping: region.practices.indices, by: root)
    groups = byRoot.keys.sorted().map { key in
      let members = byRoot[key] ?? []
      let linked = pairs.count { members.contains($0[0]) }
      return Group(
        members: members, isComplete: linked == members.count * (members.count - 1) / 2)
    }
  }
}
