import CGLPK
import CGLPKShim

/// A linear or integer program that minimises, held by GLPK on one thread.
///
/// GLPK keeps its memory by thread, and aborts the process when a problem is freed on another one
/// than its maker's. So a program remembers its thread, and each call traps elsewhere, also the
/// deinitialiser. Nothing here is `async`: use a program within one synchronous function, or keep a
/// thread for it.
///
/// Wrong arguments (an unknown row, a number that is not finite, a repeated row in a column) trap
/// with a sentence: GLPK aborts at some and takes others in silence, NaN among them.
///
/// After `SolverError.Code.aborted` every program of the thread is lost: `isLost` tells, solving
/// throws `programLost`, and all other calls trap. Build it anew from your own values.
package struct LinearProgram: ~Copyable {
  let problem: OpaquePointer
  private let thread = cglpk_thread()
  private let life: UInt64
  var repetitions = RepetitionCheck()

  /// The number of rows.
  package internal(set) var rowCount = 0
  /// The number of columns.
  package internal(set) var columnCount = 0

  /// An empty program of the thread that calls.
  package init() {
    guard let made = cglpk_create() else {
      trap("no program could be made: \(SolverError.lastMessages().joined(separator: " "))")
    }
    problem = made
    life = cglpk_life()
  }

  deinit {
    demand(thread == cglpk_thread(), "a program ends on another thread than its maker's")
    // A lost program was freed with its environment.
    if life == cglpk_life() { cglpk_delete(problem) }
  }

  /// The version of GLPK in use, as in "5.0".
  package static var versionOfGLPK: String { String(cString: glp_version()) }

  /// Frees what GLPK keeps for the thread that calls.
  ///
  /// Call it as a thread ends that had programs.
  ///
  /// Traps while a program of this thread lives. The thread may make programs again afterwards.
  package static func endOfThread() {
    let living = cglpk_live_problems()
    demand(living == 0, "the thread ends with \(living) of its programs alive")
    cglpk_end_thread()
  }

  /// Frees what GLPK keeps for the thread that calls, unless a program of this thread lives.
  ///
  /// For work that may be done on a thread of its own, or on one whose owner has programs.
  package static func leaveThread() {
    if cglpk_live_problems() == 0 { cglpk_end_thread() }
  }

  /// The bytes that GLPK holds for all programs of the thread that calls.
  package static var bytesInUse: Int { cglpk_bytes_in_use() }

  /// An earlier call on this thread ended with `SolverError.Code.aborted`, and took this with it.
  package var isLost: Bool {
    checkThread()
    return life != cglpk_life()
  }

  /// All pivots made by solves of this program since it was made.
  package var pivotCount: Int {
    checkUsable()
    return Int(glp_get_it_cnt(problem))
  }

  func checkThread(_ caller: StaticString = #function) {
    demand(
      thread == cglpk_thread(), "\(caller) is called on another thread than the program's maker's")
  }

  /// Traps on another thread and on a lost program.
  func checkUsable(_ caller: StaticString = #function) {
    checkThread(caller)
    demand(life == cglpk_life(), "\(caller) is called on a program lost by an error of GLPK")
  }

  /// Traps on another thread, throws on a lost program.
  func checkAlive(_ attempt: String, _ caller: StaticString = #function) throws(SolverError) {
    checkThread(caller)
    if life != cglpk_life() { throw SolverError(.programLost, attempt) }
  }

  /// Traps unless the guarded call came back: its arguments were checked, so memory has ended.
  func expect(_ returned: Bool, _ caller: StaticString = #function) {
    demand(
      returned,
      "GLPK gave up in \(caller): \(SolverError.lastMessages().joined(separator: " "))")
  }

  func check(_ row: Row) {
    demand(
      row.position >= 0 && row.index < rowCount, "row \(row.index) is not one of \(rowCount)")
  }

  func check(_ column: Column) {
    demand(
      column.position >= 0 && column.index < columnCount,
      "column \(column.index) is not one of \(columnCount)")
  }
}
