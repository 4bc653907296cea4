import Days
import Migrations
import Planning
import Synchronization
import Testing
import TestSupport

@testable import Studies

@Suite struct SweepTests {
  @Test func axesTakeRangesStepsListsAndUnits() throws {
    #expect(try SweepAxis("a.b=2..6").values == ["2", "3", "4", "5", "6"])
    #expect(try SweepAxis("a.b=2..6:2").values == ["2", "4", "6"])
    #expect(try SweepAxis("a.b=2,4,8").values == ["2", "4", "8"])
    #expect(try SweepAxis("a.b=2w..6w:2w").values == ["2w", "4w", "6w"])
    #expect(try SweepAxis("a.b=2..4w").values == ["2w", "3w", "4w"])
    #expect(try SweepAxis("a.b=0.1..0.4:0.1").values == ["0.1", "0.2", "0.3", "0.4"])
    #expect(try SweepAxis("a.b=-1..1").values == ["-1", "0", "1"])
    #expect(try SweepAxis("a.b=gentle, balanced").values == ["gentle", "balanced"])
    #expect(try SweepAxis("resource.x.capacity=1").shortName == "capacity")
  }

  @Test(arguments: [
    "a.b", "=2..6", "a.b=", "a.b=6..2", "a.b=2..6:0", "a.b=2..", "a.b=x..y", "a.b=1,,2", "a.b=2,2",
    "a.b=1..99999", "a.b=\"2\"", "a.b=2w..6d", "a.b=1..2..3",
  ])
  func axesRefuseWhatTheyCannotRead(text: String) {
    #expect(throws: SweepAxis.Problem.self) { try SweepAxis(text) }
  }

