import Glibc

/// The list of files that are written and only wait for their names.
///
/// Many files cannot be renamed in one act. So the list is put on disk first: from then on the new
/// files count, and whoever finds the list after a crash gives them their names. Before, the former
/// files count, and what was written is rubbish.
struct Commitment {
  /// The process that wrote the files, which their temporary names hold.
  let process: Int32
  let names: [OutputName]

  /// The list's own name in the folder.
  static let file = ".tranche-commit"

  private static let heading = "tranche output 1"

  init(process: Int32, names: [OutputName]) {
    self.process = process
    self.names = names
  }

  /// The list that a run left behind; nil if there is none.
  ///
  /// It is believed only as far as it cannot do harm: its names stay in the folder.
  init?(in root: borrowing FolderHandle) {
    guard let bytes = root.contents(of: Commitment.file, atMost: 64 * 1_024 * 1_024) else {
      return nil
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count > 2, lines[0] == Commitment.heading, let process = Int32(lines[1]) else {
      return nil
    }
    self.init(process: process, names: lines.dropFirst(2).compactMap(OutputName.init))
  }

  /// Puts the list on disk.
  func announce(in root: borrowing FolderHandle) throws(FolderHandle.Fault) {
    let lines = [Commitment.heading, String(process)] + names.map(\.text)
    let temporary = "\(Commitment.file).\(getpid()).part"
    try root.put(Array((lines.joined(separator: "\n") + "\n").utf8), at: temporary)
    do { try root.rename(temporary, to: Commitment.file) } catch {
      root.remove(temporary)
      throw error
    }
    root.sync()
  }

  /// Gives every file its name, then takes the list away.
  ///
  /// - Parameter isLate: whether a run that crashed wrote the files; those without their temporary
  ///   names then have got their own already.
  func carryOut(
    in root: borrowing FolderHandle, isLate: Bool = false
  ) throws(FolderHandle.Fault) {
    var folders: Set<[String]> = []
    for name in names {
      try name.inFolder(below: root) { folder throws(FolderHandle.Fault) in
        if isLate && !folder.has(name.temporary(process)) { return }
        try folder.rename(name.temporary(process), to: name.base)
        // Its names are on disk before the list is gone.
      }
      folders.insert(name.folders)
    }
    for name in names where folders.remove(name.folders) != nil {
      try? name.inFolder(below: root) { folder in folder.sync() }
    }
    root.remove(Commitment.file)
    root.sync()
  }

  /// Carries out what a crashed run left, if there is anything.
  ///
  /// The folder must be locked.
  static func settle(_ root: borrowing FolderHandle) throws(FolderHandle.Fault) {
    guard root.has(file) else { return }
    guard let left = Commitment(in: root) else {
      // Never renamed into place half written, so it is not ours.
      throw FolderHandle.Fault(EBADMSG)
    }
    try left.carryOut(in: root, isLate: true)
  }
}
