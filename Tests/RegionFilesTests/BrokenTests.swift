import Foundation
import RegionFiles
import Testing

/// Every folder of Broken/ holds one mistake and says which diagnostic is expected.
///
/// The expectation is the first line of region.toml, `# expect: CODE PLACE words`, or stands in
/// expect.txt beside the files. Files that a fixture does not have are taken from a good region.
@Suite("RegionFiles: broken regions") struct BrokenTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Broken")
  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: root.path))?
    .filter { !$0.hasPrefix(".") }.sorted() ?? []

  @Test("there are many") func many() { #expect(Self.names.count >= 40) }

  @Test("each mistake is named where it stands", arguments: names)
  func named(_ name: String) throws {
    let source = Self.root.appendingPathComponent(name)
    let folder = try TemporaryFolder(["region.toml": Base.toml, "practices.csv": Base.practices])
    var expectations: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() {
      let bytes = [UInt8](try Data(contentsOf: source.appendingPathComponent(file)))
      let text = String(decoding: bytes, as: UTF8.self)
      if file == "expect.txt" {
        expectations += text.split(separator: "\n").map(String.init)
        for line in expectations where line.hasPrefix("missing ") {
          try FileManager.default.removeItem(atPath: "\(folder.path)/\(line.dropFirst(8))")
        }
        continue
      }
      if text.hasPrefix("# expect: ") {
        expectations.append(String(text.prefix { $0 != "\n" }.dropFirst(10)))
      }
      try folder.write(bytes, to: file)
    }
    let reading = RegionFolder.read(folder.path)
    let shown = reading.diagnostics.map { DiagnosticText().render($0) }
    #expect(!expectations.isEmpty)
    for expectation in expectations where !expectation.hasPrefix("missing ") {
      let parts = expectation.split(separator: " ", maxSplits: 2).map(String.init)
      #expect(
        reading.diagnostics.contains { diagnostic in
          let text = DiagnosticText().render(diagnostic)
          return diagnostic.code == parts[0] && text.hasPrefix(parts[1])
            && (parts.count < 3 || text.contains(parts[2]))
        }, "expected \(expectation), got:\n\(shown.joined(separator: "\n"))")
    }
    // Exactly one mistake: no error of another code.
    let codes = Set(expectations.compactMap { $0.split(separator: " ").first.map(String.init) })
    let others = reading.diagnostics.filter { $0.severity == .error && !codes.contains($0.code) }
    #expect(others.isEmpty, "\(others.map { DiagnosticText().render($0) })")
    #expect((reading.region == nil) == codes.contains { $0.hasPrefix("E") })
  }
}

/// What broken folders are completed with.
enum Base {
  static let toml = """
    [region]
    start = 2027-01-04
    finish = 2028-12-22
    division = "england-and-wales"
    target_system = "tpp"
    [[system]]
    id = "emis"
    [[system]]
    id = "tpp"

    """
  static let practices = """
    ods_code,practice_name,source_system
    A81001,Mill,emis
    A81002,Oak,emis
    A81003,Elm,emis

    """
}
