import Days
import Migrations

/// The tables by week: what happens, and what is used.
extension ReportTables {
  /// A row for every date that somebody acts on, in order of date.
  var weeks: ReportTable {
    let events = MigrationEvents(of: region)
    let byCode = Dictionary(
      practices.map { ($0.practice.code, $0.practice) }, uniquingKeysWith: { one, _ in one })
    var table = ReportTable(
      name: "weeks",
      columns: [
        .init("week_start", "Week of", 13), .init("iso_week", "ISO week", 10),
        .init("date", "Date", 13), .init("weekday", "Day", 11), .init("until", "Until", 13),
        .init("event", "What", 26), .init("ods_code", "ODS code", 10),
        .init("practice_name", "Practice", 34), .init("pcn_code", "PCN code", 10),
        .init("source_system", "From", 14), .init("target_system", "To", 14),
        .init("partner", "Partner", 18),
      ])
    let all = report.snapshot.entries.flatMap { entry in
      events.all(of: entry).compactMap { event in byCode[entry.code].map { (event, $0) } }
    }.sorted {
      ($0.0.days.lowerBound, $0.1.code) < ($1.0.days.lowerBound, $1.1.code)
    }
    for (event, practice) in all {
      let day = event.days.lowerBound
      table.rows.append([
        .day(Week(containing: day).monday), .text(Self.isoWeek(day)), .day(day),
        .text(day.weekday.name),
        event.days.upperBound == day ? .empty : .day(event.days.upperBound),
        .text(event.words), .text(practice.code.text), .text(practice.name), .text(practice.pcn),
        .text(region.name(of: practice.source)), .text(region.name(of: practice.target)),
        .text(practice.partner.map { region.name(of: $0) }),
      ])
    }
    return table
  }

  /// A row for every resource and period in which it is used.
  var capacity: ReportTable {
    var table = ReportTable(
      name: "capacity",
      columns: [
        .init("resource_id", "Resource id", 22), .init("resource_name", "Resource", 34),
        .init("holder", "Holder", 18), .init("per", "Per", 7), .init("period", "Period", 13),
        .init("iso_week", "ISO week", 10), .init("used", "Used", 9),
        .init("capacity", "Capacity", 9), .init("left", "Left", 9),
        .init("used_percent", "Used %", 8), .init("state", "State", 12),
      ])
    for load in ResourceLoad.all(of: report) {
      for use in load.uses where use.used > 0 {
        table.rows.append([
          .text(load.resource.id.text), .text(load.resource.name),
          .text(load.resource.holder?.text), .text(load.resource.period.rawValue),
          .day(use.period), .text(Self.isoWeek(use.period)), .number(use.used),
          .number(use.capacity), .number(use.capacity - use.used),
          use.capacity > 0 ? .number((use.share * 1_000).rounded() / 10) : .empty,
          .text(Heat(use).words),
        ])
      }
    }
    return table
  }

  /// The ISO week of a day, as `2027-W05`.
  static func isoWeek(_ day: Day) -> String {
    let (year, week) = Week(containing: day).isoNumber
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }
}
