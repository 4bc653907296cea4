import TrancheKit

/// Progress of a run on standard error: one line written over on a terminal, or lines, or JSON.
final class ProgressLine {
  private let choice: ProgressChoice
  private var lastSeconds = -1.0
  private var hasLine = false

  init(_ common: CommonOptions) {
    if common.quiet {
      choice = .none
    } else if common.progress == .auto {
      choice = Console.isTerminal(2) ? .auto : .none
    } else {
      choice = common.progress
    }
  }

  /// Reports; on a terminal at most ten times a second, in plain lines every 30 seconds.
  func report(_ progress: Planner.Progress, limit: Double) {
    let pause = choice == .plain ? 30.0 : 0.1
    guard choice != .none, lastSeconds < 0 || progress.seconds - lastSeconds >= pause else {
      return
    }
    lastSeconds = progress.seconds
    switch choice {
    case .none: break
    case .auto:
      // A line that wraps cannot be written over.
      let line = text(progress, limit: limit).prefix(max(1, Console.width - 1))
      Console.overwrite(line)
      hasLine = true
    case .plain: Console.put(text(progress, limit: limit) + "\n", to: 2)
    case .json: Console.put(json(progress) + "\n", to: 2)
    }
  }

  /// Ends the line.
  func finish() {
    if hasLine { Console.overwrite("") }
    hasLine = false
  }

  private func text(_ progress: Planner.Progress, limit: Double) -> String {
    var parts = ["Planning \(clock(progress.seconds)) of \(clock(limit)), \(progress.phase)"]
    parts.append("\(progress.scheduled) placed")
    if let cost = progress.cost {
      parts.append("best \(Int(cost.rounded()))")
      if let bound = progress.bound, bound > 0 {
        parts.append("bound \(Int(bound))")
        let percent = ((cost - bound) / max(cost, 1) * 1_000).rounded() / 10
        parts.append("within \(percent) % of the best possible")
      }
    }
    return parts.joined(separator: "   ")
  }

  private func json(_ progress: Planner.Progress) -> String {
    var fields = [
      "\"phase\":\"\(progress.phase)\"", "\"seconds\":\((progress.seconds * 100).rounded() / 100)",
      "\"scheduled\":\(progress.scheduled)",
    ]
    if let cost = progress.cost { fields.append("\"cost\":\(JSONText.points(cost))") }
    if let bound = progress.bound { fields.append("\"bound\":\(JSONText.points(bound))") }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
