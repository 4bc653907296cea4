import Glibc
import TrancheKit

/// The accepted plans of a region, each compared with the fingerprint that its line of the history
/// has; every verb that looks at what is agreed reads them here.
struct AcceptedPlans {
  /// One accepted plan.
  struct Entry {
    let record: RevisionRecord
    /// Its dates; its `revision` is set.
    let plan: PlanSnapshot
  }

  let history: AcceptedHistory

  /// The accepted plans of a region folder.
  init(region: String) { history = AcceptedHistory(region: region) }

  /// All of them in order; fails where one is not what was accepted.
  func read() throws(AcceptedHistory.Failure) -> [Entry] {
    var entries: [Entry] = []
    for record in try history.revisions() {
      let path = history.path(of: record) + "/plan.json"
      let reading = PlanSnapshotFile.read(path)
      guard var plan = reading.plan else {
        throw AcceptedHistory.Failure(
          path: path, reason: "cannot be read: \(reading.diagnostics.first?.message ?? "")")
      }
      guard reading.fingerprint == record.plan else {
        throw Self.changed(path, record, reading.fingerprint)
      }
      plan.revision = record.revision
      plan.isAccepted = true
      entries.append(Entry(record: record, plan: plan))
    }
    return entries
  }

  /// The number of the revision that a path names; nil if it names none.
  ///
  /// A plan that lies where revisions lie must be the one that was accepted.
  static func revision(at path: String, fingerprint: String) throws(AcceptedHistory.Failure) -> Int?
  {
    guard let region = region(ofRevision: path) else { return nil }
    let history = AcceptedHistory(region: region)
    let name = folderName(of: path)
    for record in try history.revisions() where record.folder == name {
      guard record.plan == fingerprint else { throw changed(path, record, fingerprint) }
      return record.revision
    }
    return nil
  }

  /// The region folder of a path such as `R/accepted/rev-0001`; nil for other paths.
  private static func region(ofRevision path: String) -> String? {
    let name = folderName(of: path)
    guard name.hasPrefix("rev-"), let real = resolved(folder(of: path)) else { return nil }
    let parts = real.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "accepted", parts[parts.count - 1] == name
    else { return nil }
    return "/" + parts.dropLast(2).joined(separator: "/")
  }

  private static func folder(of path: String) -> String {
    guard path.hasSuffix(".json") || path.lowercased().hasSuffix(".csv") else { return path }
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func folderName(of path: String) -> String {
    (resolved(folder(of: path)) ?? path).split(separator: "/").last.map(String.init) ?? ""
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func changed(
    _ path: String, _ record: RevisionRecord, _ fingerprint: String
  ) -> AcceptedHistory.Failure {
    AcceptedHistory.Failure(
      path: path,
      reason: "is not what was accepted as revision \(record.revision): its SHA-256 is "
        + "\(fingerprint.prefix(12)), and history.jsonl has \(record.plan.prefix(12)); put the "
        + "file back from a copy")
  }
}
