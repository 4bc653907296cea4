import Glibc

/// A file that another library writes, put in place only when it is whole.
struct PartFile {
  let target: String

  /// Where to write: beside the target, so that it can be renamed.
  var path: String {
    let slash = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
    return target[..<slash] + "." + target[slash...] + ".\(getpid()).part"
  }

  /// Gives the file its name once its bytes are on disk.
  func putInPlace() throws(OutputFolder.Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0, rename(path, target) == 0 else { throw failure() }
  }

  /// Takes away what was written.
  func discard() { unlink(path) }

  private func failure() -> OutputFolder.Failure {
    OutputFolder.Failure(path: target, reason: String(cString: strerror(errno)))
  }
}
