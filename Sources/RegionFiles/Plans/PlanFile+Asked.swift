import Days
import Migrations

/// What plan.json says was asked for beside the region's files.
extension PlanFile {
  struct Asked: Decodable {
    var settings: [Setting]
    var additions: [String]
    var pins: [Pin]
    var blocks: [Block]
    var drops: [String]
  }

  struct Setting: Decodable {
    var key: String
    var value: String
  }

  struct Pin: Decodable {
    var code: String
    var goLive: String

    enum CodingKeys: String, CodingKey {
      case code = "ods_code"
      case goLive = "go_live"
    }
  }

  struct Block: Decodable {
    var code: String
    var from: String
    var to: String

    enum CodingKeys: String, CodingKey {
      case from, to
      case code = "ods_code"
    }
  }

  /// What was asked for; nil if a part of it cannot be.
  var wholeQuestion: Migrations.Asked? {
    var whole = Migrations.Asked()
    guard let asked else { return whole }
    whole.settings = asked.settings.map { Migrations.Asked.Setting(key: $0.key, value: $0.value) }
    whole.additions = asked.additions
    for pin in asked.pins {
      guard let day = Day(iso: pin.goLive) else { return nil }
      whole.changes.pins.append((PracticeCode(pin.code), day))
    }
    for block in asked.blocks {
      guard let from = Day(iso: block.from), let to = Day(iso: block.to), from <= to else {
        return nil
      }
      whole.changes.blocks.append((PracticeCode(block.code), from...to))
    }
    whole.changes.drops = asked.drops.map { PracticeCode($0) }
    return whole
  }
}
