import ArgumentParser

/// The benchmarks: makes portfolios, measures the planner on them, hands them to other solvers.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tranche-bench",
    abstract: "Make benchmark portfolios and measure the planner on them.",
    discussion: """
        tranche-bench                   the regions of Data/regions
        tranche-bench make portfolios --only 10,30,51
        tranche-bench run portfolios/* --time-limit 60 --gap 0.5 --csv results.csv
        tranche-bench pricing Data/regions/devon-cornwall
        tranche-bench prices Data/regions/devon-cornwall
        tranche-bench read Data/regions/devon-cornwall
        tranche-bench export Data/regions/four-practices --to model.json
      """,
    subcommands: [
      MakeCommand.self, RunCommand.self, MeasureCommand.self, PricingCommand.self,
      PricesCommand.self, ReadCommand.self, ExportCommand.self,
    ], defaultSubcommand: RunCommand.self)
}
