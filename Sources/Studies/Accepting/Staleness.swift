/// Which inputs of a plan are no longer what they were when it was made.
public struct Staleness: Hashable, Sendable {
  /// Files with other contents now.
  public let changed: [String]
  /// Files that are there now and were not read then.
  public let added: [String]
  /// Files that were read then and are gone.
  public let removed: [String]

  /// Compares fingerprints, by file.
  public init(then: [String: String], now: [String: String]) {
    changed = then.keys.filter { now[$0] != nil && now[$0] != then[$0] }.sorted()
    added = now.keys.filter { then[$0] == nil }.sorted()
    removed = then.keys.filter { now[$0] == nil }.sorted()
  }

  /// Compares lists of fingerprints, as readers give them.
  public init(
    then: [(file: String, sha256: String)], now: [(file: String, sha256: String)]
  ) {
    func byFile(_ list: [(file: String, sha256: String)]) -> [String: String] {
      Dictionary(list.map { ($0.file, $0.sha256) }, uniquingKeysWith: { one, _ in one })
    }
    self.init(then: byFile(then), now: byFile(now))
  }

  /// Whether anything differs.
  public var isStale: Bool { !(changed.isEmpty && added.isEmpty && removed.isEmpty) }

  /// A sentence for each file that differs.
  public var sentences: [String] {
    changed.map { "\($0) has changed since the plan was made" }
      + added.map { "\($0) was not there when the plan was made" }
      + removed.map { "\($0) was there when the plan was made, and is gone" }
  }
}
