import Days
import Migrations

/// A supplier or a delivery partner, who gets a pack of its own.
enum Holder: Sendable {
  case system(ClinicalSystem)
  case partner(Partner)

  /// Those that have something to do with a region's practices.
  static func all(in region: Region) -> [Holder] {
    let practices = region.practices
    return region.systems.filter { system in
      practices.contains { $0.source == system.id || $0.target == system.id }
    }.map(Holder.system)
      + region.partners.filter { partner in practices.contains { $0.partner == partner.id } }
      .map(Holder.partner)
  }

  /// The name of its folder.
  var folder: String {
    switch self {
    case .system(let system): "supplier-\(system.id)"
    case .partner(let partner): "partner-\(partner.id)"
    }
  }

  /// Its id, as resources name it.
  var id: String {
    switch self {
    case .system(let system): system.id.text
    case .partner(let partner): partner.id.text
    }
  }

  /// What it does at a stage of a practice's migration; nil if nothing.
  func slot(_ code: String, of practice: Practice) -> String? {
    switch self {
    case .system(let system):
      let leaves = practice.source == system.id
      switch code {
      case "ID": return leaves ? "Test data extract" : "Test data load"
      case "FD": return leaves ? "Final data extract" : "Final data load"
      case "FX": return leaves ? nil : "Fixes"
      case "CO": return leaves ? nil : "Cutover"
      case "GL": return leaves ? "Go-live elsewhere" : "Go-live"
      case "PG": return leaves ? nil : "Post go-live"
      default: return nil
      }
    case .partner:
      switch code {
      case "KO": return "Kick-off meeting"
      case "TS": return "Technical survey"
      case "FD": return "Final data production"
      case "CO": return "Cutover"
      case "GL": return "Go-live, on site"
      case "PG": return "Post go-live"
      default: return nil
      }
    }
  }

  /// Whether a practice is one of its own.
  func has(_ practice: Practice) -> Bool {
    switch self {
    case .system(let system): practice.source == system.id || practice.target == system.id
    case .partner(let partner): practice.partner == partner.id
    }
  }
}

/// The files of a supplier's or a partner's pack.
struct HolderPack {
  let holder: Holder
  let tables: ReportTables
  let feeds: CalendarFeeds

  /// `calendar.ics`, `slots.csv` and `capacity.csv`.
  func files(_ style: CSVStyle) -> [OutputFile] {
    var calendar: OutputFile
    switch holder {
    case .system(let system): calendar = feeds.system(system)
    case .partner(let partner): calendar = feeds.partner(partner)
    }
    calendar.name = "calendar.ics"
    var capacity = tables.capacity
    let column = capacity.columns.firstIndex { $0.name == "holder" } ?? 0
    capacity.rows.removeAll { $0[column] != .text(holder.id) }
    return [calendar, slots.csv(style), capacity.csv(style)]
  }

  /// A row for every stage that the holder has a part in, in order of date.
  private var slots: ReportTable {
    let region = tables.region
    var table = ReportTable(
      name: "slots",
      columns: [
        .init("week_start", "Week of"), .init("iso_week", "ISO week"), .init("date", "Date"),
        .init("until", "Until"), .init("weekday", "Day"), .init("slot", "Slot"),
        .init("ods_code", "ODS code"), .init("practice_name", "Practice"),
        .init("list_size", "List size"), .init("source_system", "From"),
        .init("target_system", "To"), .init("partner", "Partner"),
      ])
    var rows: [(day: Day, code: PracticeCode, cells: [CSVCell])] = []
    for (practice, planned) in tables.scheduled where holder.has(practice) {
      for (stage, dates) in zip(region.pathway.stages, planned.schedule) {
        guard let slot = holder.slot(stage.code, of: practice) else { continue }
        let day = dates.start
        rows.append(
          (
            day, practice.code,
            [
              .day(Week(containing: day).monday), .text(ReportTables.isoWeek(day)), .day(day),
              .day(dates.finish), .text(day.weekday.name), .text(slot),
              .text(practice.code.text), .text(practice.name), .integer(practice.listSize),
              .text(region.name(of: practice.source)), .text(region.name(of: practice.target)),
              .text(practice.partner.map { region.name(of: $0) }),
            ]
          ))
      }
    }
    table.rows = rows.sorted { ($0.day, $0.code) < ($1.day, $1.code) }.map(\.cells)
    return table
  }
}
