import Glibc

/// The one place where files are opened to be read.
///
/// Folders come from others, and what looks like a file may be a pipe, which nobody fills, a
/// device, which never ends, or larger than the memory. Only regular files are opened, without
/// waiting, and no more of them is read than a limit.
public enum RegularFile {
  /// Why a file could not be read.
  public enum Problem: Error {
    /// There is nothing at that path.
    case missing
    /// There is a folder, a pipe, a device or a socket, or a link where none is followed.
    case notAFile
    /// It is larger than the limit; how large, and the limit, in bytes.
    case tooLarge(Int, most: Int)
    /// The system does not let it be read; its words.
    case unreadable(String)

    /// The end of a sentence that begins with the file's name.
    public var words: String {
      switch self {
      case .missing: "does not exist"
      case .notAFile: "is not a file"
      case .tooLarge(let bytes, let most):
        "is too large: \(bytes / 1_048_576) MB, and \(most / 1_048_576) MB are the most"
      case .unreadable(let reason): "cannot be read: \(reason)"
      }
    }
  }

  /// The largest file that is read unless a reader says otherwise, in bytes.
  public static let largest = 100 * 1_024 * 1_024

  /// Whether there is something at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether two paths lead to one file, through whatever links.
  public static func areSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0
      && first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// All bytes of a file.
  ///
  /// - Parameters:
  ///   - path: where it is, from the folder if one is given.
  ///   - limit: how many bytes it may have.
  ///   - folder: the descriptor of an open folder, of which no link is followed; nil for a path
  ///     that may lead through links.
  public static func bytes(
    of path: String, atMost limit: Int = largest, in folder: Int32? = nil
  ) throws(Problem) -> [UInt8] {
    // Looked at first, because opening a device may already do something.
    var information = stat()
    let links = folder == nil ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(folder ?? AT_FDCWD, path, &information, links) == 0 else { throw problem() }
    guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (folder == nil ? 0 : O_NOFOLLOW)
    let descriptor = openat(folder ?? AT_FDCWD, path, flags)
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    // It may have been changed for another since.
    guard fstat(descriptor, &information) == 0 else { throw problem() }
    guard information.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard information.st_size <= limit else {
      throw .tooLarge(Int(information.st_size), most: limit)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(information.st_size))
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(String(cString: strerror(errno)))
      }
      bytes += chunk[..<count]
      // It may have grown since it was measured.
      guard bytes.count <= limit else { throw .tooLarge(bytes.count, most: limit) }
    }
  }

  private static func problem() -> Problem {
    switch errno {
    case ENOENT, ENOTDIR: .missing
    case ELOOP: .notAFile
    default: .unreadable(String(cString: strerror(errno)))
    }
  }
}
