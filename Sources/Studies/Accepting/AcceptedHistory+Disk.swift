import Glibc

/// Files and folders of the history, each on disk before it is relied on.
extension AcceptedHistory {
  /// The largest history that is read, in bytes.
  private static let largest = 100 * 1_024 * 1_024

  /// The bytes of the history; nil if there is none.
  ///
  /// Only a file of its own is read, and only so much of it as a history can be.
  func read() throws(Failure) -> [UInt8]? {
    // Opening a pipe that nobody writes to would wait for ever.
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      if errno == ELOOP { throw Failure(path: file, reason: "is a link, and not a file") }
      throw failure(file)
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure(file) }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: file, reason: "is not a file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
        guard bytes.count <= AcceptedHistory.largest else {
          throw Failure(path: file, reason: "is too large for a history")
        }
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw failure(file)
      }
    }
  }

  /// Makes a folder unless it is there.
  func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Writes a file and puts it on disk.
  func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
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
