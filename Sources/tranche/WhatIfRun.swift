import TrancheKit

/// What the command asks of a run.
extension WhatIf.Run {
  /// The run's dates by place in another region's list, found by code.
  func dates(in other: Region) -> [Int: Schedule] {
    guard let plan else { return [:] }
    var schedules: [PracticeCode: Schedule] = [:]
    for planned in plan.practices where !planned.schedule.isEmpty {
      schedules[region.practices[planned.practice].code] = planned.schedule
    }
    var dates: [Int: Schedule] = [:]
    for (place, practice) in other.practices.enumerated() {
      dates[place] = schedules[practice.code]
    }
    return dates
  }

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
