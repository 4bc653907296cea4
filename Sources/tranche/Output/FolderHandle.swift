import Glibc
import TrancheKit

/// An open folder, and what is done in it by name: never through a link, never outside of it.
///
/// Names are reached from the open folder step by step, so that nobody can put a link in their way
/// between a look and the act.
struct FolderHandle: ~Copyable {
  private let descriptor: Int32

  /// What the system refused, as `errno` has it.
  struct Fault: Error {
    let number: Int32

    init(_ number: Int32 = errno) { self.number = number }

    /// In words, as a sentence.
    var words: String {
      number == ELOOP || number == ENOTDIR
        ? "It is a link or a file; tranche goes into real folders only."
        : String(cString: strerror(number)) + "."
    }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The folder that was asked for, which may be named through links.
  init(path: String) throws(Fault) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault() }
  }

  /// A folder in it, made if it is not there; fails with ELOOP or ENOTDIR for a link.
  func folder(_ name: String) throws(Fault) -> FolderHandle {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    var found = openat(descriptor, name, flags)
    if found < 0, errno == ENOENT {
      guard mkdirat(descriptor, name, 0o755) == 0 || errno == EEXIST else { throw Fault() }
      found = openat(descriptor, name, flags)
    }
    guard found >= 0 else { throw Fault() }
    return FolderHandle(descriptor: found)
  }

  /// Waits until no other run writes here, for at most so many seconds.
  ///
  /// The lock is the system's own and ends with the process, however that ends. Where the file
  /// system has no locks, there is none.
  ///
  /// - Returns: whether it was got, or cannot be had at all.
  func lock(seconds: Int) -> Bool {
    for _ in 0..<(seconds * 50) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      usleep(20_000)
    }
    return false
  }

  /// Writes a file whole and through to the disk; on failure there is no such file.
  func put(_ bytes: [UInt8], at name: String) throws(Fault) {
    let file = openat(
      descriptor, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
      0o644)
    guard file >= 0 else { throw Fault() }
    var rest = bytes[...]
    var fault: Fault?
    while !rest.isEmpty, fault == nil {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        fault = Fault()
      }
    }
    // On disk before it takes the former file's name.
    if fault == nil, fsync(file) != 0 { fault = Fault() }
    if close(file) != 0, fault == nil { fault = Fault() }
    guard let fault else { return }
    remove(name)
    throw fault
  }

  /// What a file holds, up to a number of bytes; nil if it is not there, is no file, or cannot be
  /// read.
  func contents(of name: String, atMost limit: Int) -> [UInt8]? {
    try? RegularFile.bytes(of: name, atMost: limit, in: descriptor)
  }

  /// Whether there is a folder of this name.
  func hasFolder(_ name: String) -> Bool {
    var information = stat()
    return fstatat(descriptor, name, &information, AT_SYMLINK_NOFOLLOW) == 0
      && information.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is anything of this name.
  func has(_ name: String) -> Bool {
    var information = stat()
    return fstatat(descriptor, name, &information, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// Gives a file another name, in place of what had it.
  func rename(_ name: String, to target: String) throws(Fault) {
    guard renameat(descriptor, name, descriptor, target) == 0 else { throw Fault() }
  }

  /// Takes a file away, if it is there.
  func remove(_ name: String) { unlinkat(descriptor, name, 0) }

  /// Takes away what runs that were killed left half written here.
  ///
  /// Temporary names hold the number of the process that wrote them, so those of a run that is
  /// still alive stay, whoever holds the lock.
  ///
  /// - Parameter isOurs: whether a file of this name is one that is written here.
  func removeLeftovers(of isOurs: (String) -> Bool) {
    for name in names() {
      guard let (base, process) = OutputName.parts(ofTemporary: name), isOurs(base) else {
        continue
      }
      if kill(process, 0) != 0, errno == ESRCH { remove(name) }
    }
  }

  /// Puts the folder's names on disk, where the file system can.
  func sync() { fsync(descriptor) }

  /// The names of what is in it.
  func names() -> [String] {
    let copy = dup(descriptor)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    rewinddir(stream)
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}
