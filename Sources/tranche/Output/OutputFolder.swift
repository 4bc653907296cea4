import FoundationEssentials
import Glibc
import TrancheKit

/// Writes files into a folder so that a crash leaves all the former files or all the new ones.
///
/// Files are written under temporary names beside their targets; a list of them is put on disk (see
/// `Commitment`); then they get their names. One run at a time may do that in a folder. Nothing is
/// ever written outside of it: no name climbs, and links below it are not followed.
struct OutputFolder {
  let path: String

  /// What could not be written, and why.
  struct Failure: Error {
    let path: String
    let reason: String
    var fix = "choose another folder with -o."
  }

  /// How long another run is waited for; writing takes a moment, even of thousands of files.
  static let patience = 30

  /// Why an output does not take the place of an input.
  static let isInput =
    "It is an input of the region, and tranche never writes over what it has read."

  /// The folder at a path; nothing is made before there is something to write.
  init(_ path: String) {
    // "plan/" and "plan" are one folder and print as one.
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Makes sure before the work starts that the folder can be made and written to.
  func probe() throws(Failure) {
    guard !AcceptedGuard.covers(path) else {
      throw Failure(path: path, reason: AcceptedGuard.reason)
    }
    var existing = path
    var information = stat()
    while stat(existing, &information) != 0 {
      guard errno == ENOENT || errno == ENOTDIR,
        let parent = OutputFolder.parent(of: existing)
      else {
        throw failure(FolderHandle.Fault())
      }
      existing = parent
    }
    guard information.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(path: path, reason: "\(existing) is a file, not a folder.")
    }
    // Only an attempt tells: for an administrator, permissions say yes where the disk says no.
    let trial = existing + "/.tranche.\(getpid()).part"
    let descriptor = open(trial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Failure(path: path, reason: "\(existing): \(FolderHandle.Fault().words)")
    }
    close(descriptor)
    unlink(trial)
  }

  /// Writes all files, or none.
  func write(_ files: [OutputFile]) throws(Failure) {
    try probe()
    var named: [(name: OutputName, bytes: [UInt8])] = []
    for file in files {
      guard let name = OutputName(file.name) else {
        throw Failure(
          path: path, reason: "\"\(file.name.prefix(80))\" is no name for a file in it.")
      }
      named.append((name, file.bytes))
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(path: path, reason: "The folder cannot be made.")
    }
    let root = try locked()
    try clear(named.map(\.name), below: root)
    for place in named.indices {
      do throws(FolderHandle.Fault) {
        try named[place].name.inFolder(below: root) { folder throws(FolderHandle.Fault) in
          try folder.put(named[place].bytes, at: named[place].name.temporary(getpid()))
        }
      } catch {
        discard(named.map(\.name), below: root)
        throw failure(error, named[place].name)
      }
    }
    try putInPlace(named.map(\.name), below: root)
  }

  /// Gives files left by a run that crashed at the last moment their names, so that what is read
  /// from the folder belongs together; does nothing where there are none.
  func settle() throws(Failure) {
    guard access(path + "/" + Commitment.file, F_OK) == 0 else { return }
    // No run of ours ended there, and reading must not write.
    guard !AcceptedGuard.covers(path) else { return }
    // The lock is given free with the handle.
    _ = try locked()
  }

  func failure(_ fault: FolderHandle.Fault, _ name: OutputName? = nil) -> Failure {
    Failure(path: name.map { path + "/" + $0.text } ?? path, reason: fault.words)
  }

  /// The folder above a path; nil at the top.
  private static func parent(of path: String) -> String? {
    guard path != "/", path != "." else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
