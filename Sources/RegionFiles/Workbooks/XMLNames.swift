import CExpat

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Names of elements and attributes by their namespaces.
enum XMLNames {
  /// What expat puts between a namespace and a name.
  static let separator: XML_Char = 1

  /// What stands for each namespace before a name; the most frequent first.
  private static let prefixes: [(namespace: ContiguousArray<CChar>, prefix: String)] = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table:"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office:"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text:"),
    ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext:"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style:"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", ""),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"),
    // The strict form of the standard names the same things otherwise.
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", ""),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"),
    ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", "threaded:"),
  ].map { (ContiguousArray($0.0.utf8.map { CChar(bitPattern: $0) }), $0.1) }

  /// A name as expat writes it, with what stands for its namespace; without one, by itself.
  static func name(_ name: UnsafePointer<XML_Char>?) -> String {
    guard let name else { return "" }
    guard let end = strrchr(name, Int32(separator)) else { return String(cString: name) }
    let length = UnsafePointer(end) - name
    for (namespace, prefix) in prefixes where namespace.count == length {
      let isSame = namespace.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { memcmp($0, name, length) == 0 } ?? false
      }
      if isSame {
        return prefix.isEmpty ? String(cString: end + 1) : prefix + String(cString: end + 1)
      }
    }
    return "?:" + String(cString: end + 1)
  }
}
