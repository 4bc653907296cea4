import Foundation
import Testing

/// Whole sessions with the built program, compared with Transcripts/ letter by letter.
///
/// After a change that is meant, record them again and read the difference:
/// `TRANCHE_RECORD=1 swift test --filter TranscriptTests`.
@Suite("Tranche: transcripts") struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test("the program is there, and sessions for every verb")
  func complete() {
    #expect(!Shell.programs.isEmpty, "no tranche beside the test program")
    for verb in ["check", "export", "init", "pack", "plan", "schema", "show", "verify"] {
      #expect(Self.names.contains { $0.hasPrefix(verb) }, "no session for \(verb)")
    }
  }

  @Test("the same commands say the same", arguments: names)
  func same(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let recorded = Transcript(text: String(decoding: try Data(contentsOf: file), as: UTF8.self))
    let replayed = try recorded.replayed()
    if ProcessInfo.processInfo.environment["TRANCHE_RECORD"] != nil {
      try Data(replayed.utf8).write(to: file)
      return
    }
    #expect(replayed == recorded.text, "\(difference(recorded.text, replayed))")
  }

  /// The first lines in which two texts differ.
  private func difference(_ wanted: String, _ got: String) -> String {
    let (wanted, got) = (
      wanted.split(separator: "\n", omittingEmptySubsequences: false),
      got.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let same = zip(wanted, got).prefix { $0 == $1 }.count
    func part(_ lines: [Substring]) -> String {
      lines.dropFirst(same).prefix(6).joined(separator: "\n")
    }
    return "from line \(same + 1), wanted:\n\(part(wanted))\ngot:\n\(part(got))"
  }
}
