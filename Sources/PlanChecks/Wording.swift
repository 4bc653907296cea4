import Days
import Migrations

/// The names by which findings call practices, and amounts in words.
extension Region {
  /// A practice by name and code, as `Manor Surgery (L82003)`.
  func title(of practice: Int) -> String {
    "\(practices[practice].name) (\(practices[practice].code))"
  }

  /// One end of a stage in words, as `the start of Cutover`.
  func title(of event: StageEvent) -> String {
    let end = event.edge == .start ? "start" : "finish"
    return "the \(end) of \(pathway.stages[event.stage].name)"
  }
}

/// An amount without needless decimals, to at most three of them.
func plain(_ amount: Double) -> String {
  let rounded = (amount * 1_000).rounded() / 1_000
  return rounded == rounded.rounded() && abs(rounded) < 1e15
    ? String(Int(rounded)) : String(rounded)
}
