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
    format | whole number | 1 | | The version of the file's shape. | 1 to 1
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
    input | table | none | | How practices are read; see [input].
    [region] | What is planned.
    name | text | the code | | The region's name, printed on everything.
    code | text | none | | A short code that names the plan; do not change it later.
    start | date | required | day | The first day on which a stage may lie.
    finish | date | required | day | The last day on which a stage may lie.
    as_of | date | the last day on record | day | The day on which actuals.csv was true; nothing off record starts before it.
    division | text | england-and-wales | | Whose bank holidays count; others need a file of their own. | england-and-wales, scotland, northern-ireland
    pathway | text | england | | The stages: england, or a .toml file in the region folder.
    target_system | text | none | | Where practices go when practices.csv does not say.

    """
  static let calendar = """
    [calendar] | Working days.
    bank_holidays | text | the shipped list | | A file: the published JSON, or CSV with a column date.
    closures | tables | none | | Closures of the region or of single holders; see below.
    protected | text | england | | england: the shipped protected periods beside [[protected]]; none: without them. | england, none
    [calendar] closures | Days on which nobody works, or on which a holder has no capacity.
    id | text | none | | A name for it.
    from | date | required | day | The first day.
    to | date | required | day | The last day.
    who | list of ids | everybody | | Systems or partners whose capacities are 0 then.
    reason | text | none | | Why, for people.
    [[protected]] | Times to be left alone. Unless [calendar] protected is england, one such table replaces the shipped set.
    id | short name | protected-N | | A short name; beside the shipped set, that of a shipped one replaces it.
    name | text | the id | | The name in reports.
    from | date or "MM-DD" | required | day | The first day; "10-01" is 1 October of every year.
    to | date or "MM-DD" | required | day | The last day; may lie in the next year.
    stages | list of stages | FD CO GL PG | | The stages that must not or should not lie inside.
    rule | text | forbid | | forbid: never; avoid: at a price. | forbid, avoid
    cost | number | 2 | points a working day | The price of an avoid period. | 0 to 1000000
    source | text | none | | Where this comes from, printed with it.

    """
  static let holders = """
    [[system]] | A clinical system, with its supplier's capacities; each is one resource: a number, or { capacity, changes, extra } as in [[resource]].
    id | short name | required | | A short name, for practices.csv and --set.
    name | text | the id | | The name in reports.
    aliases | list of texts | none | | Other spellings that practices.csv may have.
    extracts_per_week | number or table | no limit | starts of ID and FD a week | Extracts from it. | 0 to 1000000
    loads_per_week | number or table | no limit | starts of ID and FD a week | Loads into it. | 0 to 1000000
    go_lives_per_week | number or table | no limit | go-lives a week | Go-lives on it. | 0 to 1000000
    go_lives_per_day | number or table | no limit | go-lives a day | Go-lives on it. | 0 to 1000000
    concurrent | number or table | no limit | practices in a week | From KO start to PG finish, coming to it. | 0 to 1000000
    trainers | number or table | no limit | practices in a week | In the 10 working days before go-live. | 0 to 1000000
    [[partner]] | A delivery partner, with its teams; each is one resource.
    id | short name | required | | A short name, for practices.csv and --set.
    name | text | the id | | The name in reports.
    aliases | list of texts | none | | Other spellings that practices.csv may have.
    project_managers | number or table | no limit | practices in a week | From KO start to GL finish. | 0 to 1000000
    engineers | number or table | no limit | practices in a week | In the weeks with TS or GL. | 0 to 1000000
    floor_walkers | number or table | no limit | people in a week | GL to 2wd after, one per 8,000 patients. | 0 to 1000000

    """
  static let resources = """
    [[resource]] | Anything else that there is only so much of.
    id | short name | required | | A short name.
    name | text | the id | | The name in reports.
    system | text | none | | Whose it is; then practices with it on either side use it.
    partner | text | none | | Whose it is; then that partner's practices use it.
    capacity | number | required, or share | uses a period | How much there is; or share. | 0 to 1000000000
    per | text | week | | The period: week or day. | week, day
    count | text | starts | | starts: uses on first days; days: in periods with a working day. | starts, days
    stages | list of stages | required, or span | | The stages that use it; or span.
    span | two dates of stages | required, or stages | | All working days between; "go-live.start-10wd" counts back.
    amount | 1 or table or text | 1 | | What a use takes; "patients" takes the list size.
    each | text | none | | pcn makes one resource for every PCN. | pcn
    share | number | required, or capacity | part of the PCN's patients | With each: the capacity; from 0 to 1. | 0 to 1
    applies_to | table | the holder's | | Which practices use it; see below.
    changes | tables | none | | Other capacities for a time; see below.
    extra | table | none | | What more of it would cost; see below.
    [[resource]] amount | A use for each so many patients.
    per_patients | whole number | required | patients | List size over this, rounded up. | 1 to 10000000
    [[resource]] applies_to | All that are given must match.
    source_system | list of ids | any | | The systems that practices leave.
    target_system | list of ids | any | | The systems that they come to.
    partner | list of ids | any | | Their delivery partners.
    pcn | list of codes | any | | Their PCNs.
    [[resource]] changes | The last one in force on the day, or on the week's Monday, counts.
    from | date | required, or to | day | The first day.
    to | date | required, or from | day | The last day.
    capacity | number | required | uses a period | How much there is then. | 0 to 1000000000
    reason | text | none | | Why, for people.
    [[resource]] extra | For capacity studies.
    cost | number | objective.extra | points a unit and period | The price of one more. | 0 to 1000000

    """
}
