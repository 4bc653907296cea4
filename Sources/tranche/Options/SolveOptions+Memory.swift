import ArgumentParser
import TrancheKit

extension SolveOptions {
  /// The estimate from which memory is spoken of, in bytes.
  static let muchMemory = 2e9

  /// Says before the work what memory a large region will take, or ends the command where that is
  /// more than `--memory` allows.
  func demandMemory(for region: Region, _ refusal: Refusal) throws {
    let estimate = Planner.estimatedMemory(of: region)
    let words = SolveOptions.words(ofBytes: estimate)
    if let memory, estimate > memory {
      try refusal.end(
        .badInput,
        [
          Diagnostic(
            code: "E416", file: "region.toml",
            message: "planning \(counted(region.practices.count, "practice")) until "
              + "\(region.horizon.upperBound.words) takes about \(words) of memory, and --memory "
              + "allows \(SolveOptions.words(ofBytes: memory)).",
            fix: "allow more, let region.finish be earlier, or plan fewer practices at a time.")
        ])
    }
    guard estimate > SolveOptions.muchMemory else { return }
    refusal.common.console.say(
      "warning: planning this region takes about \(words) of memory; an earlier region.finish "
        + "or fewer practices take less.")
  }

  /// Bytes as `2.5 GB` or `300 MB`.
  static func words(ofBytes bytes: Double) -> String {
    bytes < 1e9
      ? "\(Int((bytes / 1e6).rounded(.up))) MB" : "\((bytes / 1e8).rounded(.up) / 10) GB"
  }
}

/// Reads `2GB`, `500MB` or plain bytes.
@Sendable
func parseBytes(_ text: String) throws -> Double {
  let units: [(String, Double)] = [("GB", 1e9), ("MB", 1e6), ("G", 1e9), ("M", 1e6)]
  let upper = text.uppercased()
  let unit = units.first { upper.hasSuffix($0.0) }
  guard let number = Double(upper.dropLast(unit?.0.count ?? 0)), number.isFinite, number > 0 else {
    throw ValidationError("'\(text)' is not a size. Write it as 2GB or 500MB.")
  }
  return number * (unit?.1 ?? 1)
}
