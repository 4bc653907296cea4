/// The plan for Microsoft Project, in its XML format (MSPDI): `portfolio.mspdi.xml`.
///
/// Stages are scheduled by hand, so that Project keeps the dates when it opens the file. There are
/// no resources: capacities count by the week here, and Project would level them by the day.
public struct MSPDIWriter: PlanWriter {
  /// Makes an id of a name; the same name gives the same id.
  public var identifier: @Sendable (String) -> String

  /// A writer for Microsoft Project.
  public init(identifier: @escaping @Sendable (String) -> String) { self.identifier = identifier }

  /// `portfolio.mspdi.xml`.
  public func files(for report: PlanReport) -> [OutputFile] {
    let file = ProjectFile(report: report, identifier: identifier)
    return [OutputFile(name: "portfolio.mspdi.xml", text: file.text)]
  }
}
