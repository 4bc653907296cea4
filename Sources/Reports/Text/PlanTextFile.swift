/// A terminal view as a file.
public struct PlanTextFile: PlanWriter {
  /// The file's name.
  public var name: String
  /// The view.
  public var view: any PlanText

  /// A terminal view as a file.
  public init(name: String, view: any PlanText) {
    self.name = name
    self.view = view
  }

  /// The one file.
  public func files(for report: PlanReport) -> [OutputFile] {
    [OutputFile(name: name, text: view.text(for: report))]
  }
}

extension PlanWriter where Self == PlanTextFile {
  /// What happens day by day, as `calendar.txt`.
  public static var calendar: PlanTextFile {
    PlanTextFile(
      name: "calendar.txt", view: MonthText(style: TerminalStyle(width: 100), showsPast: true))
  }
}
