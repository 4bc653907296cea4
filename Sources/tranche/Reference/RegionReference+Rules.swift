/// The keys that say how migrations go, and how they are planned.
extension RegionReference {
  static let pathway = """
    [[stage]] | A change to a stage of the pathway, by id or code.
    id | text | required | | The stage's id; or code.
    code | text | none | | The stage's two letters.
    name | text | the pathway's | | The name in reports.
    min | number | the pathway's | working days | The shortest length.
    usual | number | the pathway's | working days | The usual length.
    max | number | the pathway's | working days | The longest length.
    by_list_size | tables | none | | Lengths by list size; see below.
    longest_wait | length | the pathway's | | The most idle time before it.
    weekdays | list | any | | Days on which it may start: mon tue wed thu fri.
    avoid_weekdays | list | none | | Days on which a start has the price objective.weekday.
    source | text | the pathway's | | Where the numbers come from.
    [[stage]] by_list_size | The first band whose up_to is not below the list size counts.
    up_to | number | no end | patients | The largest list of the band.
    min | number | the stage's | working days | The shortest length.
    usual | number | the stage's | working days | The usual length.
    max | number | the stage's | working days | The longest length.
    [[lead_time]] | Days between two dates of a migration. A shipped id is replaced key by key.
    id | text | required | | Shipped: extract-notice, cutover-meeting.
    from | date of a stage | required | | The earlier date, as order.finish.
    to | date of a stage | required | | The later date, as initial-data-production.start.
    at_least | length | none | | The least between them.
    at_most | length | none | | The most between them.
    by | table | none | | at_least by source system: { emis = "5w" }.
    source | text | none | | Where this comes from.

    """
  static let tasks = """
    [[task]] | Something to do on a date that follows from the stages and never moves them.
    id | text | required | | A short name; a shipped one is replaced key by key.
    title | text | required | | What to do.
    role | text | required | | Who sees to it.
    section | text | none | | The part of the checklist.
    anchor | date of a stage, or task | required | | What it is dated from.
    offset | length | required | | How long after; "-28d" is before.
    rounding | text | none | | last-working-day-on-or-before, or none.
    applies | text | all | | all, or dispensing.
    why | text | none | | A sentence for the reader.
    source | text | none | | Where this comes from.

    """
  static let rules = """
    [rules] | Rules for every migration.
    max_elapsed | length | no limit | | The most from the first day of PR to go-live.
    pilot_gap | length | 4w | | A pilot goes live so long before the others of its systems.
    deadlines | text | price | | forbid makes must_be_live_by a hard rule.
    freeze | text | price | | hard: a replan keeps frozen go-lives exactly.
    pcn_cutovers_per_week | number | no limit | practices in a week | FD CO GL in one PCN.
    [objective] | Prices; a plan's cost is their sum, and the least cost is sought.
    preset | text | balanced | | balanced, earliest or gentle; single weights come on top.
    weight_by | text | practices | | patients: practices count by list size over the mean.
    delay | number | 1 | points a calendar day | Go-live after the practice's earliest, or after its wish.
    preference | number | 2 | points a calendar day | Between go-live and the wished days.
    late | number | 10 | points a calendar day | After must_be_live_by.
    avoid | number | 1 | factor | On the cost of every avoid period and closure.
    weekday | number | 2 | points a start | On an avoid_weekdays day.
    squeeze | number | 3 | points a working day | Under the usual length.
    stretch | number | 1 | points a working day | Over the usual length.
    wait | number | 0.5 | points a working day | Idle between stages.
    moved | number | 5 | points a go-live | Replans: other than the baseline's.
    moved_per_day | number | 1 | points a calendar day | Replans: off the baseline's.
    extra | number | 1 | points a unit and period | Capacity studies: bought capacity.
    unscheduled | number | 2000 | points a practice | Left out.

    """
  static let solving = """
    [solve] | How to solve, unless the command line says otherwise.
    time_limit | text | 60s | | Stop after this: "60s", "5m", "1h".
    gap | text or number | 1% | | Stop when provably this close to the best.
    seed | number | 1 | | The seed of random choices.
    work | number | no limit | units of work | Stop after this; repeats on any machine.
    threads | number | 2 | | Threads to use; the plan does not depend on it.
    [risk] | What may go wrong in the replays of tranche risk; plans do not depend on it.
    replays | number | 10000 | | How often to replay.
    seed | number | 1 | | The seed of chance.
    slips | tables | none | | What may put stages off; see below.
    [risk] slips | Each may happen in every migration that has not begun the stage.
    stage | text | required | | The stage; those that must follow it at once are put off with it.
    chance | number | required | share | How likely it is, as 0.05.
    by | length | required | | How long after its planned first day the stage starts at the soonest.
    reason | text | none | | What happens, for people.
    [output] | How files are written. Other keys are kept, and read by nobody yet.
    csv | text | excel | | excel: for spreadsheets; plain: as RFC 4180 has it.
    formats | list | none | | Formats for export: html svg png pdf xlsx ics mspdi mermaid csv json.
    organiser | text | none | | The address that invites people to the single events of calendars.
    [input] | How the tables beside region.toml are read.
    sheet | list | all with the headings | | The sheets of a workbook to read, hidden ones too.
    columns | table | none | | Fields by heading, as "Moving to" = "target_system"; "" passes a column through.

    """
}
