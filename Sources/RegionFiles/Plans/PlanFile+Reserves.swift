import Days
import Migrations

/// What plan.json says of the reserves that the plan keeps.
extension PlanFile {
  struct Reserve: Decodable {
    var stage: String
    var atLeast: String
    var practice: String?

    enum CodingKeys: String, CodingKey {
      case stage
      case atLeast = "at_least"
      case practice = "ods_code"
    }
  }
}

extension PlanRebuilding {
  /// The reserves of a plan; one that does not fit the region is refused.
  func reserves(_ records: [PlanFile.Reserve]) -> [Reserve] {
    records.compactMap { record in
      guard let stage = region.pathway.index(of: record.stage), stage > 0 else {
        refuse("reserves: no stage \"\(record.stage.prefix(40))\" can be waited for")
        return nil
      }
      guard let length = Length(record.atLeast), length.count >= 0 else {
        refuse("reserves: at_least cannot be \"\(record.atLeast.prefix(40))\"")
        return nil
      }
      return Reserve(
        stage: stage, atLeast: length,
        practice: record.practice.map { PracticeCode($0.uppercased()) })
    }
  }
}
