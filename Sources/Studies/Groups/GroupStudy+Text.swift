import Days
import Migrations

/// The study for people.
extension GroupStudy {
  /// The text, each line ended.
  public var text: String {
    (networkLines + [""] + pairLines + [""] + pilotLines).map { $0 + "\n" }.joined()
  }

  private var networkLines: [String] {
    let split = networks.filter(\.isSplit)
    guard !networks.isEmpty else { return ["No network (PCN) has more than one practice here."] }
    var lines = [
      "\(split.count) of \(counted(networks.count, "network")) (PCN) with more than one practice "
        + "\(split.count.form("is", "are")) split across tranches."
    ]
    for network in split {
      let name = network.name.map { " \($0)" } ?? ""
      lines.append("  \(network.code)\(name), \(counted(network.days, "day")) from first to last")
      for tranche in network.tranches {
        let who = tranche.goLives.map { "\($0.code) \($0.day.shortWords)" }
        lines.append("    \(tranche.name): \(who.joined(separator: ", "))")
      }
      if !network.leftOut.isEmpty {
        lines.append("    left out: \(network.leftOut.map(\.text).joined(separator: ", "))")
      }
    }
    return lines
  }

  private var pairLines: [String] {
    guard !pairs.isEmpty else { return ["No practices are linked."] }
    let behind = pairs.filter(\.leavesOneBehind).count
    var lines = ["\(counted(pairs.count, "link")), \(behind) with one of the two left behind."]
    for pair in pairs {
      let days = pair.firstDay.flatMap { first in pair.secondDay.map { $0 - first } }
      let rule: String
      switch pair.link.rule {
      case .together: rule = "together"
      case .before(let lag): rule = "before, \(lag.words) at least"
      case .apart(let lag): rule = "apart, \(lag.words) at least"
      }
      var line = "  \(pair.first) and \(pair.second) (\(rule)): "
      switch (pair.firstDay, pair.secondDay, days) {
      case (.some(let day), .some, 0?): line += "both on \(day.shortWords)"
      case (.some(let first), .some(let second), let days?):
        line += "\(first.shortWords) and \(second.shortWords), \(counted(abs(days), "day")) apart"
      case (.some(let day), nil, _):
        line += "\(pair.first) goes live \(day.shortWords), \(pair.second) is left behind"
      case (nil, .some(let day), _):
        line += "\(pair.second) goes live \(day.shortWords), \(pair.first) is left behind"
      default: line += "both left out"
      }
      lines.append(line)
    }
    return lines
  }

  private var pilotLines: [String] {
    guard !pilots.isEmpty else { return ["No practice is a pilot."] }
    return pilots.map { pilot in
      guard let day = pilot.day else {
        return "Pilot \(pilot.code) is left out, so nobody waits for it."
      }
      guard let next = pilot.next, let distance = pilot.distance else {
        return "Pilot \(pilot.code) goes live \(day.shortWords); nobody comes behind it."
      }
      let unit =
        switch pilot.gap {
        case .days: counted(distance, "day")
        case .workingDays: counted(distance, "working day")
        }
      return "Pilot \(pilot.code) goes live \(day.shortWords), \(unit) ahead of \(next.code) on "
        + "\(next.day.shortWords); \(pilot.gap.words) are asked for."
    }
  }
}
