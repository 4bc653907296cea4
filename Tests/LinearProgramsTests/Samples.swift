import Glibc
import LinearPrograms

/// Numbers that look random and are the same in each run (SplitMix64).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A whole number from 0 to `count - 1`.
  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}

/// A small master problem: each job takes one of its columns, weeks have a capacity and dear
/// overtime.
struct Master {
  let jobs: Int
  let weeks: Int
  var numbers: Numbers

  init(jobs: Int, weeks: Int, seed: UInt64) {
    self.jobs = jobs
    self.weeks = weeks
    numbers = Numbers(seed: seed)
  }

  /// The rows of jobs and weeks, and a column of overtime for each week and one of refusal for each
  /// job.
  func rowsAndDearColumns() -> LinearProgram {
    var program = LinearProgram()
    program.addRows(
      Array(repeating: .exactly(1), count: jobs)
        + Array(repeating: .atMost(Double(2 * jobs) / Double(weeks)), count: weeks))
    program.addColumns(
      (0..<jobs).map { NewColumn(cost: 1_000, bounds: .atLeast(0), entries: [(Row($0), 1)]) })
    program.addColumns(
      (0..<weeks).map {
        NewColumn(cost: 40, bounds: .atLeast(0), entries: [(Row(jobs + $0), -1)])
      })
    return program
  }

  /// Columns for each job, each with work in three weeks.
  mutating func columns(eachJob count: Int) -> [NewColumn] {
    var columns: [NewColumn] = []
    for job in 0..<jobs {
      for _ in 0..<count {
        let first = numbers.below(weeks - 2)
        let cost = Double(1 + numbers.below(100))
        let work = (0..<3).map { (Row(jobs + first + $0), Double(1 + numbers.below(2))) }
        columns.append(
          NewColumn(cost: cost, bounds: .atLeast(0), entries: [(Row(job), 1)] + work))
      }
    }
    return columns
  }

  /// A whole program.
  static func program(jobs: Int, weeks: Int, eachJob: Int, seed: UInt64) -> LinearProgram {
    var master = Master(jobs: jobs, weeks: weeks, seed: seed)
    var program = master.rowsAndDearColumns()
    program.addColumns(master.columns(eachJob: eachJob))
    return program
  }

  /// A whole program with integer columns.
  static func integerProgram(
    jobs: Int, weeks: Int, eachJob: Int, seed: UInt64
  ) -> LinearProgram {
    var program = program(jobs: jobs, weeks: weeks, eachJob: eachJob, seed: seed)
    for index in 0..<program.columnCount where index < jobs || index >= jobs + weeks {
      program.setBounds(of: Column(index), .between(0, 1))
      program.setInteger(Column(index))
    }
    return program
  }
}

/// Profits, weights and the capacity of a knapsack.
struct Knapsack {
  let profits: [Int]
  let weights: [Int]
  let capacity: Int

  init(items: Int, seed: UInt64) {
    var numbers = Numbers(seed: seed)
    weights = (0..<items).map { _ in 20 + numbers.below(80) }
    // Profits near to weights make a search of it.
    profits = weights.map { $0 + numbers.below(12) }
    capacity = weights.reduce(0, +) / 2
  }

  /// The best profit, by dynamic programming.
  var best: Int {
    var profit = [Int](repeating: 0, count: capacity + 1)
    for (item, weight) in weights.enumerated() {
      for room in stride(from: capacity, through: weight, by: -1) {
        profit[room] = max(profit[room], profit[room - weight] + profits[item])
      }
    }
    return profit[capacity]
  }

  /// As a program: profits are negative costs.
  func program() -> LinearProgram {
    var program = LinearProgram()
    let row = program.addRow(.atMost(Double(capacity)))
    for (profit, weight) in zip(profits, weights) {
      let column = program.addColumn(
        cost: -Double(profit), bounds: .between(0, 1), entries: [(row, Double(weight))])
      program.setInteger(column)
    }
    return program
  }
}

/// A market split of Cornuéjols and Dawande: solutions are found at once, the best one not in
/// years.
func endlessProgram() -> LinearProgram {
  var numbers = Numbers(seed: 15)
  var program = LinearProgram()
  let shares = (0..<5).map { _ in (0..<40).map { _ in numbers.below(100) } }
  let rows = program.addRows(shares.map { .exactly(Double($0.reduce(0, +) / 2)) })
  for row in rows {
    program.addColumn(cost: 1, bounds: .atLeast(0), entries: [(row, 1)])
    program.addColumn(cost: 1, bounds: .atLeast(0), entries: [(row, -1)])
  }
  for shop in 0..<40 {
    let column = program.addColumn(
      cost: 0, bounds: .between(0, 1), entries: rows.map { ($0, Double(shares[$0.index][shop])) })
    program.setInteger(column)
  }
  return program
}

/// Numbers near enough to each other for a floating-point solver.
func isNear(_ one: Double?, _ other: Double) -> Bool {
  guard let one else { return false }
  return abs(one - other) <= 1e-7 * (1 + abs(other))
}

/// Arrays near enough to each other.
func areNear(_ one: [Double], _ other: [Double]) -> Bool {
  one.count == other.count && zip(one, other).allSatisfy { isNear($0, $1) }
}

/// The name of a new file for the time of a test.
func temporaryPath(_ ending: String) -> String {
  // Six capitals at the end are where a name that nobody has is put in.
  var template = Array(("/tmp/tranche-test-" + String(repeating: "X", count: 6)).utf8CString)
  let descriptor = mkstemp(&template)
  close(descriptor)
  let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  unlink(made)
  return made + ending
}
