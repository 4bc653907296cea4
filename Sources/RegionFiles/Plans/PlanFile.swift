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
  var branching: Branching?
  var work: [String: Int]?
  var region: Region?
  var replan: Replan?
  var reserves: [Reserve]?
  var asked: Asked?

  struct Region: Decodable {
    var name: String?
    var asOf: String?

    enum CodingKeys: String, CodingKey {
      case name
      case asOf = "as_of"
    }
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
    var source: String?
    var target: String?
    var pcn: String?
    var partner: String?
    var contactEmail: String?

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
      case source = "source_system"
      case target = "target_system"
      case pcn = "pcn_code"
      case partner
      case contactEmail = "contact_email"
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
    var unit: String?
    var bound: Double?
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

  struct Branching: Decodable {
    var bound: Double
    var branches: [Branch]
  }

  /// Prices and links, or a split.
  struct Branch: Decodable {
    var prices: [Price]?
    var links: [LinkPrice]?
    var code: String?
    var stage: String?
    var edge: String?
    var latest: String?
    var leftOut: Int?
    var by: Int?
    var after: Int?

    enum CodingKeys: String, CodingKey {
      case prices
      case links
      case code = "ods_code"
      case stage
      case edge
      case latest
      case leftOut = "left_out"
      case by
      case after
    }
  }
}
