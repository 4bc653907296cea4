/// The keys that say how migrations go, and how they are planned.
extension RegionReference {
  static let pathway = """
    [[stage]] | A change to a stage of the pathway, by id or code.
    id | text | required, or code | | The stage's id; or code.
    code | text | required, or id | | The stage's two letters.
    name | text | the pathway's | | The name in reports.
    min | whole number | the pathway's | working days | The shortest length. | 1 to 250
    usual | whole number | the pathway's | working days | The usual length. | 1 to 250
    max | whole number | the pathway's | working days | The longest length. | 1 to 250
    by_list_size | tables | none | | Lengths by list size; see below.
    longest_wait | length | the pathway's | | The most idle time before it.
    weekdays | list of weekdays | any | | Days on which it may start: mon tue wed thu fri. | mon, tue, wed, thu, fri
    avoid_weekdays | list of weekdays | none | | Days on which a start has the price objective.weekday. | mon, tue, wed, thu, fri
    source | text | the pathway's | | Where the numbers come from.
    [[stage]] by_list_size | The first band whose up_to is not below the list size counts.
    up_to | whole number | no end | patients | The largest list of the band. | 1 to 10000000
    min | whole number | the stage's | working days | The shortest length. | 1 to 250
    usual | whole number | the stage's | working days | The usual length. | 1 to 250
    max | whole number | the stage's | working days | The longest length. | 1 to 250
    [[lead_time]] | Days between two dates of a migration. A shipped id is replaced key by key.
    id | short name | required | | Shipped: extract-notice, cutover-meeting.
    from | date of a stage | required if new | | The earlier date, as order.finish.
    to | date of a stage | required if new | | The later date, as initial-data-production.start.
    at_least | length | none | | The least between them.
    at_most | length | none | | The most between them.
    by | table of lengths | none | | at_least by source system: { emis = "5w" }.
    source | text | none | | Where this comes from.

    """
  static let tasks = """
    [[task]] | Something to do on a date that follows from the stages and never moves them.
    id | short name | required | | A short name; a shipped one is replaced key by key.
    title | text | required if new | | What to do.
    role | text | required if new | | Who sees to it.
    section | text | none | | The part of the checklist.
    anchor | date of a stage, or task | required if new | | What it is dated from.
    offset | length, or negative | required if new | | How long after; "-28d" is before.
    rounding | text | none | | last-working-day-on-or-before, or none. | last-working-day-on-or-before, none
    applies | text | all | | all, or dispensing. | all, dispensing
    why | text | none | | A sentence for the reader.
    source | text | none | | Where this comes from.

    """
  static let rules = """
    [rules] | Rules for every migration.
    max_elapsed | length | no limit | | The most from the first day of PR to go-live.
    pilot_gap | length | 4w | | A pilot goes live so long before the others of its systems.
    deadlines | text | price | | forbid makes must_be_live_by a hard rule. | price, forbid
    freeze | text | price | | hard: a replan keeps frozen go-lives exactly. | price, hard
    pcn_cutovers_per_week | number | no limit | practices in a week | FD CO GL in one PCN. | 0 to 1000
    [objective] | Prices; a plan's cost is their sum, and the least cost is sought.
    preset | text | balanced | | balanced, earliest or gentle; single weights come on top. | balanced, earliest, gentle
    weight_by | text | practices | | patients: practices count by list size over the mean. | practices, patients
    delay | number | 1 | points a calendar day | Go-live after the practice's earliest, or after its wish. | 0 to 1000000
    preference | number | 2 | points a calendar day | Between go-live and the wished days. | 0 to 1000000
    late | number | 10 | points a calendar day | After must_be_live_by. | 0 to 1000000
    avoid | number | 1 | factor | On the cost of every avoid period and closure. | 0 to 1000000
    weekday | number | 2 | points a start | On an avoid_weekdays day. | 0 to 1000000
    squeeze | number | 3 | points a working day | Under the usual length. | 0 to 1000000
    stretch | number | 1 | points a working day | Over the usual length. | 0 to 1000000
    wait | number | 0.5 | points a working day | Idle between stages. | 0 to 1000000
    moved | number | 5 | points a go-live | Replans: other than the baseline's. | 0 to 1000000
    moved_per_day | number | 1 | points a calendar day | Replans: off the baseline's. | 0 to 1000000
    extra | number | 1 | points a unit and period | Capacity studies: bought capacity. | 0 to 1000000
    unscheduled | number | 2000 | points a practice | Left out. | 0 to 1000000

    """
  static let solving = """
    [solve] | How to solve, unless the command line says otherwise.
    time_limit | time | 60s | | Stop after this: "60s", "5m", "1h".
    gap | share | 1% | | Stop when provably this close to the best. | 0 to 1
    seed | whole number | 1 | | The seed of random choices. | at least 0
    work | whole number | no limit | units of work | Stop after this; repeats on any machine. | at least 1
    threads | whole number | 2 | | Threads to use; the plan does not depend on it. | 1 to 1024
    [risk] | What may go wrong in the replays of tranche risk; plans do not depend on it.
    replays | whole number | 10000 | | How often to replay. | 1 to 1000000
    seed | whole number | 1 | | The seed of chance. | at least 0
    slips | tables | none | | What may put stages off; see below.
    [risk] slips | Each may happen in every migration that has not begun the stage.
    stage | text | required | | The stage; those that must follow it at once are put off with it.
    chance | number | required | share | How likely it is, as 0.05. | 0 to 1
    by | length | required | | How long after its planned first day the stage starts at the soonest.
    reason | text | none | | What happens, for people.
    [output] | How files are written. Other keys are kept, and read by nobody yet.
    csv | text | excel | | excel: for spreadsheets; plain: as RFC 4180 has it. | excel, plain
    formats | list of formats | none | | Formats for export: html svg png pdf xlsx ics mspdi mermaid csv json. | html, svg, png, pdf, xlsx, ics, mspdi, mermaid, csv, json
    organiser | address | none | | The address that invites people to the single events of calendars.
    [input] | How the tables beside region.toml are read.
    sheet | list of texts | all with the headings | | The sheets of a workbook to read, hidden ones too.
    columns | table of columns | none | | Fields by heading, as "Moving to" = "target_system"; "" passes a column through.

    """
}
