/// Made-up practices for those who have no list of real ones.
enum SyntheticPractices {
  /// So many practices with list sizes by seed; about four to a network, ICBs of up to 120.
  static func make(count: Int, seed: Int) -> [PortfolioPractice] {
    var random = SeededRandom("synthetic practices \(count)", seed: seed)
    let networks = max(2, (count + 3) / 4)
    let icbs = max(1, (count + 119) / 120)
    return (0..<count).map { place in
      let network = place * networks / count
      let icb = "QX\(network * icbs / networks + 1)"
      return PortfolioPractice(
        code: "Y9" + padded(place + 1, 4), name: "Practice \(place + 1) (fictional)",
        pcn: "U9" + padded(network + 1, 4), pcnName: "Network \(network + 1) (fictional)",
        icb: icb, source: "emis", listSize: ListSizes.draw(&random))
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
