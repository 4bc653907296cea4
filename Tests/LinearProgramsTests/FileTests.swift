import Glibc
import LinearPrograms
import Testing

@Suite("Files")
struct FileTests {
  /// The whole text of a file.
  private func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let solver = "/usr/bin/glpsol"

  /// Solves a file with GLPK's own command; nil if it fails, else its report.
  private func report(_ format: String, _ path: String) -> String? {
    let output = temporaryPath(".txt")
    defer { unlink(output) }
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    for argument in [Self.solver, format, path, "--output", output] {
      arguments.append(strdup(argument))
    }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    guard posix_spawn(&child, Self.solver, &actions, nil, &arguments, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status == 0 ? text(output) : nil
  }

  private var hardNames: ProgramNames {
    ProgramNames(
      rows: ["capacity of week 3"],
      columns: [
        "", "1st", "café", "café", "a b", "a_b", "e5", "free", "x\ty",
        String(repeating: "q", count: 300),
      ])
  }

  @Test("Names are cleaned, cut and told apart")
  func names() {
    #expect(hardNames.rows == ["capacity_of_week_3"])
    #expect(
      hardNames.columns == [
        "_", "_1st", "caf__", "caf___2", "a_b", "a_b_2", "_e5", "_free", "x_y",
        String(repeating: "q", count: 64),
      ])
    #expect(ProgramNames(rows: ["cost", "cost"], columns: []).rows == ["cost_2", "cost_3"])
    let long = String(repeating: "q", count: 80)
    let both = ProgramNames(rows: [long, long], columns: []).rows
    #expect(both[1] == String(repeating: "q", count: 62) + "_2")
  }

  @Test(
    "glpsol reads a written file and finds the same optimum",
    .enabled(if: access(FileTests.solver, X_OK) == 0), arguments: ["--freemps", "--lp"])
  func readBack(format: String) throws {
    let knapsack = Knapsack(items: 10, seed: 21)
    var program = knapsack.program()
    let path = temporaryPath(".model")
    defer { unlink(path) }
    if format == "--lp" {
      try program.writeLP(to: path, names: hardNames)
    } else {
      try program.writeMPS(to: path, names: hardNames)
    }
    let report = try #require(self.report(format, path))
    #expect(report.contains("INTEGER OPTIMAL"))
    #expect(report.contains(" = -\(knapsack.best) (MINimum)"))
    for name in hardNames.columns.dropLast() { #expect(report.contains(" \(name) ")) }
  }

  @Test("Without names rows and columns are numbered, also after a file with names")
  func withoutNames() throws {
    var program = Knapsack(items: 10, seed: 21).program()
    let path = temporaryPath(".mps")
    defer { unlink(path) }
    try program.writeMPS(to: path, names: hardNames)
    #expect(text(path).contains("capacity_of_week_3"))
    try program.writeMPS(to: path)
    #expect(!text(path).contains("capacity_of_week_3"))
    #expect(text(path).contains("ENDATA"))
  }

  @Test("A file that cannot be written is an error with GLPK's words")
  func notWritten() {
    var program = Knapsack(items: 10, seed: 21).program()
    do {
      try program.writeMPS(to: "/nonexistent/folder/file.mps", names: hardNames)
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.code == .fileNotWritten)
      #expect(error.attempt == "writing /nonexistent/folder/file.mps as MPS")
      #expect(!error.messages.isEmpty)
    }
    let isLost = program.isLost
    #expect(!isLost)
  }
}
