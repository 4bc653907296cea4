import Synchronization
import TrancheKit

/// Plans the rows of a sweep, from any thread.
final class SweepWork: Sendable {
  private let folder: String
  private let settings: [(key: String, value: String)]
  private let sweep: Sweep
  private let solve: SolveOptions
  private let jobs: Int
  private let cancellation: Cancellation
  /// The rows whose plan the checker refused.
  private let faults = Mutex<[String]>([])

  init(
    folder: String, settings: [(key: String, value: String)], sweep: Sweep, solve: SolveOptions,
    jobs: Int, cancellation: Cancellation
  ) {
    self.folder = folder
    self.settings = settings
    self.sweep = sweep
    self.solve = solve
    self.jobs = jobs
    self.cancellation = cancellation
  }

  /// Plans a row; nil if the run was interrupted or its plan refused.
  func row(_ number: Int) -> SweepRow? {
    let began = ContinuousClock.now
    let reading = RegionFolder.read(
      folder, overrides: settings + sweep.settings(ofRow: number))
    guard let region = reading.region else {
      note("row \(number): the region has changed since the sweep began")
      return nil
    }
    var options = solve.planner(for: region)
    options.extraEpochs = 0
    // The limit is for each row, its reading included.
    options.deadline = Deadline(
      in: options.timeLimit - (ContinuousClock.now - began) / .seconds(1))
    options.finishing = 0.5
    options.threads = max(1, options.threads / jobs)
    let outcome = Planner(region: region, options: options).plan(cancellation: cancellation)
    guard !cancellation.isCancelled else { return nil }
    if case .planned(let plan) = outcome, let fault = SelfCheck.fault(in: plan, of: region) {
      note("row \(number): \(fault)")
      return nil
    }
    return SweepRow(
      number: number, values: sweep.values(ofRow: number),
      figures: RunFigures(of: outcome, in: region))
  }

  /// Ends the command with a fault if the checker refused a plan.
  func demandNoFaults(_ common: CommonOptions) throws {
    let faults = faults.withLock { $0 }
    guard !faults.isEmpty else { return }
    for fault in faults { common.console.complain("error: \(fault)") }
    throw ExitStatus.fault.code
  }

  private func note(_ fault: String) { faults.withLock { $0.append(fault) } }
}
