/// What a portfolio's folder name says of it: `51-80-s2-daily`.
struct RegionLabel: Hashable, Comparable {
  let size: Int
  let tightness: Int
  let isDaily: Bool
  let seed: Int

  /// Reads a folder's name; nil if it is no portfolio's.
  init?(_ path: String) {
    guard let name = path.split(separator: "/").last else { return nil }
    let parts = name.split(separator: "-")
    guard parts.count >= 3, let size = Int(parts[0]), let tightness = Int(parts[1]),
      parts[2].hasPrefix("s"), let seed = Int(parts[2].dropFirst())
    else { return nil }
    self.size = size
    self.tightness = tightness
    self.seed = seed
    isDaily = parts.count > 3 && parts[3] == "daily"
  }

  /// The label without its seed.
  var group: String { "\(size) practices, \(tightness) %, \(isDaily ? "daily" : "weekly")" }

  static func < (left: RegionLabel, right: RegionLabel) -> Bool {
    (left.size, left.isDaily ? 1 : 0, left.tightness, left.seed)
      < (right.size, right.isDaily ? 1 : 0, right.tightness, right.seed)
  }
}
