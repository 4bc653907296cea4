import Migrations

/// A row that a link allows: two stretches of go-live days that exclude each other.
///
/// Under `before`, the first going live on day d or later excludes the second going live before
/// d plus the lag; under `apart`, both going live within a stretch shorter than the lag exclude
/// each other. For every such pair at most one of the two happens. These rows are far stronger
/// than one row on the difference of the two days.
struct LinkRow: Hashable, Sendable {
  /// The link's place in the model's list.
  let link: Int
  /// Go-live day numbers of the first practice.
  let first: ClosedRange<Int>
  /// Go-live day numbers of the second practice.
  let second: ClosedRange<Int>

  /// Whether a go-live of a practice counts in the row.
  func counts(practice: Int, goLive: Int, links: [Link]) -> Bool {
    (links[link].first == practice && first.contains(goLive))
      || (links[link].second == practice && second.contains(goLive))
  }

  /// The row of a link for a go-live day of its first practice, the strongest of its kind; nil if
  /// the day excludes nothing.
  init?(link place: Int, day: Int, model: Model) {
    let link = model.links[place]
    let last = model.timetable.count - 1
    switch link.rule {
    case .together: return nil
    case .before:
      guard let end = (0...last).last(where: { !model.allows(link, first: day, second: $0) })
      else { return nil }
      self.init(link: place, first: day...last, second: 0...end)
    case .apart:
      guard let end = (day...last).last(where: { !model.allows(link, first: day, second: $0) })
      else { return nil }
      self.init(link: place, first: day...end, second: day...end)
    }
  }

  /// The row of two stretches of go-live day numbers that exclude each other under a link.
  init(link: Int, first: ClosedRange<Int>, second: ClosedRange<Int>) {
    self.link = link
    self.first = first
    self.second = second
  }
}
