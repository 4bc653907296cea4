import Files
import FoundationEssentials
import Glibc

/// Files and folders of the history, each on disk before it is relied on.
extension AcceptedHistory {
  /// The bytes of the history; nil if there is none.
  ///
  /// Only a file of its own is read, and only so much of it as a history can be.
  func read() throws(Failure) -> [UInt8]? {
    var information = stat()
    if lstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFLNK {
      throw Failure(path: file, reason: "is not a file, but a link")
    }
    do {
      return try RegularFile.bytes(of: file)
    } catch .missing {
      return nil
    } catch {
      throw Failure(path: file, reason: error.words)
    }
  }

  /// Makes a folder unless it is there.
  func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Writes a file and puts it on disk.
  func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure(path)
      }
    }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// Takes a folder away with these files; does nothing if it has got its name.
  func discard(_ path: String, _ names: [String]) {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// Takes away what runs that were killed left half written.
  ///
  /// Only whoever holds the lock may do so; nobody else is then at work on such a file.
  func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where AcceptedHistory.isLeftover(name) {
      // A link is removed itself, never what it leads to.
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  /// Whether a name is one under which this type writes what is not yet to be seen.
  static func isLeftover(_ name: String) -> Bool {
    name.wholeMatch(of: /\.(history|rev-[0-9]{4,})\.[0-9]+\.part/) != nil
  }

  /// Puts a folder's names on disk.
  func sync(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  /// What the system says went wrong with a path.
  func failure(_ path: String) -> Failure { Failure(path: path, reason: message()) }

  /// The system's last error in words.
  func message() -> String { String(cString: strerror(errno)) }
}
