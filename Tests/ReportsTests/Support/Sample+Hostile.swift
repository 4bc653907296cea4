import Days
import Migrations

@testable import Reports

extension Sample {
  /// Names that have broken reports before, one a practice.
  static let hostileNames = [
    "<script>alert(1)</script>]]>",
    "O\"Brien's & <b>Sons</b>",
    "Line\r\nbreak\tand\u{7}bell \u{1B}[31mred",
    "\u{202E}ידידות\u{202D} Surgery",
    "👩‍⚕️ 日本語クリニック e\u{301}",
    "=cmd|' /C calc'!A0",
  ]

  /// The small plan with hostile text wherever people type.
  static let hostile: PlanReport = {
    var report = Sample.report
    for (place, name) in hostileNames.enumerated() {
      report.region.practices[place].name = name
      report.region.practices[place].pcn = name
      report.region.practices[place].otherColumns = [name, name]
      report.plan.practices[place].reason = name
    }
    report.region.name = hostileNames[0]
    report.region.systems[0].name = hostileNames[0]
    report.region.systems[2].name = hostileNames[2]
    report.region.resources[0].name = hostileNames[1]
    report.region.protectedPeriods[0].name = hostileNames[0]
    report.region.protectedPeriods[0].source = hostileNames[2]
    report.region.otherColumnNames = ["=HYPERLINK(1)", "plain"]
    return report
  }()
}
