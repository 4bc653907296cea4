import TrancheKit

/// practices.csv of a portfolio: who moves, and what varies by seed.
struct PracticesText {
  let portfolio: Portfolio
  let seed: Int
  /// The days between which wishes, deadlines and blackouts fall.
  let dates: ClosedRange<Day>

  var text: String {
    let headings = [
      "ods_code", "practice_name", "pcn_code", "pcn_name", "icb_code", "source_system",
      "target_system", "list_size", "partner", "priority", "preferred_date", "must_be_live_by",
      "blackout",
    ]
    return ([headings] + portfolio.practices.map(row))
      .map { $0.map(SimpleCSV.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// Two in five have a wish, one in five a deadline, one in five a blackout of two or three
  /// weeks; priorities are mostly 3.
  private func row(_ practice: PortfolioPractice) -> [String] {
    var random = SeededRandom("wishes of \(practice.code)", seed: seed)
    let priority = [1, 2, 2, 3, 3, 3, 3, 3, 4, 5][random.below(10)]
    let preferred = random.happens(0.4) ? day(&random, from: 0.15).iso : ""
    let deadline = random.happens(0.2) ? day(&random, from: 0.4).iso : ""
    var blackout = ""
    if random.happens(0.2) {
      let first = day(&random, from: 0.15)
      blackout = "\(first.iso) to \((first + 13 + 7 * random.below(2)).iso)"
    }
    return [
      practice.code, practice.name, practice.pcn, practice.pcnName, practice.icb,
      practice.source, portfolio.target, String(practice.listSize), practice.partner,
      String(priority), preferred, deadline, blackout,
    ]
  }

  /// A day after this share of the dates.
  private func day(_ random: inout SeededRandom, from share: Double) -> Day {
    let length = Double(dates.upperBound - dates.lowerBound)
    return dates.lowerBound + Int(length * (share + (1 - share) * random.unit()))
  }
}
