import Days
import Migrations

/// capacity.csv: a row for each resource and period between the plan's first and last use.
public struct CapacityCSVWriter: PlanWriter {
  /// How the file is written.
  public var style: CSVStyle

  /// A writer of capacity.csv.
  public init(style: CSVStyle = .people) { self.style = style }

  /// `capacity.csv`.
  public func files(for report: PlanReport) -> [OutputFile] {
    var table = CSVText(
      style: style,
      header: ["resource", "name", "per", "period", "capacity", "used", "spare", "price"])
    for use in CapacityUse.all(of: report) {
      for period in use.periods {
        table.append([
          .text(use.resource.id.text), .text(use.resource.name),
          .text(use.resource.period.rawValue), .day(period.period), .number(period.capacity),
          .number(period.used), .number(max(0, period.capacity - period.used)),
          .number(Double(period.price) / 1_000),
        ])
      }
    }
    return [OutputFile(name: "capacity.csv", text: table.text)]
  }
}
