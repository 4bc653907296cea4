/// File names made of what people typed, which may be anything at all.
enum FileName {
  /// The text with only letters, digits and hyphens, in lower case where asked for; never empty.
  ///
  /// What may not stand in a file name becomes a hyphen, so a code such as `../x` cannot leave the
  /// folder.
  static func safe(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars.prefix(60) {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return name.isEmpty ? "-" : name
  }

  /// The safe names of some texts, all different even where letters' case does not count.
  static func distinct(_ texts: [String]) -> [String: String] {
    var taken: Set<String> = []
    var names: [String: String] = [:]
    // The number to try next, so that thousands of texts of the same name are soon told apart.
    var numbers: [String: Int] = [:]
    for text in texts where names[text] == nil {
      let base = safe(text)
      var name = base
      while !taken.insert(name.lowercased()).inserted {
        let number = numbers[base.lowercased(), default: 2]
        numbers[base.lowercased()] = number + 1
        name = "\(base)-\(number)"
      }
      names[text] = name
    }
    return names
  }
}
