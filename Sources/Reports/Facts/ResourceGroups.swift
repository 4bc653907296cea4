import Days
import Migrations

/// Resources in a list, those of the networks as one.
enum ResourceGroups {
  /// Fewer networks than this are named one by one.
  private static let leastFolded = 3

  /// The names, as `SystmOne go-lives; 17 PCNs: cutovers at once`.
  static func words(_ resources: [Resource]) -> String {
    var order: [String] = []
    var groups: [String: [Resource]] = [:]
    for resource in resources {
      let key = isOfNetwork(resource) ? resource.origin : resource.id.text
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(resource)
    }
    return order.flatMap { key -> [String] in
      let group = groups[key] ?? []
      guard group.count >= leastFolded else { return group.map(\.name) }
      return ["\(counted(group.count, "PCN")): \(shared(group.map(\.name)))"]
    }.joined(separator: "; ")
  }

  /// Whether a resource is that of a single network.
  private static func isOfNetwork(_ resource: Resource) -> Bool {
    guard let code = resource.appliesTo.pcns?.first, resource.appliesTo.pcns?.count == 1 else {
      return false
    }
    return resource.id.text.hasSuffix("-\(code)")
  }

  /// What all names begin with, in whole words and without what leads to the network's code.
  private static func shared(_ names: [String]) -> String {
    let words = names.map { $0.split(separator: " ") }
    var shared: [Substring] = []
    for (place, word) in (words.first ?? []).enumerated() {
      guard words.allSatisfy({ $0.count > place && $0[place] == word }) else { break }
      shared.append(word)
    }
    while let last = shared.last, ["PCN", "in", "of"].contains(last) { shared.removeLast() }
    var text = shared.joined(separator: " ")
    while text.last == "," { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
