extension Planner.Options {
  /// Makes something ready for planning, and keeps the time for `finishing` free of the deadline
  /// according to how long that takes.
  mutating func readying<Result>(_ make: () -> Result) -> Result {
    let clock = ContinuousClock()
    let began = clock.now
    let result = make()
    let seconds = (clock.now - began) / .seconds(1)
    deadline = deadline.earlier(by: finishing * seconds * Double(threads))
    finishing = 0
    return result
  }
}
