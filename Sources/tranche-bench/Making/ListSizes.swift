/// List sizes that look like England's: most from 4,000 to 16,000, some small, a few very large.
enum ListSizes {
  /// Deciles of England's practices, about; a draw lies evenly between two of them.
  private static let deciles: [Double] = [
    1_000, 3_300, 4_700, 6_000, 7_300, 8_800, 10_300, 12_200, 14_600, 18_600, 32_000,
  ]

  static func draw(_ random: inout SeededRandom) -> Int {
    let place = random.unit() * 10
    let decile = Int(place)
    let share = place - Double(decile)
    return Int(deciles[decile] + share * (deciles[decile + 1] - deciles[decile]))
  }
}
