import Days
import Migrations

/// The most of everything that is read, so that a wrong file ends with words and not with a wait.
///
/// Every period, resource and link is looked at for every practice and day. All England has about
/// 6,100 practices in 1,250 networks.
enum RegionLimits {
  /// Practices of a region.
  static let practices = 10_000
  /// Closures of one practice, its blackouts included.
  static let closures = 1_000
  /// Links in links.csv.
  static let links = 10_000
  /// Links that pilots make.
  static let pilotLinks = 200_000
  /// Resources, with those that short forms and `each = "pcn"` make.
  static let resources = 20_000
  /// Elements of any list and keys of any table in region.toml.
  static let elements = 5_000

  /// What a message of code E103 says: that there are more than so many of something.
  static func words(_ most: Int, _ what: String) -> String {
    "there are more than \(most.grouped) \(what)"
  }

  /// How many links the pilots of a region make.
  static func pilotLinks(of practices: [Practice]) -> Int {
    struct Pair: Hashable {
      let source, target: SystemID
    }
    var counts: [Pair: (pilots: Int, others: Int)] = [:]
    for practice in practices {
      let pair = Pair(source: practice.source, target: practice.target)
      if practice.isPilot {
        counts[pair, default: (0, 0)].pilots += 1
      } else {
        counts[pair, default: (0, 0)].others += 1
      }
    }
    return counts.values.reduce(0) { $0 + $1.pilots * $1.others }
  }
}

extension RegionTable {
  /// Whether no list or table of the file holds more than any region needs; says which one does.
  func demandSize() -> Bool {
    demandSize(
      of: TOMLValue(content: .table(root.table), position: root.position), named: root.name,
      at: root.position)
  }

  private func demandSize(
    of value: TOMLValue, named name: String, at position: SourcePosition
  ) -> Bool {
    let parts: [(value: TOMLValue, name: String, position: SourcePosition)]
    switch value.content {
    case .array(let elements): parts = elements.map { ($0, name, position) }
    case .table(let table):
      parts = table.entries.map { ($0.value, "\"\($0.key.prefix(60))\"", $0.position) }
    default: return true
    }
    guard parts.count > RegionLimits.elements else {
      return parts.allSatisfy { demandSize(of: $0.value, named: $0.name, at: $0.position) }
    }
    root.report(
      "E391", at: position, "\(name) holds \(parts.count.grouped) entries",
      why: "At most \(RegionLimits.elements.grouped) are read.",
      fix: "take out those that are not of this region.")
    return false
  }
}
