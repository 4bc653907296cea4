/// Random numbers by place: the same for the same seed, replay, migration and question, whoever
/// asks first and whatever else is asked.
///
/// So a replay does not depend on threads, and two studies that differ in one thing see the same
/// luck in all others. The numbers are those of SplitMix64 (Steele, Lea and Flood, 2014), taken at
/// the place instead of one after the other.
struct Draws: Sendable {
  let seed: UInt64
  /// Questions in one replay.
  let perReplay: Int

  /// A number from 0 up to but not 1.
  func unit(replay: Int, question: Int) -> Double {
    let place = UInt64(replay) &* UInt64(perReplay) &+ UInt64(question)
    // Seeds that follow each other must not give shifted copies of the same numbers.
    var mixed = Draws.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) &+ (place &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = Draws.mixed(mixed)
    return Double(mixed >> 11) * 0x1.0p-53
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
