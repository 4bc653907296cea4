/// SplitMix64: the same numbers on every machine for ever, which is all that portfolios need.
struct SeededRandom {
  private var state: UInt64

  /// A source of its own for each text and seed.
  init(_ name: String, seed: Int) {
    // FNV-1a over the name, so that no hash of the standard library is needed.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = hash ^ (UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to, not including, 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number below `count`.
  mutating func below(_ count: Int) -> Int { Int(unit() * Double(count)) }

  /// Whether something of this chance happens.
  mutating func happens(_ chance: Double) -> Bool { unit() < chance }
}
