import ArgumentParser
import Migrations
import RegionFiles
import Reports

/// `tranche schema`: what the files look like, for programs and people.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a schema, the rules, or the bank holidays.")

  /// What can be printed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case plan
    case rules
    case holidays
  }

  @Argument(help: "plan (JSON Schema of plan.json), rules, or holidays (CSV).")
  var subject: Subject

  @OptionGroup var common: CommonOptions

  func run() throws {
    switch subject {
    case .plan: common.console.write(PlanSchema.plan)
    case .rules:
      for rule in Rule.allCases { common.console.line("\(rule.rawValue)  \(rule.sentence)") }
    case .holidays: common.console.write(ShippedData.holidays)
    }
  }
}
