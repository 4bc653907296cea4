import ArgumentParser
import Planning

/// The command: reads a region, plans it, checks it, shows it.
@main
struct Tranche: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tranche",
    abstract: "Schedule GP clinical-system migrations across a region.",
    discussion: """
        tranche check                 find every problem in the inputs
        tranche plan                  make the best plan, write it to plan/
        tranche verify --plan plan    judge a plan against every rule
        tranche show --plan plan --gantt

      REGION is a region folder (default: the working folder), PLAN a folder that plan wrote.
      Text for people goes to standard output, talk and progress to standard error. Nothing is
      fetched from, or sent to, anywhere.

      Exit: \(ExitStatus.list).
      """,
    version: "tranche \(version) with \(Planner.engineVersion)",
    groupedSubcommands: [
      CommandGroup(
        name: "Everyday",
        subcommands: [
          CheckCommand.self, PlanCommand.self, VerifyCommand.self, ShowCommand.self,
        ]),
      CommandGroup(
        name: "Comparing and replanning",
        subcommands: [
          WhatIfCommand.self, SweepCommand.self, DiffCommand.self, AcceptCommand.self,
        ]),
      CommandGroup(
        name: "Setting up",
        subcommands: [InitCommand.self, SchemaCommand.self, ModelCommand.self]),
    ])

  /// The version of the program, written into every plan.
  static let version = "0.1.0"
}
