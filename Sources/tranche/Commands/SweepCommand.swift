import ArgumentParser
import TrancheKit

/// `tranche sweep`: a plan for each value of one key or two, as a table.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Plan for each value of one key or two.",
    discussion: """
        tranche sweep --over resource.tpp-trainers.capacity=2..6
        tranche sweep --over system.tpp.go_lives_per_week=1..3 --over rules.pilot_gap=2w..6w:2w
        tranche sweep --over system.tpp.concurrent=8,12,16 --jobs 2 --csv > sweep.csv

      Values are 2..6, 2..6:2 for steps of 2, or 2,4,8. Each row says whether its plan is optimal, \
      within the gap, or was stopped by a limit. Rows never depend on each other.

      A large sweep runs as an array of jobs, each with its shard, put together at the end:
        parallel tranche sweep region --over KEY=2..6 --shard {}/16 --csv ">" s{}.csv ::: {1..16}
        tranche sweep --merge s*.csv
      Under Slurm the shard is $SLURM_ARRAY_TASK_ID/16 with --array=1-16; under Kubernetes, whose \
      index counts from 0, $((JOB_COMPLETION_INDEX + 1))/16. Where rows must come out the same on \
      any machine, stop them by --work rather than --time-limit.
      """)

  @OptionGroup var regionOptions: RegionOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "A key with its values, as KEY=2..6 (one or two).")
  var over: [String] = []

  @Option(name: .long, help: "Rows to run at a time (default 1).")
  var jobs = 1

  @Option(name: .long, help: "Only this part of the rows, as 3/16.", transform: parseShard)
  var shard = Shard.whole

  @Flag(name: .long, help: "CSV; each row is written when it is done.")
  var csv = false

  @Flag(name: .long, help: "Markdown.")
  var markdown = false

  @Option(
    name: .long, parsing: .upToNextOption, help: "Put the CSV files of shards together.",
    completion: .file(extensions: ["csv"]))
  var merge: [String] = []

  func validate() throws {
    guard (1...64).contains(jobs) else { throw ValidationError("--jobs must be from 1 to 64.") }
    guard [csv, markdown, common.json].count(where: { $0 }) <= 1 else {
      throw ValidationError("Choose one of --csv, --markdown and --json.")
    }
    guard merge.isEmpty == !over.isEmpty, over.count <= 2 else {
      throw ValidationError("Give one or two --over, or --merge with the files of shards.")
    }
  }

  func run() throws {
    guard merge.isEmpty else { return try write(merged()) }
    let sweep = try sweep()
    let rows = sweep.rows(of: shard)
    try checkSettings(sweep, rows)
    let empty = SweepTable(keys: sweep.axes.map(\.key), total: sweep.count, rows: [])
    let cancellation = Cancellation()
    Interrupts.cancel(cancellation)
    let console = common.console
    if csv { console.write(empty.csvHeading) }
    let work = SweepWork(
      folder: regionOptions.region, settings: regionOptions.overrides, sweep: sweep, solve: solve,
      jobs: jobs, cancellation: cancellation)
    let isCSV = csv
    var table = empty
    table.rows = SweepRunner(jobs: jobs).run(rows, row: work.row) { row in
      if isCSV {
        console.write(empty.csv(row))
      } else {
        console.say(
          "row \(row.number) of \(empty.total): \(row.values.joined(separator: ", ")), "
            + row.figures.ending.words)
      }
    }
    try work.demandNoFaults(common)
    if !csv { try write(table) }
    if cancellation.isCancelled { throw ExitStatus.interrupted.code }
  }

  private func sweep() throws -> Sweep {
    var axes: [SweepAxis] = []
    for text in over {
      do {
        axes.append(try SweepAxis(text))
      } catch {
        throw ValidationError("--over \(error.message)")
      }
    }
    guard Set(axes.map(\.key)).count == axes.count else {
      throw ValidationError("--over names \(axes[0].key) twice.")
    }
    return Sweep(axes: axes)
  }

  /// Reads the region once for each row, so that a wrong value stops the sweep before it starts.
  private func checkSettings(_ sweep: Sweep, _ rows: [Int]) throws {
    let refusal = Refusal(command: "sweep", common: quietly, closing: "Nothing was planned.")
    for row in rows {
      let loaded = try regionOptions.read(
        refusal, settings: regionOptions.overrides + sweep.settings(ofRow: row))
      try solve.demandMemory(for: loaded.region, refusal)
    }
  }

  /// Warnings of each row would be the same again and again; errors are said all the same.
  private var quietly: CommonOptions {
    var quietly = common
    quietly.quiet = true
    return quietly
  }

  private func write(_ table: SweepTable) throws {
    let console = common.console
    if common.json {
      console.write(try JSONText.of(SweepAnswer(table)))
    } else {
      console.write(csv ? table.csv : markdown ? table.markdown : table.text)
    }
  }
}

/// Reads `3/16`.
@Sendable
func parseShard(_ text: String) throws -> Shard {
  guard let shard = Shard(text) else {
    throw ValidationError("'\(text)' is not a shard. Write it as 3/16, counting from 1.")
  }
  return shard
}
