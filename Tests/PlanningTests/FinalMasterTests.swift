import Foundation
import Migrations
import Planning
import RegionFiles
import TestSupport
import Testing

/// What `tranche model` writes must mean to another solver what it means to the planner.
@Suite("Planning: the final master as a file") struct FinalMasterTests {
  private static let solver = ["/usr/bin/glpsol", "/usr/local/bin/glpsol"]
    .first(where: FileManager.default.isExecutableFile(atPath:))

  /// The optimum that GLPK's own command finds in a file.
  private func optimum(of path: String, format: String) throws -> Double {
    let output = path + ".out"
    defer { try? FileManager.default.removeItem(atPath: output) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.solver))
    process.arguments = [format, path, "--output", output]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let report = try String(contentsOfFile: output, encoding: .utf8)
    // As in "Objective:  cost = 280.25 (MINimum)".
    let line = try #require(report.split(separator: "\n").first { $0.hasPrefix("Objective:") })
    let words = line.split(separator: " ")
    let place = try #require(words.firstIndex(of: "="))
    return try #require(Double(words[place + 1]))
  }

  private func check(_ region: Region) throws {
    var options = Planner.Options()
    options.threads = 1
    guard var master = Planner(region: region, options: options).finalMaster() else {
      Issue.record("no master")
      return
    }
    let isConverged = master.isConverged
    let (value, bound) = (master.value, master.bound)
    #expect(isConverged)
    // Smoothed prices are rounded, so bound and value differ by the tolerance at most.
    #expect(bound <= value + 1e-6 * max(1, abs(value)))
    #expect(bound >= value - 2e-4 * max(1, abs(value)))
    let formats: [(FinalMaster.Format, String, String)] = [
      (.mps, "--freemps", "mps"), (.lp, "--lp", "lp"),
    ]
    for (format, option, ending) in formats {
      let path = NSTemporaryDirectory() + "tranche-\(UUID().uuidString).\(ending)"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try master.write(to: path, as: format)
      let found = try optimum(of: path, format: option)
      #expect(abs(found - value) <= 1e-6 * max(1, abs(value)), "\(ending): \(found), \(value)")
    }
  }

  @Test(
    "glpsol finds the relaxation's value again", .enabled(if: solver != nil),
    arguments: ["four-practices", "six-practices", "eight-practices", "overbooked"])
  func shipped(_ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let reading = RegionFolder.read(root.appendingPathComponent("Data/regions/\(name)").path)
    try check(try #require(reading.region))
  }

  @Test("a practice that no date suits is a constant", .enabled(if: solver != nil))
  func constant() throws {
    var region = SmallWorlds.region(practices: 3, weeks: 4)
    // Nobody can go live before anything may start.
    region.rules.deadlinesAreHard = true
    region.practices[1].mustBeLiveBy = region.horizon.lowerBound
    try check(region)
  }

  @Test("a region can be planned while a master is held")
  func held() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let reading = RegionFolder.read(root.appendingPathComponent("Data/regions/six-practices").path)
    let region = try #require(reading.region)
    var options = Planner.Options()
    options.threads = 1
    options.gap = 0
    options.workLimit = 200
    guard let master = Planner(region: region, options: options).finalMaster() else {
      Issue.record("no master")
      return
    }
    guard case .planned(let plan) = Planner(region: region, options: options).plan() else {
      Issue.record("no plan")
      return
    }
    #expect(plan.cost.total >= master.bound - 1e-6)
  }

  @Test("a file that cannot be written is said")
  func notWritten() {
    let region = SmallWorlds.region(practices: 2, weeks: 4)
    guard var master = Planner(region: region).finalMaster() else {
      Issue.record("no master")
      return
    }
    do {
      try master.write(to: "/no/such/folder/model.mps", as: .mps)
      Issue.record("written where there is no folder")
    } catch {
      #expect(error.reason.contains("could not be written"))
    }
  }
}
