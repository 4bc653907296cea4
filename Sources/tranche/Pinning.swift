import TrancheKit

/// Agreed go-lives from the command line.
struct Pinning {
  /// How to end where a pin cannot be.
  let refusal: Refusal

  /// Sets the pins, or ends the command with every problem in them.
  func apply(_ pins: [Pin], to region: inout Region) throws {
    var problems: [Diagnostic] = []
    var seen: [Int: Day] = [:]
    for pin in pins {
      let place: Int
      switch PracticeNaming.place(
        of: pin.code, in: region, option: "--pin \(pin.code)=\(pin.day.iso)")
      {
      case .success(let found): place = found
      case .failure(let unknown):
        problems.append(unknown.diagnostic)
        continue
      }
      if let other = seen.updateValue(pin.day, forKey: place), other != pin.day {
        problems.append(
          problem(
            pin, "E120", "\(region.practices[place].code) is also pinned to \(other.words)",
            fix: "keep one of the two."))
      } else if !region.horizon.contains(pin.day) {
        problems.append(
          problem(
            pin, "E215", "\(pin.day.words) is outside the horizon",
            why: "The region runs from \(region.horizon.lowerBound.words) to "
              + "\(region.horizon.upperBound.words)."))
      } else if !region.calendar.isWorking(pin.day) {
        let next = region.calendar.firstWorkingDay(onOrAfter: pin.day)
        problems.append(
          problem(
            pin, "E240", "\(pin.day.longWords) is no working day",
            fix: next.map { "the next one is \($0.longWords)." }))
      }
      region.practices[place].pinnedGoLive = pin.day
    }
    guard problems.isEmpty else { try refusal.end(.badInput, problems) }
    region.asked.changes.pins += seen.sorted { $0.key < $1.key }.map {
      (region.practices[$0.key].code, $0.value)
    }
  }

  private func problem(
    _ pin: Pin, _ code: String, _ message: String, why: String? = nil, fix: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: code, file: "--pin \(pin.code)=\(pin.day.iso)", message: message, why: why, fix: fix)
  }
}
