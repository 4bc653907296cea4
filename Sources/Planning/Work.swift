/// What a run did, in counts that repeat on any machine.
struct Work: Sendable {
  var rounds = 0
  var columns = 0
  var rows = 0
  var pivots = 0
  var nodes = 0
  var cells = 0
  var epochs = 0
  var branches = 0
  var troubles = 0

  mutating func note(rounds: Int, columns: Int, rows: Int) {
    self.rounds = rounds
    self.columns = columns
    self.rows = rows
  }

  /// The unit of `--work`: a million cells of pricing, a thousand pivots, or a hundred nodes of
  /// branch and cut; each takes some milliseconds to some tens of them.
  var units: Int { cells / 1_000_000 + pivots / 1_000 + nodes / 100 }

  /// The counts by name.
  var counts: [String: Int] {
    [
      "rounds": rounds, "columns": columns, "rows": rows, "pivots": pivots, "nodes": nodes,
      "million_cells": cells / 1_000_000, "epochs": epochs, "branches": branches,
      "engine_troubles": troubles,
    ]
  }
}
