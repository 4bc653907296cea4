import LinearPrograms
import Migrations

/// The master problem: which pattern each block takes.
///
/// With λ(j) for each pattern j of the patterns known so far,
///
///     minimise    sum over j of cost(j) λ(j)
///     subject to  sum over j of block b of λ(j) = 1             for each block b        [σ(b)]
///                 sum over j of use(j, r) λ(j) <= capacity(r)   for each row r needed   [-π(r)]
///                 sum over j in link row l of λ(j) <= 1         for each row l needed   [-π(l)]
///                 λ >= 0
///
/// Every block has a pattern that leaves it out, at its unscheduled cost (or, for a practice with
/// a commitment, at a cost no plan would pay), so the problem always has a solution. σ is the
/// price of serving a block, π >= 0 that of a unit of a row. The reduced cost of a pattern is
/// cost(j) + sum of π(r) use(j, r) + sum of π(l) - σ(b); pricing finds the least one of each
/// block. For any π >= 0 the sum over blocks of the least cost plus charges, minus π times
/// capacity, is a lower bound on every plan (`Lagrangian`).
///
/// Rows are made when a solution breaks them: of tens of thousands only hundreds ever bind.
/// Costs are in points here (millionths elsewhere), to keep the numbers near 1.
struct MasterProblem: ~Copyable {
  /// Pivots after which a solve is taken up by the other method; some thousands are usual.
  static let patience = 20_000

  var program = LinearProgram()
  let model: Model
  /// The blocks that take part, and the place of each among the convexity rows.
  let blocks: [Int]
  private(set) var convexity: [Int: Row] = [:]
  var resourceRows: [Int32: Row] = [:]
  var linkRows: [LinkRow: Row] = [:]
  var linkOrder: [LinkRow] = []
  /// The capacity that counts for each resource row.
  let capacity: [Double]
  /// What more capacity costs, where it may be bought.
  let terms: PurchaseTerms?
  /// The column that buys more up to each row that is made and on sale.
  var purchases: [Int: Column] = [:]
  private(set) var patterns: [Pattern] = []
  var columns: [Column] = []
  private var known: Set<PatternKey> = []
  var pivots = 0
  /// How many solves GLPK failed on, whether or not another way then came to an end.
  var troubles = 0

  /// A master of some blocks, with the given capacity per row, and more at a price if given terms.
  init(model: Model, blocks: [Int], capacity: [Double], terms: PurchaseTerms? = nil) {
    self.terms = terms
    self.model = model
    self.blocks = blocks
    self.capacity = capacity
    let rows = program.addRows(blocks.map { _ in .exactly(1) })
    for (block, row) in zip(blocks, rows) { convexity[block] = row }
  }

  /// How many rows have been made, those of blocks included.
  var rowCount: Int { program.rowCount }

  /// Adds the patterns that are not there yet; says how many.
  @discardableResult
  mutating func add(_ new: [Pattern]) -> Int {
    var fresh: [NewColumn] = []
    for pattern in new {
      guard let block = convexity[pattern.block],
        known.insert(PatternKey(pattern)).inserted
      else { continue }
      var entries: [(Row, Double)] = [(block, 1)]
      for use in pattern.uses {
        if let row = resourceRows[use.row] { entries.append((row, use.amount)) }
      }
      for linkRow in linkOrder {
        let count = self.count(of: pattern, in: linkRow)
        if count > 0, let row = linkRows[linkRow] { entries.append((row, count)) }
      }
      fresh.append(
        NewColumn(
          cost: pattern.cost / ScaledObjective.unit, bounds: .atLeast(0), entries: entries))
      patterns.append(pattern)
    }
    columns += program.addColumns(fresh)
    return fresh.count
  }

  /// Adds a column that is always 1, for what every plan pays.
  mutating func addConstant(_ cost: Double) {
    _ = program.addColumn(cost: cost / ScaledObjective.unit, bounds: .exactly(1), entries: [])
  }

  /// Writes the problem for other solvers; `extra` names the columns that are no patterns.
  mutating func write(to path: String, asMPS: Bool, extra: [String]) throws(SolverError) {
    let names = MasterNames(model: model).names(
      blocks: blocks, resources: resourceRows.mapValues(\.index),
      links: linkRows.mapValues(\.index), rowCount: rowCount, patterns: patterns, extra: extra)
    if asMPS {
      try program.writeMPS(to: path, names: names)
    } else {
      try program.writeLP(to: path, names: names)
    }
  }
}

/// What makes two patterns the same column.
private struct PatternKey: Hashable {
  let block: Int
  let days: [[Int32]?]

  init(_ pattern: Pattern) {
    block = pattern.block
    days = pattern.days
  }
}
