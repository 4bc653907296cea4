import ArgumentParser
import TrancheKit

/// `tranche model`: the master problem as a file, so that any other solver can be run on it.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Write the last linear programme for other solvers.",
    discussion: """
        tranche model Data/regions/devon-cornwall --to devon.mps
        tranche model --to region.lp && glpsol --lp region.lp
        tranche model --all-rows --to whole.mps && glpsol --freemps whole.mps

      Solves the region's relaxation as plan does, then writes the linear \
      programme that it ended with: a column for each dated plan of a practice, a \
      row for each practice and for each resource and period that was needed. It is \
      the relaxation and no more: its optimum is the relaxation's value, and whole \
      columns may break rows that were not needed. With --all-rows it has every row \
      that its columns could break, and they are integer: each solution in integers \
      is a plan, the best of these columns at the optimum.

      Columns that end in .out leave a practice out; for pinned or started ones, \
      which no plan may leave out, they cost far more than any plan, so an optimum \
      as large says that there is none.

      Exit: 0 written, 4 stopped before the first round ended, 65 the inputs have errors, \
      66 an input is missing, 73 the file cannot be written.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions

  @Option(
    name: .long, help: "The file: .mps for free MPS, .lp for CPLEX LP.", completion: .file())
  var to: String

  @Flag(
    name: .long, help: "All rows that the columns could break, and integer columns.")
  var allRows = false

  func validate() throws {
    guard to.hasSuffix(".mps") || to.hasSuffix(".lp") else {
      throw ValidationError("'--to \(to)' must end in .mps or .lp.")
    }
  }

  func run() throws {
    let refusal = Refusal(command: "model", common: common, closing: "Nothing was written.")
    let region = try regionOptions.read(refusal).region
    try solve.demandMemory(for: region, refusal)
    let options = solve.planner(for: region)
    let cancellation = Cancellation()
    Interrupts.cancel(cancellation)
    guard !AcceptedGuard.covers(to) else {
      common.console.complain("error: \(to) cannot be written: \(AcceptedGuard.reason)")
      throw ExitStatus.cannotWrite.code
    }
    let progress = ProgressLine(common)
    let found = Planner(region: region, options: options)
      .finalMaster(allRows: allRows, cancellation: cancellation) {
        progress.report($0, limit: options.timeLimit)
      }
    progress.finish()
    guard var master = found else {
      common.console.complain(
        "error: the relaxation was stopped before its first round ended. Nothing was written.\n"
          + "   fix  allow more time with --time-limit")
      throw (cancellation.isCancelled ? ExitStatus.interrupted : .outOfTime).code
    }
    let file = PartFile(target: to)
    do {
      try file.prepare()
      try master.write(to: file.path, as: to.hasSuffix(".mps") ? .mps : .lp)
      try file.putInPlace()
    } catch let failure as FinalMaster.WriteFailure {
      file.discard()
      common.console.complain("error: \(to) cannot be written: \(failure.reason)")
      throw ExitStatus.cannotWrite.code
    } catch let failure as OutputFolder.Failure {
      file.discard()
      common.console.complain("error: \(failure.path) cannot be written: \(failure.reason)")
      throw ExitStatus.cannotWrite.code
    }
    try tell(
      ModelAnswer(
        file: to, rows: master.rows, columns: master.columns,
        value: JSONText.points(master.value), bound: JSONText.points(master.bound),
        isConverged: master.isConverged))
  }

  private func tell(_ answer: ModelAnswer) throws {
    if common.json {
      common.console.write(try JSONText.of(answer))
      return
    }
    common.console.line(
      "Written: \(answer.file), \(answer.rows) rows and \(answer.columns) columns.")
    common.console.line(
      "The optimum of its relaxation is \(answer.value) points"
        + (answer.isConverged
          ? ": no plan costs less, but for the tolerance of the last round."
          : "; the run was stopped early, so only \(answer.bound) points are proven."))
    common.console.line(
      allRows
        ? "Each solution in integers is a plan."
        : "It is the relaxation: whole columns need not be a plan (--all-rows writes one that is).")
  }
}

/// What `model --json` says.
private struct ModelAnswer: Encodable {
  let command = "model"
  let file: String
  let rows: Int
  let columns: Int
  let value: Double
  let bound: Double
  let isConverged: Bool

  private enum CodingKeys: String, CodingKey {
    case command, file, rows, columns, value, bound
    case isConverged = "converged"
  }
}
