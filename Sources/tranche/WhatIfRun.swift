import TrancheKit

/// What the command asks of a run.
extension WhatIf.Run {
  /// How a command ends whose answer this run is.
  var status: ExitStatus {
    switch outcome {
    case .impossible: .impossible
    case .outOfTime: .outOfTime
    case .planned(let plan): plan.scheduledCount == plan.practices.count ? .done : .unsatisfied
    }
  }

  /// Why there is no plan; nil if there is one.
  var explanation: Explanation? {
    switch outcome {
    case .planned: nil
    case .impossible(let explanation), .outOfTime(let explanation): explanation
    }
  }
}
