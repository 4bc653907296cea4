import ArgumentParser
import Glibc
import TrancheKit

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

      REGION is a region folder (default: the working folder), PLAN a folder that \
      plan wrote. Text for people goes to standard output, talk and progress to \
      standard error. Nothing is fetched from, or sent to, anywhere.

      Exit:
      \(ExitStatus.table)
      """,
    version: "tranche \(version) with \(Planner.engineVersion)",
    groupedSubcommands: [
      CommandGroup(
        name: "Everyday",
        subcommands: [
          CheckCommand.self, PlanCommand.self, VerifyCommand.self, ShowCommand.self,
        ]),
      CommandGroup(
        name: "Deciding",
        subcommands: [
          ExplainCommand.self, CapacityCommand.self, WhatIfCommand.self, SweepCommand.self,
          RiskCommand.self, DiffCommand.self, AcceptCommand.self,
        ]),
      CommandGroup(name: "Sending on", subcommands: [ExportCommand.self, PackCommand.self]),
      CommandGroup(
        name: "Setting up",
        subcommands: [InitCommand.self, SchemaCommand.self, ModelCommand.self]),
    ])

  /// When the command began, from which its time limit counts.
  static let began = ContinuousClock.now

  /// Seconds since the command began.
  static var secondsSinceBegin: Double { (ContinuousClock.now - began) / .seconds(1) }

  /// The version of the program, written into every plan.
  static let version = "0.2.0"

  static func main() {
    _ = began
    // A closed pipe, or a file over the limit of the system, is met where it is written to, not by
    // a signal that ends the command.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // The parser prints help and versions by the C library, which tells of a full disk last of all.
    atexit {
      guard fflush(nil) != 0, errno != EPIPE, errno != EBADF else { return }
      Console.failStandardOutput()
    }
    refuseWithoutArguments()
    refuseUnknownVerb()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(error)
    }
  }

  /// Swift reads the arguments from /proc, and where there is none it sees no command at all and
  /// all would seem well.
  private static func refuseWithoutArguments() {
    guard CommandLine.arguments.isEmpty else { return }
    Console().complain(
      "error: tranche cannot read its own arguments: /proc is not there. Nothing was done.\n"
        + "   fix  mount it: mount -t proc proc /proc")
    _exit(ExitStatus.fault.rawValue)
  }

  /// Ends as the parser would, but with its message made harmless, because it repeats arguments.
  private static func end(_ error: any Error) -> Never {
    let status = exitCode(for: error)
    guard status != .success else { exit(withError: error) }
    let message = fullMessage(for: error)
    if !message.isEmpty { Console().complain(message) }
    exit(withError: status)
  }

  /// The parser knows no suggestion for a verb, so a misspelt one is met before it.
  private static func refuseUnknownVerb() {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
    let verbs = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !verbs.contains(word) else { return }
    let fix =
      Suggestion.nearest(to: word, in: verbs).map { "Did you mean '\($0)'?" }
      ?? "The commands are \(verbs.joined(separator: ", "))."
    end(ValidationError("There is no command '\(word)'. \(fix)"))
  }

  func run() { Console().write(ShortHelp.text) }
}
