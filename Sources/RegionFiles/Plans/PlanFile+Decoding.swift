import FoundationEssentials

/// Reading plan.json, and what to say of a file that is none.
extension PlanFile {
  /// Decodes a file; the error says of which other format it is, or where something is missing.
  static func decode(_ bytes: [UInt8]) -> Result<PlanFile, Problem> {
    if let format = FileFormat.other(in: bytes) { return .failure(.otherFormat(format)) }
    do {
      return .success(try JSONDecoder().decode(PlanFile.self, from: Data(bytes)))
    } catch let error as DecodingError {
      return .failure(.noPlan(words(of: error)))
    } catch {
      return .failure(.noPlan("it is not JSON"))
    }
  }

  /// Why a file is no plan.
  enum Problem: Error {
    /// It is of another format, which stands here as it is written.
    case otherFormat(String)
    /// The end of a sentence.
    case noPlan(String)

    /// The message about a file.
    func diagnostic(of file: SourceFile) -> Diagnostic {
      switch self {
      case .otherFormat(let format):
        file.diagnostic(
          "E401", "\(file.name) is of format \(format)",
          why: "This version reads format \(FileFormat.known) only.",
          fix: "use the version that wrote it, or plan again.")
      case .noPlan(let words):
        file.diagnostic(
          "E400", "\(file.name) is not a plan: \(words)",
          fix: "plan again, or name a folder that tranche plan wrote.")
      }
    }
  }

  private static func words(of error: DecodingError) -> String {
    func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
      let keys = context.codingPath + (key.map { [$0] } ?? [])
      return keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(path(context, key)) is missing"
    case .typeMismatch(_, let context): return "\(path(context)) is of the wrong kind"
    case .valueNotFound(_, let context): return "\(path(context)) is empty"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "it is not JSON" : "\(path(context)) is out of range"
    @unknown default: return "it is not as expected"
    }
  }
}