  @Test func shardsShareOutEveryRowOnce() throws {
    let sweep = Sweep(axes: [try SweepAxis("a.b=1..5"), try SweepAxis("c.d=1..3")])
    #expect(sweep.count == 15)
    #expect(sweep.values(ofRow: 1) == ["1", "1"])
    #expect(sweep.values(ofRow: 2) == ["1", "2"])
    #expect(sweep.values(ofRow: 15) == ["5", "3"])
    #expect(Set((1...15).map(sweep.values)).count == 15)
    for count in [1, 2, 7, 16] {
      let shards = (1...count).compactMap { Shard("\($0)/\(count)") }
      #expect(shards.count == count)
      #expect(shards.flatMap(sweep.rows).sorted() == Array(1...15))
    }
    for text in ["0/3", "4/3", "1", "a/b", "1/2/3", "-1/3"] { #expect(Shard(text) == nil) }
  }

  /// Plans a small region for a capacity of go-lives a week.
  @Sendable
  private static func row(_ sweep: Sweep, _ number: Int) -> SweepRow {
    var region = SmallWorlds.region(practices: 5, weeks: 4)
    let values = sweep.values(ofRow: number)
    region.resources = [
      Resource(
        id: "go-lives", name: "Go-lives", capacity: Double(values[0]) ?? 0, period: .week,
        use: .starts([region.pathway.goLive]))
    ]
    region.objective.wait = Double(values[1]) ?? 0
    var options = Planner.Options()
    options.timeLimit = 600
    options.workLimit = 40
    options.threads = 1
    return SweepRow(
      number: number, values: values,
      figures: RunFigures(of: Planner(region: region, options: options).plan(), in: region))
  }

  @Test func shardsPutTogetherEqualTheWhole() throws {
    let sweep = Sweep(axes: [try SweepAxis("x.capacity=0..3"), try SweepAxis("objective.wait=0,2")])
    func table(_ rows: [Int], jobs: Int) -> SweepTable {
      SweepTable(
        keys: sweep.axes.map(\.key), total: sweep.count,
        rows: SweepRunner(jobs: jobs).run(rows) { Self.row(sweep, $0) })
    }
    let whole = table(Array(1...sweep.count), jobs: 1)
    var shards: [(name: String, table: SweepTable)] = []
    for number in [3, 1, 2] {
      let shard = try #require(Shard("\(number)/3"))
      let written = table(sweep.rows(of: shard), jobs: 2).csv
      shards.append(("s\(number).csv", try SweepTable(csv: written, name: "s\(number).csv")))
    }
    let merged = try SweepTable.merged(shards)
    #expect(merged.csv == whole.csv)
    #expect(merged.text == whole.text)
    #expect(merged.markdown == whole.markdown)
    #expect(whole.rows.map(\.figures.unscheduled) == [5, 5, 1, 1, 0, 0, 0, 0])
    #expect(whole.rows.allSatisfy { $0.figures.ending == .optimal })
  }

  @Test func mergingSaysWhatIsMissingCutOrContradicts() throws {
    let row = SweepRow(number: 2, values: ["4"], figures: RunFigures(ending: .stopped))
    let table = SweepTable(keys: ["a.b"], total: 3, rows: [row])
    #expect(throws: SweepTable.Problem(message: "2 of 3 rows are missing: 1, 3")) {
      try SweepTable.merged([("s", table)])
    }
    #expect(throws: SweepTable.Problem(message: "s is cut short")) {
      try SweepTable(csv: String(table.csv.dropLast(3)), name: "s")
    }
    #expect(throws: SweepTable.Problem(message: "s, line 2, is no row of a sweep")) {
      try SweepTable(csv: table.csv.replacing("stopped", with: "halted"), name: "s")
    }
    #expect(throws: SweepTable.Problem.self) { try SweepTable(csv: "ods_code\n", name: "s") }
    var other = table
    other.rows[0].figures.late = 1
    #expect(throws: SweepTable.Problem(message: "row 2 differs between s and t")) {
      try SweepTable.merged([("s", table), ("t", other)])
    }
    other.keys = ["c.d"]
    #expect(throws: SweepTable.Problem(message: "t and s are of different sweeps")) {
      try SweepTable.merged([("s", table), ("t", other)])
    }
  }

  @Test func rowsAreHandedOnInOrderWhateverTheJobs() {
    let order = Mutex<[Int]>([])
    let found = SweepRunner(jobs: 4).run(Array(1...50)) { number in
      // Uneven work, so that later rows are done first.
      var random = SplitMix64(seed: UInt64(number))
      for _ in 0..<(number % 5 * 2_000) { _ = random.next() }
      return SweepRow(number: number, values: [], figures: RunFigures(ending: .optimal))
    } emit: { row in
      order.withLock { $0.append(row.number) }
    }
    #expect(order.withLock { $0 } == Array(1...50))
    #expect(found.map(\.number) == Array(1...50))
  }

  @Test func aCancelledRowEndsTheSweepAndKeepsWhatIsDone() {
    let found = SweepRunner(jobs: 1).run(Array(1...10)) { number in
      number == 4
        ? nil : SweepRow(number: number, values: [], figures: RunFigures(ending: .optimal))
    }
    #expect(found.map(\.number) == [1, 2, 3])
  }

  @Test func theTableSaysHowEachRowEnded() {
    func row(_ number: Int, _ ending: RunFigures.Ending, _ cost: Double?) -> SweepRow {
      var figures = RunFigures(ending: ending)
      figures.cost = cost
      figures.bound = cost.map { $0 - 1 }
      figures.gap = cost.map { 1 / $0 }
      figures.scheduled = 4
      figures.lastGoLive = day("2027-06-01")
      return SweepRow(number: number, values: ["\(number)"], figures: figures)
    }
    let table = SweepTable(
      keys: ["resource.x.capacity"], total: 3,
      rows: [row(1, .impossible, nil), row(2, .stopped, 200), row(3, .withinGap, 100)])
    #expect(
      table.markdown == """
        | capacity | scheduled | left out | last go-live | late | cost | gap | ended |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | 4 | 0 | 1 Jun 2027 | 0 | - | - | impossible |
        | 2 | 4 | 0 | 1 Jun 2027 | 0 | 200 | 0.5% | stopped |
        | 3 | 4 | 0 | 1 Jun 2027 | 0 | 100 | 1% | within gap, cheapest |

        Costs compare as far as the gaps allow: a row's best plan may cost less by up to its gap.
        1 of 3 rows was stopped by a limit; give it more time before comparing.

        """)
  }
}
