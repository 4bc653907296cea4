import Glibc
import TrancheKit

/// A file that another library writes, put in place only when it is whole.
struct PartFile {
  let target: String

  /// Where to write: beside the target, so that it can be renamed.
  var path: String {
    let slash = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
    return target[..<slash] + "." + target[slash...] + ".\(getpid()).part"
  }

  /// Makes sure that no input is written over, and takes away what killed runs left beside it.
  func prepare() throws(OutputFolder.Failure) {
    if Inputs.contains(target) {
      throw OutputFolder.Failure(path: target, reason: OutputFolder.isInput)
    }
    let slash = target.lastIndex(of: "/")
    let base = String(slash.map { target[target.index(after: $0)...] } ?? target[...])
    do throws(FolderHandle.Fault) {
      let folder = try FolderHandle(path: slash.map { String(target[...$0]) } ?? ".")
      folder.removeLeftovers { $0 == base }
    } catch {
      throw OutputFolder.Failure(path: target, reason: error.words)
    }
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
