import Days
import Migrations

/// The plan as Mermaid Gantt diagrams: one of the region, and one of every practice.
///
/// Dates are explicit, the end exclusive, because `excludes` would stretch the bars. Protected
/// periods are a section of their own, as days cannot be shaded.
public struct MermaidWriter: PlanWriter {
  /// The longest diagram in characters; renderers refuse more than 50,000.
  public var longest: Int

  /// A writer of Mermaid diagrams.
  public init(longest: Int = 45_000) { self.longest = longest }

  /// `mermaid/region.mmd`, with numbers where one diagram would be too long, and
  /// `mermaid/practice-ODS.mmd`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let diagrams = MermaidText(report: report)
    let regions = diagrams.region(longest: longest)
    let names = FileName.distinct(report.region.practices.map(\.code.text))
    return regions.enumerated().map { place, text in
      let number = regions.count == 1 ? "" : "-\(place + 1)"
      return OutputFile(name: "mermaid/region\(number).mmd", text: text)
    }
      + report.plan.practices.filter { !$0.schedule.isEmpty }.map { planned in
        let practice = report.region.practices[planned.practice]
        let name = names[practice.code.text] ?? "-"
        return OutputFile(
          name: "mermaid/practice-\(name).mmd", text: diagrams.practice(practice, planned))
      }
  }
}

extension PlanWriter where Self == MermaidWriter {
  /// The plan as Mermaid Gantt diagrams.
  public static var mermaid: MermaidWriter { MermaidWriter() }
}

/// The texts of the diagrams.
private struct MermaidText {
  let report: PlanReport

  func region(longest: Int) -> [String] {
    let rows = GanttChart(of: report, grouping: .route).groups
    let head = head(title: report.title, description: PlanSentences(of: report).scheduled)
    let foot = protectedPeriods
    var texts: [String] = []
    var text = ""
    for group in rows {
      let section = "  section \(Self.plain(group.title))\n"
      text += section
      for row in group.rows {
        let goLive = row.planned.schedule[report.region.pathway.goLive]
        let line = bar(row.practice.code.text, row.practice.name, row.planned.schedule[0], goLive)
        if head.count + text.count + line.count + foot.count > longest {
          texts.append(head + text + foot)
          text = section
        }
        text += line
      }
    }
    return texts + [head + text + foot]
  }

  func practice(_ practice: Practice, _ planned: PlannedPractice) -> String {
    var text = head(
      title: "\(practice.plainName) (\(practice.code)): clinical-system migration",
      description: "\(report.region.route(of: practice)), \(report.revisionWords).")
    var family: StageFamily?
    for (stage, dates) in zip(report.region.pathway.stages, planned.schedule) {
      let own = StageFamily(code: stage.code)
      if own != family { text += "  section \(own.words)\n" }
      family = own
      text += bar(stage.code, stage.name, dates, dates)
    }
    return text + protectedPeriods
  }

  private func head(title: String, description: String) -> String {
    """
    gantt
      title \(Self.plain(title))
      accTitle: \(Self.plain(title))
      accDescr: \(Self.plain(description))
      dateFormat YYYY-MM-DD
      axisFormat %b %Y
      tickInterval 1month
      todayMarker off

    """
  }

  private var protectedPeriods: String {
    let region = report.region
    let lines = region.protectedPeriods.flatMap { period in
      period.occurrences(touching: region.horizon).map {
        bar(period.rule == .forbid ? "Not then" : "Avoid", period.name, $0)
      }
    }
    return lines.isEmpty ? "" : "  section Protected periods\n" + lines.joined()
  }

  private func bar(
    _ code: String, _ name: String, _ first: StageDates, _ last: StageDates
  ) -> String {
    bar(code, name, first.start...max(first.start, last.finish))
  }

  private func bar(_ code: String, _ name: String, _ days: ClosedRange<Day>) -> String {
    var label = "\(Self.plain(code)) \(Self.plain(name))"
    // A line that begins with a word of the language would be read as that.
    let first = label.prefix { $0.isLetter }.lowercased()
    if Self.words.contains(first) { label = "- " + label }
    return "    \(label) :\(days.lowerBound.iso), \((days.upperBound + 1).iso)\n"
  }

  private static let words: Set<String> = [
    "gantt", "title", "section", "acctitle", "accdescr", "dateformat", "inclusiveenddates",
    "topaxis", "axisformat", "tickinterval", "includes", "excludes", "todaymarker", "weekday",
    "weekend", "click", "call", "href",
  ]

  /// A text that ends no name: what the language keeps for itself becomes a comma, controls a space.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case ":", "#", ";": plain.append(",")
      case "%" where plain.last == "%": continue
      case "{", "}": plain.append(scalar == "{" ? "(" : ")")
      case _ where scalar.properties.generalCategory == .control, "\u{2028}", "\u{2029}":
        if plain.last != " " { plain.append(" ") }
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
