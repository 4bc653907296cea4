import Foundation
import Testing

@testable import Files

@Suite("Files: opening") struct RegularFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "files-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func words(_ path: String, atMost limit: Int = RegularFile.largest) -> String? {
    do {
      _ = try RegularFile.bytes(of: path, atMost: limit)
      return nil
    } catch {
      return error.words
    }
  }

  @Test("pipes, devices, folders and sockets are no files, and nobody waits for them")
  func kinds() throws {
    try inFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      symlink("/dev/zero", folder + "/endless")
      for path in [folder + "/pipe", folder + "/endless", folder, "/dev/null", "/dev/tty"] {
        #expect(words(path)?.hasPrefix("is not a file") ?? false, "\(path)")
      }
      #expect(words(folder + "/nothing") == "does not exist")
    }
  }

  @Test("no more than the limit is read") func limit() throws {
    try inFolder { folder in
      let path = folder + "/file"
      try Data(count: 2_000_000).write(to: URL(fileURLWithPath: path))
      #expect(try RegularFile.bytes(of: path).count == 2_000_000)
      #expect(words(path, atMost: 1_048_576) == "is too large: 1 MB, and 1 MB are the most")
    }
  }

  @Test("inputs are known through links of all kinds") func inputs() throws {
    try inFolder { folder in
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/input"))
      #expect(link(folder + "/input", folder + "/hard") == 0)
      symlink("input", folder + "/soft")
      symlink("/dev/null", folder + "/other")
      #expect(!Inputs.contains(folder + "/input"))
      Inputs.remember(folder + "/soft")
      for name in ["input", "hard", "soft", "../\((folder as NSString).lastPathComponent)/input"] {
        #expect(Inputs.contains("\(folder)/\(name)"), "\(name)")
      }
      #expect(!Inputs.contains(folder + "/other") && !Inputs.contains(folder + "/nothing"))
    }
  }

  @Test("no other place in the sources opens a file to read it") func onePlace() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    let sources = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var found: [String] = []
    for case let file as URL in sources where ["swift", "c", "cpp"].contains(file.pathExtension) {
      let name = file.lastPathComponent
      if name == "RegularFile.swift" || file.path.contains("/tranche-bench/") { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let opens =
          line.contains(/\b(fopen|freopen|mkstemp|contents\(atPath|contentsOfFile|FileHandle)\b/)
          || line.contains(/contentsOf: ?URL/)
          || line.contains(/O_RDONLY/) && !line.contains("O_DIRECTORY")
        if opens { found.append("\(name): \(line)") }
      }
    }
    // A file that was just written there is put on disk.
    #expect(found.filter { !$0.hasPrefix("PartFile.swift") } == [])
  }
}
