/// The parts of a workbook's archive, found by their relationships wherever they lie.
struct PackageParts {
  /// One relationship of a part.
  struct Relationship {
    let id: String
    /// The last word of its type, such as `worksheet`.
    let kind: String
    /// The name of the part that it leads to.
    let target: String
  }

  /// The archive.
  let archive: ZipArchive

  /// The relationships of a part, or of the whole package where the name is empty.
  func relationships(of part: String) throws(WorkbookProblem) -> [Relationship] {
    let (folder, file) = Self.split(part)
    let name = "\(folder)_rels/\(file).rels"
    guard let bytes = try archive.part(name) else { return [] }
    var found: [Relationship] = []
    let reader = XMLReader()
    reader.onStart = { element, attributes in
      guard element == "Relationship", let id = attributes["Id"],
        let target = attributes["Target"], attributes["TargetMode"] != "External",
        let path = Self.resolved(target, in: folder)
      else { return }
      let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      found.append(Relationship(id: id, kind: kind, target: path))
    }
    guard reader.read(bytes) else { throw .malformed(part: name) }
    return found
  }

  /// A target as a part's name: absolute ones and such with `.` and `..` included.
  static func resolved(_ target: String, in folder: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        guard !steps.isEmpty else { return nil }
        steps.removeLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// A part's folder, with its slash, and its name.
  static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }
}
