import FoundationEssentials
import Glibc
import Reports

/// Writes files into a folder so that a crash leaves the former file or the new one, never half.
struct OutputFolder {
  let path: String

  /// What could not be written, and why.
  struct Failure: Error {
    let path: String
    let reason: String
    var fix = "choose another folder with -o."
  }

  /// The folder at a path; nothing is made before there is something to write.
  init(_ path: String) {
    // "plan/" and "plan" are one folder and print as one.
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Makes sure before the work starts that the folder can be made and written to.
  func probe() throws(Failure) {
    var existing = path
    var information = stat()
    while stat(existing, &information) != 0 {
      guard errno == ENOENT || errno == ENOTDIR,
        let parent = OutputFolder.parent(of: existing)
      else {
        throw Failure(path: path, reason: OutputFolder.reason)
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
      throw Failure(path: path, reason: "\(existing): \(OutputFolder.reason)")
    }
    close(descriptor)
    unlink(trial)
  }

  /// Writes all files beside their targets first, then puts them in place one after the other.
  func write(_ files: [OutputFile]) throws(Failure) {
    try probe()
    for folder in Set(files.map { self.folder(of: $0) }).sorted() {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw Failure(path: folder, reason: "The folder cannot be made.")
      }
    }
    var written: [(temporary: String, target: String)] = []
    // What is left of a failure is taken away; what is in place stays.
    defer { for pair in written { unlink(pair.temporary) } }
    for file in files {
      let target = path + "/" + file.name
      let base = file.name.split(separator: "/").last ?? ""
      let temporary = folder(of: file) + "/." + base + ".\(getpid()).part"
      written.append((temporary, target))
      guard OutputFolder.put(file.bytes, at: temporary) else {
        throw Failure(path: target, reason: OutputFolder.reason)
      }
    }
    // On disk before they take the former files' names; all written first, so that the disk can
    // take them together.
    for pair in written where !OutputFolder.sync(pair.temporary) {
      throw Failure(path: pair.target, reason: OutputFolder.reason)
    }
    for pair in written where rename(pair.temporary, pair.target) != 0 {
      throw Failure(path: pair.target, reason: OutputFolder.reason)
    }
  }

  /// The folder that a file goes into.
  private func folder(of file: OutputFile) -> String {
    OutputFolder.parent(of: path + "/" + file.name) ?? path
  }

  /// The last fault of the system in words.
  private static var reason: String { String(cString: strerror(errno)) + "." }

  /// The folder above a path; nil at the top.
  private static func parent(of path: String) -> String? {
    guard path != "/", path != "." else { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Waits until a file is on disk; false, with `errno` set, if that fails.
  private static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Writes a file whole; false, with `errno` set, if that fails.
  private static func put(_ bytes: [UInt8], at path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return false }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let fault = errno
        close(descriptor)
        errno = fault
        return false
      }
    }
    return close(descriptor) == 0
  }
}
