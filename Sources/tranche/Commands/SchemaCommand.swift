import ArgumentParser
import TrancheKit

/// `tranche schema`: what the files look like, for programs and people.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print what a file may hold, the rules, or the bank holidays.",
    discussion: """
        tranche schema plan         JSON Schema of plan.json
        tranche schema region       every table and key of region.toml
        tranche schema practices    every column of the CSV files
        tranche schema rules        the hard rules, by the names in findings
        tranche schema holidays     the bank holidays of England and Wales, CSV

      With --json all of them are JSON; that of region.toml is a JSON Schema, by
      which editors complete and underline.
      """)

  /// What can be printed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case plan
    case region
    case practices
    case rules
    case holidays
  }

  @Argument(help: "plan, region, practices, rules or holidays.")
  var subject: Subject

  @OptionGroup var common: CommonOptions

  func run() throws {
    switch subject {
    case .plan: common.console.write(PlanSchema.plan)
    case .region where common.json: common.console.write(try RegionSchema.text)
    case .region: try print(Reference(RegionReference.text))
    case .practices: try print(Reference(PracticesReference.text))
    case .rules: try printRules()
    case .holidays: try printHolidays()
    }
  }

  private func print(_ reference: Reference) throws {
    if common.json {
      common.console.write(try JSONText.of(reference.tables))
    } else {
      for line in reference.lines(columns: common.width ?? Console.width) {
        common.console.line(line)
      }
    }
  }

  private func printRules() throws {
    if common.json {
      common.console.write(
        try JSONText.of(
          Rule.allCases.map { RuleItem(rule: $0.rawValue, meaning: $0.sentence) }))
    } else {
      for rule in Rule.allCases {
        let name = rule.rawValue + String(repeating: " ", count: 11 - rule.rawValue.count)
        common.console.line(name + rule.sentence)
      }
    }
  }

  private func printHolidays() throws {
    guard common.json else {
      common.console.write(ShippedData.holidays)
      return
    }
    let rows = ShippedData.holidays.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Holiday(date: cells[0], title: cells.count > 1 ? cells[1] : "")
    }
    common.console.write(try JSONText.of(rows))
  }

  private struct RuleItem: Encodable {
    let rule: String
    let meaning: String
  }

  private struct Holiday: Encodable {
    let date: String
    let title: String
  }
}
