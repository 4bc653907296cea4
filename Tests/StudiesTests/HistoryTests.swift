import Foundation
import Testing

@testable import Studies

@Suite struct HistoryTests {
  /// A region folder that lives as long as a test.
  private final class Folder {
    let path = NSTemporaryDirectory() + "tranche-" + UUID().uuidString

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map {
        String(decoding: $0, as: UTF8.self)
      }
    }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func names(_ name: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)")) ?? []).sorted()
    }
  }

  private func record(_ number: Int) -> RevisionRecord {
    RevisionRecord(
      revision: number, folder: AcceptedHistory.folderName(of: number), plan: "aa",
      inputs: ["region.toml": "bb"], accepted: nil, cost: 12.5, scheduled: 3, unscheduled: 0,
      changes: [:])
  }

  @discardableResult
  private func add(_ folder: Folder, _ text: String) throws -> RevisionRecord {
    let history = AcceptedHistory(region: folder.path)
    return try #require(
      try history.add(
        files: [("plan.json", Array(text.utf8))], after: history.revisions().last, record: record))
  }

  @Test(
    "revisions are numbered 1, 2, 3 without a hole",
    arguments: [[2], [1, 3], [1, 1], [2, 1], [0]])
  func numbers(_ numbers: [Int]) throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/accepted", withIntermediateDirectories: true)
    let lines = try numbers.map {
      String(decoding: try JSONEncoder().encode(record($0)), as: UTF8.self) + "\n"
    }
    try folder.write(lines.joined(), to: "accepted/history.jsonl")
    #expect(throws: AcceptedHistory.Failure.self) {
      try AcceptedHistory(region: folder.path).revisions()
    }
  }

  @Test func revisionsAreAddedAndNeverRewritten() throws {
    let folder = try Folder()
    let history = AcceptedHistory(region: folder.path)
    #expect(try history.revisions() == [])
    #expect(try add(folder, "one").revision == 1)
    let first = try #require(folder.text("accepted/history.jsonl"))
    #expect(try add(folder, "two").revision == 2)
    let second = try #require(folder.text("accepted/history.jsonl"))
    #expect(second.hasPrefix(first))
    #expect(second.split(separator: "\n").count == 2)
    #expect(folder.text("accepted/rev-0001/plan.json") == "one")
    #expect(folder.text("accepted/rev-0002/plan.json") == "two")
    #expect(try history.revisions().map(\.revision) == [1, 2])
    #expect(folder.names("accepted").filter { $0.hasSuffix(".part") } == [])
  }

  @Test func aCrashBeforeTheLineLeavesNoRevision() throws {
    let folder = try Folder()
    try add(folder, "one")
    // Files in place, their line not yet written; and a folder still under its temporary name.
    let crashed = folder.path + "/accepted/rev-0002"
    try FileManager.default.createDirectory(atPath: crashed, withIntermediateDirectories: true)
    try folder.write("lost", to: "accepted/rev-0002/plan.json")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/accepted/.rev-0002.999.part", withIntermediateDirectories: true)
    try folder.write("half", to: "accepted/.history.999.part")
    let history = AcceptedHistory(region: folder.path)
    #expect(try history.revisions().map(\.revision) == [1])
    #expect(try add(folder, "two").revision == 2)
    #expect(folder.text("accepted/rev-0002/plan.json") == "two")
    #expect(folder.text("accepted/.abandoned-rev-0002-1/plan.json") == "lost")
    #expect(try history.revisions().map(\.revision) == [1, 2])
  }

  @Test func theNextRunTakesAwayWhatAKilledOneLeft() throws {
    let folder = try Folder()
    try add(folder, "one")
    let manager = FileManager.default
    let accepted = folder.path + "/accepted"
    try manager.createDirectory(
      atPath: accepted + "/.rev-0002.77.part", withIntermediateDirectories: false)
    try folder.write("half", to: "accepted/.rev-0002.77.part/plan.json")
    try folder.write("half", to: "accepted/.history.77.part")
    // What others keep there stays, whatever it looks like.
    try folder.write("mine", to: "accepted/.history.part")
    try folder.write("mine", to: "accepted/rev-0002.77.part")
    try folder.write("mine", to: "elsewhere")
    try manager.createSymbolicLink(
      atPath: accepted + "/.rev-0003.78.part", withDestinationPath: folder.path + "/elsewhere")
    try add(folder, "two")
    #expect(
      folder.names("accepted") == [
        ".history.part", ".lock", "history.jsonl", "rev-0001", "rev-0002", "rev-0002.77.part",
      ])
    #expect(folder.text("elsewhere") == "mine")
  }

  @Test func aLineCutShortIsNoRevision() throws {
    let folder = try Folder()
    try add(folder, "one")
    let first = try #require(folder.text("accepted/history.jsonl"))
    try folder.write(first + "{\"revision\":2,\"fol", to: "accepted/history.jsonl")
    let history = AcceptedHistory(region: folder.path)
    #expect(try history.revisions().map(\.revision) == [1])
    #expect(try add(folder, "two").revision == 2)
    let text = try #require(folder.text("accepted/history.jsonl"))
    #expect(text.hasPrefix(first))
    #expect(try history.revisions().count == 2)
  }

  @Test func aHistoryWithAHoleIsNotAddedTo() throws {
    let folder = try Folder()
    try add(folder, "one")
    try add(folder, "two")
    let text = try #require(folder.text("accepted/history.jsonl"))
    let hole = "spoilt\n" + text.split(separator: "\n")[1] + "\n"
    try folder.write(hole, to: "accepted/history.jsonl")
    #expect(throws: AcceptedHistory.Failure.self) { try add(folder, "three") }
    #expect(folder.text("accepted/history.jsonl") == hole)
    #expect(folder.names("accepted").contains("rev-0003") == false)
  }

  @Test func aFolderThatCannotBeWrittenChangesNothing() throws {
    let folder = try Folder()
    try add(folder, "one")
    let before = try #require(folder.text("accepted/history.jsonl"))
    // The name of a file that cannot exist stops the writing half way.
    let history = AcceptedHistory(region: folder.path)
    #expect(throws: AcceptedHistory.Failure.self) {
      try history.add(
        files: [("a", [1]), ("no/such/folder", [2])], after: history.revisions().last,
        record: record)
    }
    #expect(folder.text("accepted/history.jsonl") == before)
    #expect(try history.revisions().count == 1)
    #expect(try add(folder, "two").revision == 2)
  }

  @Test func twoAtOnceAreRefused() throws {
    let folder = try Folder()
    let history = AcceptedHistory(region: folder.path)
    var second: (any Error)?
    _ = try history.add(files: [], after: nil) { number in
      // While the first run holds the lock, a second one tries.
      do { try add(folder, "second") } catch { second = error }
      return record(number)
    }
    let failure = try #require(second as? AcceptedHistory.Failure)
    #expect(failure.reason == "another tranche accept is at work")
    #expect(try history.revisions().count == 1)
    #expect(try add(folder, "third").revision == 2)
  }

  @Test func stalenessNamesTheInputs() {
    let staleness = Staleness(
      then: ["a": "1", "b": "2", "c": "3"], now: ["a": "1", "b": "9", "d": "4"])
    #expect(staleness.isStale)
    #expect(
      staleness.sentences == [
        "b has changed since the plan was made", "d was not there when the plan was made",
        "c was there when the plan was made, and is gone",
      ])
    #expect(!Staleness(then: ["a": "1"], now: ["a": "1"]).isStale)
  }
}
