import Testing

@testable import Files

@Suite("Files: text for terminals") struct HarmlessTextTests {
  static let hostile: [String] = [
    "\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}2J", "back\u{8}\u{8}", "\u{7F}",
    "\u{202E}turned", "\u{2066}isolated", "\u{200E}\u{200F}\u{61C}", "zero\u{200B}width\u{2060}",
    "\u{E0041}\u{E0042}", "line\u{2028}paragraph\u{2029}", "over\rwritten",
  ]

  @Test("nothing that a terminal obeys is left", arguments: hostile)
  func cleaned(text: String) {
    for cleaned in [HarmlessText.line(text), HarmlessText.lines(text)] {
      for scalar in cleaned.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          Issue.record("\(scalar.value) is left of \(text.debugDescription)")
        default: break
        }
      }
    }
  }

  @Test("every control and format character of the first plane is met") func all() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      let isJoiner = value == 0x200C || value == 0x200D
      let isBad =
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) && !isJoiner
      #expect((HarmlessText.line(String(scalar)) == String(scalar)) == !isBad, "\(value)")
    }
  }

  @Test("letters, line ends and tabs of a text stay")
  func harmless() {
    for text in ["Dr Ó Súilleabháin & Søn", "a\tb\nc\r\n", "\u{FEFF}ods_code\r\n", "ידידות", "家庭医"]
    {
      #expect(HarmlessText.lines(text) == text)
    }
    #expect(HarmlessText.line("a\nb\tc") == "a b c")
    #expect(HarmlessText.lines("a\u{FEFF}b\rc") == "ab\u{FFFD}c")
  }

  @Test("what hides in front of a formula does not keep it from the guard") func formula() {
    #expect(SpreadsheetText.guarded(HarmlessText.line("\u{200B}=cmd()")) == "'=cmd()")
  }

  @Test("escapes are those of JSON, in pairs beyond the first plane") func escapes() {
    #expect(HarmlessText.escape("\u{9B}") == "\\u009b")
    #expect(HarmlessText.escape("\u{E0041}") == "\\udb40\\udc41")
  }
}
