import Glibc
import TrancheKit

/// The steps of writing all files or none.
extension OutputFolder {
  /// The folder, with the work of a crashed run done, for this run alone.
  func locked() throws(Failure) -> FolderHandle {
    do throws(FolderHandle.Fault) {
      let root = try FolderHandle(path: path)
      guard root.lock(seconds: OutputFolder.patience) else {
        throw FolderHandle.Fault(EWOULDBLOCK)
      }
      try Commitment.settle(root)
      return root
    } catch {
      switch error.number {
      case EWOULDBLOCK:
        throw Failure(
          path: path, reason: "Another run of tranche is writing there.",
          fix: "wait for it to end, or choose another folder with -o.")
      case EBADMSG:
        throw Failure(
          path: path, reason: "\(path)/\(Commitment.file) was not left there by tranche.",
          fix: "move that file away.")
      default:
        throw failure(error)
      }
    }
  }

  /// Makes sure that the names can be given, and takes away what a crashed run left half written.
  func clear(_ names: [OutputName], below root: borrowing FolderHandle) throws(Failure) {
    // The list of files lies here, whether or not one of the files does.
    root.removeLeftovers { _ in true }
    for (_, names) in Dictionary(grouping: names, by: \.folders) {
      do throws(FolderHandle.Fault) {
        try names[0].inFolder(below: root) { folder throws(FolderHandle.Fault) in
          let bases = Set(names.map(\.base))
          for base in bases where folder.hasFolder(base) { throw FolderHandle.Fault(EISDIR) }
          for name in names where Inputs.contains(path + "/" + name.text) {
            throw FolderHandle.Fault(ENOTSUP)
          }
          // Of another run's files, too, which it would have written with other options.
          folder.removeLeftovers { _ in true }
        }
      } catch {
        guard error.number == ENOTSUP else { throw failure(error, names[0]) }
        let input = names.first { Inputs.contains(path + "/" + $0.text) }
        throw Failure(
          path: path + "/" + (input ?? names[0]).text, reason: OutputFolder.isInput)
      }
    }
  }

  func discard(_ names: [OutputName], below root: borrowing FolderHandle) {
    for name in names {
      try? name.inFolder(below: root) { folder in folder.remove(name.temporary(getpid())) }
    }
  }

  func putInPlace(
    _ names: [OutputName], below root: borrowing FolderHandle
  ) throws(Failure) {
    let commitment = Commitment(process: getpid(), names: names)
    do throws(FolderHandle.Fault) {
      // A single file gets its name in one act and needs no list.
      if names.count > 1 { try commitment.announce(in: root) }
    } catch {
      discard(names, below: root)
      throw failure(error)
    }
    do throws(FolderHandle.Fault) {
      // Once announced there is no way back, so what hinders once is tried again.
      do { try commitment.carryOut(in: root) } catch {
        try commitment.carryOut(in: root, isLate: true)
      }
    } catch {
      guard names.count > 1 else {
        discard(names, below: root)
        throw failure(error)
      }
      throw Failure(
        path: path,
        reason: "All files are written, but not all could get their names: \(error.words)",
        fix: "see to that; the next command that reads or writes the folder gives them their names."
      )
    }
  }
}
