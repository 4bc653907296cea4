import Days
import FoundationEssentials
import Migrations
import RegionFiles

@testable import Reports

extension Sample {
  /// The formats of exports and packs, besides those that a plan's folder has.
  static let exports: [any PlanWriter] = [
    TablesCSVWriter(), reportPage, GanttSVGWriter(hasBoard: true), PNGWriter(hasBoard: true),
    PDFWriter(hasBoard: true), calendars, .mermaid, project, .xlsx,
    PackWriter(identifier: NameUUID.of),
  ]

  static let html = GanttHTMLWriter(digest: Fingerprint.sha256)
  static let reportPage = ReportHTMLWriter(digest: Fingerprint.sha256)
  static let calendars = CalendarWriter(identifier: NameUUID.of)
  static let project = MSPDIWriter(identifier: NameUUID.of)

  /// A shipped region with its own tasks, third parties and topics, on dates made by hand.
  static let shipped: PlanReport = {
    let folder = #filePath.replacing("Tests/ReportsTests/Support/Sample+Exports.swift", with: "")
    guard let region = RegionFolder.read(folder + "Data/regions/eight-practices").region else {
      preconditionFailure("Data/regions/eight-practices cannot be read")
    }
    let first = region.calendar.number(of: day("2027-06-15"))
    let goLives = region.practices.indices.map { place in
      place == 7 ? nil : region.calendar.day(number: first + place * 3)
    }
    return report(of: region, goLives: goLives, bound: 1)
  }()

  /// The small plan as a revision, with some go-lives moved by working days.
  static func revision(_ number: Int, moved: [Int: Int] = [:], without: Set<Int> = [])
    -> PlanReport.Revision
  {
    PlanReport.Revision(
      number: number, accepted: .day(day("2026-08-0\(number)")),
      plan: plan(moved: moved, without: without).snapshot)
  }

  /// The small plan with some go-lives moved by working days, and some practices left out.
  static func plan(moved: [Int: Int] = [:], without: Set<Int> = []) -> PlanReport {
    let region = Sample.report.region
    let goLives = Sample.report.plan.practices.enumerated().map { place, planned -> Day? in
      guard !without.contains(place), !planned.schedule.isEmpty else { return nil }
      let number = region.calendar.number(of: planned.schedule[region.pathway.goLive].start)
      return region.calendar.day(number: number + (moved[place] ?? 0))
    }
    return Sample.report(of: region, goLives: goLives, bound: 1)
  }

  /// The last of some revisions as an accepted plan.
  static func accepted(
    _ revisions: [PlanReport.Revision], moved: [Int: Int] = [:], without: Set<Int> = []
  ) -> PlanReport {
    var report = plan(moved: moved, without: without)
    report.standing = .accepted
    report.revisions = revisions
    return report
  }
}
