import Foundation

/// A fresh folder in which commands are run by the shell, with the built `tranche` on its path.
final class Shell {
  /// The folder; it lives as long as this object.
  let folder: String

  /// What a command did.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder of the built program: that of the test program itself, whatever --scratch-path is.
  static let programs: String = {
    let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let places = [test, CommandLine.arguments.first].compactMap { $0 }
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    return places.first { FileManager.default.isExecutableFile(atPath: "\($0)/tranche") } ?? ""
  }()

  /// What a sanitizer is told, where the programs were built with one.
  private static let sanitizers = ProcessInfo.processInfo.environment.filter {
    $0.key.hasSuffix("SAN_OPTIONS")
  }

  /// The root of the package, found from this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  init() throws {
    folder = NSTemporaryDirectory() + "tranche " + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs a command line of `sh` in the folder.
  func run(_ command: String) throws -> Outcome {
    let hidden = folder + "/.streams"
    try FileManager.default.createDirectory(atPath: hidden, withIntermediateDirectories: true)
    // Files, unlike pipes, cannot fill up while nobody reads them.
    let streams = try ["out", "err"].map { name in
      let path = "\(hidden)/\(name)"
      try Data().write(to: URL(fileURLWithPath: path))
      return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "\(Shell.programs):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "COLUMNS": "100", "DATA": "\(Shell.root)/Data",
    ].merging(Self.sanitizers) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text("\(hidden)/out"),
      errors: try text("\(hidden)/err"))
  }

  /// What a file of the folder holds.
  func read(_ name: String) throws -> String { try text("\(folder)/\(name)") }

  /// Whether a file of the folder is there.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}
