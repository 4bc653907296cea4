import Glibc

/// Keeps every verb but `accept` from writing into a region's accepted plans.
enum AcceptedGuard {
  /// What is said where somebody tries.
  static let reason =
    "That is where accepted plans are kept; only tranche accept writes there."

  /// Whether a path lies in the `accepted/` of a region, through links too.
  ///
  /// That folder is known by its history, or by the region.toml beside it.
  static func covers(_ path: String) -> Bool {
    let parts = real(path).split(separator: "/")
    return parts.indices.contains { index in
      guard parts[index] == "accepted" else { return false }
      let region = "/" + parts[..<index].joined(separator: "/")
      return access(region + "/accepted/history.jsonl", F_OK) == 0
        || access(region + "/region.toml", F_OK) == 0
    }
  }

  /// The path without links, as far as there is something; what is not there yet follows as named.
  private static func real(_ path: String) -> String {
    var rest: [Substring] = []
    var existing = path[...]
    while true {
      if let found = realpath(existing.isEmpty ? "." : String(existing), nil) {
        defer { free(found) }
        return ([String(cString: found)] + rest.reversed().map(String.init)).joined(separator: "/")
      }
      while existing.count > 1, existing.hasSuffix("/") { existing.removeLast() }
      guard let slash = existing.lastIndex(of: "/") else {
        rest.append(existing)
        existing = ""
        continue
      }
      rest.append(existing[existing.index(after: slash)...])
      existing = slash == existing.startIndex ? "/" : existing[..<slash]
      guard rest.count < 4_096 else { return path }
    }
  }
}
