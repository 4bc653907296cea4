import CGLPK
import CGLPKShim

extension LinearProgram {
  /// Writes the program as free MPS, with 15 digits a number.
  ///
  /// Read it with `glpsol --freemps`.
  ///
  /// Names must be as many as rows and columns; without them GLPK numbers both. Throws
  /// `fileNotWritten`, `aborted` and `programLost`.
  package mutating func writeMPS(
    to path: String, names: ProgramNames? = nil
  ) throws(SolverError) {
    try write("writing \(path) as MPS", names) { problem, code in
      cglpk_write_mps(problem, path, &code)
    }
  }

  /// Writes the program in the CPLEX LP format.
  ///
  /// Names and errors as in `writeMPS`.
  package mutating func writeLP(
    to path: String, names: ProgramNames? = nil
  ) throws(SolverError) {
    try write("writing \(path) as LP", names) { problem, code in
      cglpk_write_lp(problem, path, &code)
    }
  }

  private func write(
    _ attempt: String, _ names: ProgramNames?, _ file: (OpaquePointer, inout Int32) -> Bool
  ) throws(SolverError) {
    try checkAlive(attempt)
    if let names {
      demand(names.rows.count == rowCount, "\(names.rows.count) names for \(rowCount) rows")
      demand(
        names.columns.count == columnCount,
        "\(names.columns.count) names for \(columnCount) columns"
      )
      set(names)
    }
    var code: Int32 = 0
    guard file(problem, &code) else { throw SolverError(.aborted, attempt) }
    if code != 0 {
      let error = SolverError(.fileNotWritten, attempt)
      if names != nil { removeNames() }
      throw error
    }
    // Names are for files only: the program does not keep them.
    if names != nil { removeNames() }
  }

  private func set(_ names: ProgramNames) {
    expect(cglpk_set_row_name(problem, 0, ProgramNames.objective))
    for (index, name) in names.rows.enumerated() {
      expect(cglpk_set_row_name(problem, Row(index).number, name))
    }
    for (index, name) in names.columns.enumerated() {
      expect(cglpk_set_column_name(problem, Column(index).number, name))
    }
  }

  private func removeNames() {
    for number in 0...Int32(rowCount) { expect(cglpk_set_row_name(problem, number, nil)) }
    for index in 0..<columnCount {
      expect(cglpk_set_column_name(problem, Column(index).number, nil))
    }
  }

  /// Makes GLPK call its error routine, for tests of what comes after.
  ///
  /// Always throws `aborted`.
  package mutating func provokeAbort() throws(SolverError) {
    let attempt = "provoking an error"
    try checkAlive(attempt)
    if !cglpk_provoke_abort(problem) { throw SolverError(.aborted, attempt) }
  }
}
