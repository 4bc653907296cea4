/// Every column that tranche reads in the CSV files of a region folder.
enum PracticesReference {
  static let text = """
    # file | meaning             column | type | default | unit | meaning
    practices.csv | A row for each practice. Headings match in any case; other columns are kept.
    ods_code | text | required | | The practice's code. Also: ODS, Practice code, GP code.
    practice_name | text | required | | Its name. Also: Name, Organisation name.
    source_system | system | required | | What it leaves. Also: Current system, SUPPLIER_NAME.
    target_system | system | [region] target_system | | What it comes to. Also: New system.
    pcn_code | text | no PCN | | Its PCN; U means none. Also: PCN.
    pcn_name | text | none | | The PCN's name. Also: Primary care network.
    icb_code | text | none | | Its ICB.
    icb_name | text | none | | The ICB's name, where there is no code. Also: ICB.
    postcode | text | none | | Its postcode. Also: Post code, PRACTICE_POSTCODE.
    partner | partner | none | | Its delivery partner. Also: Delivery partner, CSU.
    list_size | number | none | patients | Registered patients. Also: NUMBER_OF_PATIENTS, Patients.
    preferred_date | date, week or month | none | | The go-live it would like: w/c 12/04/2027, Q1 2027/28. Also: Preferred go live.
    preferred_from | date | none | day | The first day that it would like.
    preferred_to | date | none | day | The last day that it would like.
    must_be_live_by | date | none | day | Later is priced, or forbidden. Also: Deadline, Contract end.
    not_before | date | none | day | No stage starts earlier. Also: Earliest start.
    priority | 1 to 5 | 3 | | 1 high, 5 low: counts 4, 2, 1, 0.5 or 0.25 times.
    pinned_go_live | date | none | day | Agreed: kept exactly. Also: Agreed go live, Fixed date.
    pilot | yes or no | no | | Goes live before the others of its systems. Also: Is pilot.
    dispensing | yes or no | no | | Has the dispensary's tasks. Also: Dispensing practice.
    branches | list with ; | none | | Branch sites. Also: Branch codes.
    blackout | ranges with ; | none | | No FD CO GL PG then: 20 July 2027 to 31 August 2027.
    contact_email | text | none | | Whom to write to. Also: Email, Mailbox.
    notes | text | none | | Anything. Also: Comments, Note.
    status | text | planned | | planned, in progress; not planned: on hold, live, done, cancelled, declined, closed. Also: Migration status.
    closures.csv | A row for each closure of a practice; the file may be absent.
    ods_code | text | required | | The practice, by code or name; * means all.
    from | date | required | day | The first day.
    to | date | the first day | day | The last day.
    rule | text | forbid | | forbid, or avoid at 2 points a working day.
    stages | stages with spaces | FD CO GL PG | | The stages it is about.
    reason | text | none | | Why, for people.
    links.csv | A row for each pair of practices; the file may be absent.
    rule | text | required | | together: same day; before: second later; apart: either way.
    first | text | required | | The one practice.
    second | text | required | | The other.
    lag | length | 1d for before | | How long between: 2w, 10d, 5wd. apart needs it.
    actuals.csv | A row for each stage that has begun; the file may be absent.
    ods_code | text | required | | The practice.
    stage | stage | required | | The stage, by id, code or name.
    actual_start | date | required | day | When it began.
    actual_finish | date | not yet | day | When it was over; without it the length is free.
    stages.csv | A plan: what plan writes, and verify reads; may be made by hand.
    ods_code | text | required | | The practice.
    stage | stage | required | | The stage, by id or code; or stage_code.
    stage_code | stage | none | | The stage's two letters, where there is no column stage.
    start | date | required | day | Its first working day.
    finish | date | required | day | Its last working day.
    working_days | number | none | working days | Its length; not read.

    """
}
