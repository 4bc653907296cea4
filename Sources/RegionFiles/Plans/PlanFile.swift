import FoundationEssentials

/// plan.json, as far as a plan is rebuilt from it.
struct PlanFile: Decodable {
  var version: String?
  var seed: UInt64
  var status: String?
  var inputs: [Input]
  var summary: Summary
  var practices: [Practice]
  var resources: [Resource]
  var certificate: Certificate?
  var work: [String: Int]?
  var region: Region?
  var replan: Replan?
  var reserves: [Reserve]?

  struct Region: Decodable {
    var name: String?
  }

  struct Input: Decodable {
    var file: String
    var sha256: String
  }

  struct Summary: Decodable {
    var cost: Cost
    var bound: Double
    var gap: Double?
    var proof: String
  }

  struct Cost: Decodable {
    var total: Double
    var terms: [String: Double]
  }

  struct Practice: Decodable {
    var code: String
    var name: String?
    var goLive: String?
    var status: String
    var terms: [String: Double]?
    var reason: String?
    var earliestGoLive: String?
    var stages: [Stage]
    var tasks: [Task]?

    enum CodingKeys: String, CodingKey {
      case code = "ods_code"
      case earliestGoLive = "earliest_go_live"
      case goLive = "go_live"
      case name
      case status
      case terms
      case reason
      case stages
      case tasks
    }
  }

  struct Task: Decodable {
    var id: String
    var date: String
  }

  struct Stage: Decodable {
    var stage: String
    var code: String?
    var start: String
    var finish: String
  }

  struct Resource: Decodable {
    var id: String
    var periods: [Period]
  }

  struct Period: Decodable {
    var period: String
    var capacity: Double
    var used: Double
    var price: Int
  }

  struct Certificate: Decodable {
    var prices: [Price]
    var links: [LinkPrice]?
  }

  struct Price: Decodable {
    var resource: String
    var period: String
    var price: Int
  }

  struct LinkPrice: Decodable {
    var first: String
    var second: String
    var firstFrom: String
    var firstTo: String
    var secondFrom: String
    var secondTo: String
    var price: Int

    enum CodingKeys: String, CodingKey {
      case first
      case second
      case price
      case firstFrom = "first_from"
      case firstTo = "first_to"
      case secondFrom = "second_from"
      case secondTo = "second_to"
    }
  }

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
