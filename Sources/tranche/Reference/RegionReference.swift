/// Every key of region.toml.
///
/// A length is a text with its unit: `"5wd"` working days, `"35d"` calendar days, `"5w"` weeks of
/// seven calendar days. A date is written without quotation marks. A stage is named by its id or
/// its code.
enum RegionReference {
  static let text =
    top + calendar + holders + resources + pathway + tasks + rules + solving
  static let top = """
    # table | meaning            key | type | default | unit | meaning
    (top) | Keys and tables of region.toml itself. Only [region] and one [[system]] are required.
    format | number | 1 | | The version of the file's shape.
    region | table | required | | What is planned; see [region].
    calendar | table | none | | Bank holidays and closures; see [calendar].
    protected | tables | the shipped set | | Times to be left alone; see [[protected]].
    system | tables | required | | Clinical systems; see [[system]].
    partner | tables | none | | Delivery partners; see [[partner]].
    resource | tables | none | | What there is only so much of; see [[resource]].
    stage | tables | the pathway's | | Changes to stages; see [[stage]].
    lead_time | tables | the pathway's | | Days between two dates; see [[lead_time]].
    task | tables | the shipped ones | | Dated things to do; see [[task]].
    rules | table | none | | Rules for every migration; see [rules].
    objective | table | balanced | | What a good plan is; see [objective].
    solve | table | none | | How to solve; see [solve].
    risk | table | none | | What may go wrong, for tranche risk; see [risk].
    output | table | none | | How files are written; see [output].
    [region] | What is planned.
    name | text | the code | | The region's name, printed on everything.
    code | text | none | | A short code that names the plan; do not change it later.
    start | date | required | day | The first day on which a stage may lie.
    finish | date | required | day | The last day on which a stage may lie.
    division | text | england-and-wales | | Whose bank holidays count; others need a file of their own.
    pathway | text | england | | The stages: england, or a .toml file in the region folder.
    target_system | text | none | | Where practices go when practices.csv does not say.

    """
  static let calendar = """
    [calendar] | Working days.
    bank_holidays | text | the shipped list | | A file: the published JSON, or CSV with a column date.
    closures | tables | none | | Closures of the region or of single holders; see below.
    protected | text | england | | none takes the shipped protected periods away.
    [calendar] closures | Days on which nobody works, or on which a holder has no capacity.
    id | text | none | | A name for it.
    from | date | required | day | The first day.
    to | date | required | day | The last day.
    who | list of ids | everybody | | Systems or partners whose capacities are 0 then.
    reason | text | none | | Why, for people.
    [[protected]] | Times to be left alone. One such table replaces the whole shipped set.
    id | text | protected-N | | A short name.
    name | text | the id | | The name in reports.
    from | date or "MM-DD" | required | day | The first day; "10-01" is 1 October of every year.
    to | date or "MM-DD" | required | day | The last day; may lie in the next year.
    stages | list of stages | FD CO GL PG | | The stages that must not or should not lie inside.
    rule | text | forbid | | forbid: never; avoid: at a price.
    cost | number | 2 | points a working day | The price of an avoid period.
    source | text | none | | Where this comes from, printed with it.

    """
  static let holders = """
    [[system]] | A clinical system, with its supplier's capacities; each is one resource: a number, or { capacity, changes, extra } as in [[resource]].
    id | text | required | | A short name, for practices.csv and --set.
    name | text | the id | | The name in reports.
    aliases | list of texts | none | | Other spellings that practices.csv may have.
    extracts_per_week | number | no limit | starts of ID and FD a week | Extracts from it.
    loads_per_week | number | no limit | starts of ID and FD a week | Loads into it.
    go_lives_per_week | number | no limit | go-lives a week | Go-lives on it.
    go_lives_per_day | number | no limit | go-lives a day | Go-lives on it.
    concurrent | number | no limit | practices in a week | From KO start to PG finish, coming to it.
    trainers | number | no limit | practices in a week | In the 10 working days before go-live.
    [[partner]] | A delivery partner, with its teams; each is one resource.
    id | text | required | | A short name, for practices.csv and --set.
    name | text | the id | | The name in reports.
    aliases | list of texts | none | | Other spellings that practices.csv may have.
    project_managers | number | no limit | practices in a week | From KO start to GL finish.
    engineers | number | no limit | practices in a week | In the weeks with TS or GL.
    floor_walkers | number | no limit | people in a week | GL to 2wd after, one per 8,000 patients.

    """
  static let resources = """
    [[resource]] | Anything else that there is only so much of.
    id | text | required | | A short name.
    name | text | the id | | The name in reports.
    system | id | none | | Whose it is; then practices with it on either side use it.
    partner | id | none | | Whose it is; then that partner's practices use it.
    capacity | number | required | uses a period | How much there is; or share.
    per | text | week | | The period: week or day.
    count | text | starts | | starts: uses on first days; days: in periods with a working day.
    stages | list of stages | required | | The stages that use it; or span.
    span | two dates of stages | none | | All working days between; "go-live.start-10wd" counts back.
    amount | 1 or table or text | 1 | | What a use takes; "patients" takes the list size.
    each | text | none | | pcn makes one resource for every PCN.
    share | number | none | part of the PCN's patients | With each: the capacity; from 0 to 1.
    applies_to | table | the holder's | | Which practices use it; see below.
    changes | tables | none | | Other capacities for a time; see below.
    extra | table | none | | What more of it would cost; see below.
    [[resource]] amount | A use for each so many patients.
    per_patients | number | required | patients | List size over this, rounded up.
    [[resource]] applies_to | All that are given must match.
    source_system | list of ids | any | | The systems that practices leave.
    target_system | list of ids | any | | The systems that they come to.
    partner | list of ids | any | | Their delivery partners.
    pcn | list of codes | any | | Their PCNs.
    [[resource]] changes | The last one in force on the day, or on the week's Monday, counts.
    from | date | the beginning | day | The first day.
    to | date | the end | day | The last day.
    capacity | number | required | uses a period | How much there is then.
    reason | text | none | | Why, for people.
    [[resource]] extra | For capacity studies.
    cost | number | objective.extra | points a unit and period | The price of one more.

    """
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
    pcn_cutovers_per_week | number | no limit | practices in a week | FD CO GL in one PCN.
    [objective] | Prices; a plan's cost is their sum, and the least cost is sought.
    preset | text | balanced | | balanced, earliest or gentle; single weights come on top.
    weight_by | text | practices | | patients: practices count by list size over the mean.
    delay | number | 1 | points a calendar day | Go-live after the practice's earliest.
    preference | number | 1 | points a calendar day | Between go-live and preferred_date.
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

    """
}
