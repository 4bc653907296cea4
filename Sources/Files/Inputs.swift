import Glibc
import Synchronization

/// The files that a run has read as inputs of its region, which none of its outputs may take the
/// place of.
///
/// Kept for the whole process, because a file is read in one place and written in another, and
/// whichever way an output is named it must not be an input. Files count by what they are, not by
/// their path: links of all kinds lead to the same one.
public enum Inputs {
  private struct Identity: Hashable {
    let device: UInt
    let node: UInt
  }

  private static let known = Mutex<Set<Identity>>([])

  /// Remembers a file as an input; does nothing if there is none.
  public static func remember(_ path: String) {
    let found = identities(of: path)
    known.withLock { $0.formUnion(found) }
  }

  /// Whether a path leads to an input, or to a link that led to one.
  public static func contains(_ path: String) -> Bool {
    let found = identities(of: path)
    return known.withLock { !$0.isDisjoint(with: found) }
  }

  /// What is at a path: the link, if it is one, and what it leads to.
  private static func identities(of path: String) -> Set<Identity> {
    var found: Set<Identity> = []
    var information = stat()
    for flags in [0, AT_SYMLINK_NOFOLLOW] {
      guard fstatat(AT_FDCWD, path, &information, flags) == 0 else { continue }
      found.insert(
        Identity(device: UInt(information.st_dev), node: UInt(information.st_ino)))
    }
    return found
  }
}
