import Days
import Migrations

/// The working days on which a stage lies inside a stretch of days that forbids it.
///
/// Only working days count: a stage may lie on both sides of a shut weekend.
func workingDays(of dates: StageDates, inside range: ClosedRange<Day>, in calendar: WorkingCalendar)
  -> [Day]
{
  let days = dates.start...dates.finish
  guard range.overlaps(days) else { return [] }
  // Dates beyond the calendar have no working days; without the clamp a slip in a year would be
  // walked day by day.
  let known = calendar.first...calendar.last
  guard known.overlaps(days) else { return [] }
  return range.clamped(to: days).clamped(to: known).filter(calendar.isWorking)
}

/// A finding on one stage that lies inside days which forbid it; nil if none of them is worked.
func forbidden(
  rule: Rule, by reason: String, range: ClosedRange<Day>, stage: Int, place: Int,
  in plan: CheckedPlan
) -> Finding? {
  guard let dates = plan.schedules[place]?[stage] else { return nil }
  // Days on record are facts; see `RecordChecks`.
  let actual = plan.region.practices[place].actuals[stage]
  if actual?.finish != nil { return nil }
  let worked = actual.map { max($0.start, $0.finishesFrom ?? $0.start) }
  let inside = workingDays(of: dates, inside: range, in: plan.region.calendar)
    .filter { day in worked.map { day > $0 } ?? true }
  guard let first = inside.first, let last = inside.last else { return nil }
  let when =
    first == last
    ? "on \(first.longWords)" : "from \(first.longWords) to \(last.longWords)"
  return Finding(
    rule: rule, practice: plan.region.practices[place].code, period: first.iso,
    amount: Double(inside.count),
    message: "\(plan.region.title(of: place)): \(plan.region.pathway.stages[stage].name) lies on "
      + "\(counted(inside.count, "working day")) \(when) inside \(reason), "
      + "\(range.lowerBound.words) to \(range.upperBound.words), which forbids it.")
}
