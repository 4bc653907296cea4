import FoundationEssentials
import Glibc

/// The accepted plans of a region: `accepted/history.jsonl` with a line per revision, and a folder
/// per revision beside it.
///
/// A revision exists exactly when its line is complete. The files are written first, into a
/// folder with a temporary name that is put on disk and renamed; then the history is written anew
/// beside itself with one line more and renamed. A crash at any point leaves the former history,
/// at worst a folder that nobody refers to, which is moved aside and never taken for a revision,
/// and something half written, which the next run takes away.
public struct AcceptedHistory: Sendable {
  /// The folder `accepted/`.
  public let folder: String

  /// What went wrong.
  public struct Failure: Error, Hashable {
    /// The file or folder.
    public let path: String
    /// Why, in a few words.
    public let reason: String

    /// Something that went wrong with a file or folder.
    public init(path: String, reason: String) {
      self.path = path
      self.reason = reason
    }
  }

  /// The history of a region folder.
  public init(region: String) { folder = region + "/accepted" }

  var file: String { folder + "/history.jsonl" }

  /// The revisions in order; empty if there is no history.
  ///
  /// A last line without its end was never completed and is no revision; any other line that
  /// cannot be read is a failure, because a history with a hole must not be added to.
  public func revisions() throws(Failure) -> [RevisionRecord] {
    guard let bytes = try read() else { return [] }
    var revisions: [RevisionRecord] = []
    for line in complete(bytes).split(separator: UInt8(ascii: "\n")) {
      try demandFormat(Data(line), number: revisions.count + 1)
      guard let record = try? JSONDecoder().decode(RevisionRecord.self, from: Data(line)),
        record.revision == revisions.count + 1
      else {
        throw Failure(path: file, reason: "line \(revisions.count + 1) is not a revision")
      }
      try demandOwnFolder(record)
      revisions.append(record)
    }
    return revisions
  }

  /// A revision lies in the folder of its number, which is a real one, and its plan.json a file:
  /// a line of the history leads nowhere else.
  private func demandOwnFolder(_ record: RevisionRecord) throws(Failure) {
    guard record.folder == AcceptedHistory.folderName(of: record.revision) else {
      throw Failure(
        path: file,
        reason: "line \(record.revision) names the folder \"\(record.folder.prefix(80))\"; that of "
          + "revision \(record.revision) is \(AcceptedHistory.folderName(of: record.revision))")
    }
    for (path, kind) in [(path(of: record), S_IFDIR), (path(of: record) + "/plan.json", S_IFREG)] {
      var information = stat()
      // What is missing is said by whoever needs it.
      guard lstat(path, &information) == 0 else { continue }
      guard information.st_mode & S_IFMT == kind else {
        throw Failure(
          path: path,
          reason: "is not a \(kind == S_IFDIR ? "folder" : "file") of its own; "
            + "revisions are never followed to somewhere else")
      }
    }
  }

  /// The path of a revision's folder.
  public func path(of record: RevisionRecord) -> String { folder + "/" + record.folder }

  /// The name of a revision's folder.
  public static func folderName(of revision: Int) -> String {
    let digits = String(revision)
    return "rev-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Adds a revision.
  ///
  /// What it says of its former revision was worked out before, so the history must still end
  /// with that one once nobody else can add to it.
  ///
  /// - Parameters:
  ///   - files: the revision's files.
  ///   - last: the last revision as it was read; nil for none.
  ///   - record: makes its line from its number; nothing may be done to the history meanwhile.
  /// - Returns: the record that was added; nil, with nothing done, if there are other revisions
  ///   by now than up to `last`.
  public func add(
    files: [(name: String, bytes: [UInt8])], after last: RevisionRecord?,
    record: (_ revision: Int) -> RevisionRecord
  ) throws(Failure) -> RevisionRecord? {
    try makeFolder(folder)
    let lock = try lock()
    defer { close(lock) }
    removeLeftovers()
    let former = try read().map(complete) ?? []
    let revisions = try revisions()
    guard revisions.last == last else { return nil }
    let added = record(revisions.count + 1)
    try place(files, as: added.folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(added) else {
      throw Failure(path: file, reason: "the revision cannot be written as JSON")
    }
    let temporary = folder + "/.history.\(getpid()).part"
    // Gone once it is renamed; after a failure nothing half written stays.
    defer { unlink(temporary) }
    try write(Array(former) + Array(line) + [UInt8(ascii: "\n")], to: temporary)
    guard rename(temporary, file) == 0 else { throw failure(file) }
    try sync(folder)
    return added
  }

  // MARK: Steps

  /// Looks at a line's format before anything else in it, which may mean something else there.
  private func demandFormat(_ line: Data, number: Int) throws(Failure) {
    struct Header: Decodable { var format: Int? }
    guard let header = try? JSONDecoder().decode(Header.self, from: line) else { return }
    guard let format = header.format, format != RevisionRecord.knownFormat else { return }
    throw Failure(
      path: file,
      reason: "line \(number) is of format \(format), and this version reads format "
        + "\(RevisionRecord.knownFormat) only; use the version that wrote it")
  }

  /// The lines that are complete: everything up to the last line end.
  private func complete(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes[...$0] } ?? []
  }

  private func place(_ files: [(name: String, bytes: [UInt8])], as name: String) throws(Failure) {
    let temporary = folder + "/.\(name).\(getpid()).part"
    try makeFolder(temporary)
    defer { discard(temporary, files.map(\.name)) }
    for entry in files { try write(entry.bytes, to: temporary + "/" + entry.name) }
    try sync(temporary)
    let target = folder + "/" + name
    if access(target, F_OK) == 0 { try moveAside(name) }
    guard rename(temporary, target) == 0 else { throw failure(target) }
    try sync(folder)
  }

  /// A folder without a line in the history was left by a crash; it is kept under another name.
  private func moveAside(_ name: String) throws(Failure) {
    for number in 1...1_000 {
      let aside = folder + "/.abandoned-\(name)-\(number)"
      if access(aside, F_OK) == 0 { continue }
      guard rename(folder + "/" + name, aside) == 0 else { throw failure(aside) }
      return
    }
    throw Failure(path: folder + "/" + name, reason: "it belongs to no revision; move it away")
  }

  /// Keeps a second run from adding at the same time; closing the descriptor gives it free.
  private func lock() throws(Failure) -> Int32 {
    let path = folder + "/.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno == EWOULDBLOCK ? "another tranche accept is at work" : message()
      close(descriptor)
      throw Failure(path: path, reason: reason)
    }
    return descriptor
  }
}
