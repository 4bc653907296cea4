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
  }

  /// Makes sure before the work starts that the folder is there and can be written to.
  init(_ path: String) throws(Failure) {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(path: path, reason: "the folder cannot be made")
    }
    guard access(path, W_OK | X_OK) == 0 else {
      throw Failure(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Writes all files beside their targets first, then puts them in place one after the other.
  func write(_ files: [OutputFile]) throws(Failure) {
    var written: [(temporary: String, target: String)] = []
    // What is left of a failure is taken away; what is in place stays.
    defer { for pair in written { unlink(pair.temporary) } }
    for file in files {
      let target = path + "/" + file.name
      let temporary = path + "/." + file.name + ".\(getpid()).part"
      written.append((temporary, target))
      try OutputFolder.put(file.bytes, at: temporary)
    }
    for pair in written where rename(pair.temporary, pair.target) != 0 {
      throw Failure(path: pair.target, reason: String(cString: strerror(errno)))
    }
  }

  private static func put(_ bytes: [UInt8], at path: String) throws(Failure) {
    func failure() -> Failure { Failure(path: path, reason: String(cString: strerror(errno))) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure()
      }
    }
    // On disk before it takes the former file's name.
    guard fsync(descriptor) == 0 else { throw failure() }
  }
}
