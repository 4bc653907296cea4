import Days
import Migrations

/// Agreed go-lives from the command line.
struct Pinning {
  let console: Console

  /// Sets the pins, or ends the command with every problem in them.
  func apply(_ pins: [Pin], to region: inout Region) throws {
    var problems: [String] = []
    for pin in pins {
      let place = region.practices.firstIndex {
        $0.code.text.uppercased() == pin.code.uppercased()
      }
      guard let place else {
        problems.append("--pin \(pin.code)=\(pin.day.iso): no practice has the code \(pin.code)")
        continue
      }
      if !region.horizon.contains(pin.day) {
        problems.append(
          "--pin \(pin.code)=\(pin.day.iso): the region runs from "
            + "\(region.horizon.lowerBound.words) to \(region.horizon.upperBound.words)")
      } else if !region.calendar.isWorking(pin.day) {
        problems.append("--pin \(pin.code)=\(pin.day.iso): \(pin.day.longWords) is no working day")
      }
      region.practices[place].pinnedGoLive = pin.day
    }
    guard !problems.isEmpty else { return }
    for problem in problems { console.complain("error: \(problem)") }
    throw ExitStatus.badInput.code
  }
}
