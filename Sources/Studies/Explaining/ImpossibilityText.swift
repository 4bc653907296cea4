import Days
public import Migrations
public import Planning

/// Why a region is impossible or overbooked, and ways out, for people.
public struct ImpossibilityText {
  private let found: Impossibility
  private let region: Region

  /// The text of an impossibility of a region.
  public init(_ found: Impossibility, region: Region) {
    self.found = found
    self.region = region
  }

  /// The lines.
  public var lines: [String] {
    var lines = [
      found.leftOut.isEmpty
        ? "There is no plan."
        : "The plan leaves out \(counted(found.leftOut.count, "practice")): "
          + ExplanationWords(region: region).codes(found.leftOut) + ".",
      found.explanation.summary, "",
    ]
    lines.append(
      found.isProven
        ? "These cannot hold together; without any one of them the others are not proven to clash:"
        : "What stands in the way (not proven to be all):")
    lines += found.explanation.clashes.map { "  \($0.rule.rawValue): \($0.message)" }
    lines.append("")
    guard !found.fixes.isEmpty else {
      return lines + ["No single change that was tried leads to a plan."]
    }
    lines.append("Ways out, each planned again and checked, least harm first:")
    for (number, fix) in found.fixes.enumerated() {
      let out =
        fix.leftOutCount == 0
        ? "everybody is live" : "\(counted(fix.leftOutCount, "practice")) left out"
      let extra = fix.extra > 0 ? " with \(plain(fix.extra)) for the capacity" : ""
      lines.append(
        "  \(number + 1). \(fix.steps.joined(separator: " And: "))")
      lines.append("     \(out), last go-live \(last(fix)); \(inPoints(fix.harm))\(extra).")
    }
    return lines
  }

  private func last(_ fix: Fix) -> String {
    RunFigures(of: fix.plan, in: fix.region).lastGoLive?.words ?? "none"
  }
}

/// An impossibility for programs.
public struct ImpossibilityRecord: Encodable {
  let isImpossible: Bool
  let leftOut: [String]
  let isProven: Bool
  let summary: String
  let clashes: [Clash]
  let fixes: [FixRecord]

  struct Clash: Encodable {
    let rule: String
    let practices: [String]
    let resource: String?
    let period: String?
    let message: String
  }

  struct FixRecord: Encodable {
    let steps: [String]
    let harm: Double
    let extra: Double
    let leftOut: Int
    let lastGoLive: String?

    private enum CodingKeys: String, CodingKey {
      case steps, harm, extra
      case leftOut = "left_out"
      case lastGoLive = "last_go_live"
    }
  }

  /// The record of an impossibility; nil for a region whose plan has everybody in it.
  public init(_ found: Impossibility?, region: Region) {
    isImpossible = found.map { $0.leftOut.isEmpty } ?? false
    leftOut = found?.leftOut.map { region.practices[$0].code.text } ?? []
    isProven = found?.isProven ?? false
    summary = found?.explanation.summary ?? "Everybody has dates."
    clashes =
      found?.explanation.clashes.map {
        Clash(
          rule: $0.rule.rawValue, practices: $0.practices.map(\.text),
          resource: $0.resource?.text, period: $0.period, message: $0.message)
      } ?? []
    fixes =
      found?.fixes.map {
        FixRecord(
          steps: $0.steps, harm: hundredths($0.harm), extra: hundredths($0.extra),
          leftOut: $0.leftOutCount,
          lastGoLive: RunFigures(of: $0.plan, in: $0.region).lastGoLive?.iso)
      } ?? []
  }

  private enum CodingKeys: String, CodingKey {
    case summary, clashes, fixes
    case isImpossible = "impossible"
    case leftOut = "left_out"
    case isProven = "proven"
  }
}
