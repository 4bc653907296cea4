// swift-format-ignore-file
// Made by make embed from Data/; do not edit

/// The files of Data/ that the program carries, by their path below Data/.
enum ShippedFiles {
  static let all: [String: String] = [
    "pathways/england.toml": #"""
# The stages of a GP clinical-system migration in England, in order.
#
# Facts from NHS guidance, in this project's own words. Contains public sector information licensed under the
# Open Government Licence v3.0 (NHS England).
#
# min, usual, max   whole numbers of working days that the stage lasts
# longest_wait      the most idle working days before the stage starts; the first stage has none
# source            where the numbers come from; what nobody publishes is called an assumption
#
# A region changes any of it with [[stage]] and [[lead_time]] in its region.toml, by id.

[[stage]]
id = "order"
code = "PR"
name = "Order"
min = 5
usual = 10
max = 10
source = "NHS Digital guide, Get started, early 2019: procurement takes 1 to 2 weeks"

[[stage]]
id = "kickoff"
code = "KO"
name = "Kick-off meeting"
min = 1
usual = 1
max = 1
longest_wait = "10wd"
source = "NHS Digital guide, Get started, early 2019: 1 day; the longest wait is an assumption"

[[stage]]
id = "technical-survey"
code = "TS"
name = "Technical survey"
min = 1
usual = 1
max = 1
longest_wait = "5wd"
source = "NHS Digital guide, Get started, early 2019: 1 day; 2019 and 2020 editions: within a few days of kick-off, the number is an assumption"

[[stage]]
id = "preparation"
code = "EP"
name = "Early preparation and clean-up"
min = 5
usual = 10
max = 30
longest_wait = "5wd"
source = "NHS Digital guide, Get started, early 2019: 1 to 2 weeks; service levels quoted in its December 2019 drafts allow 6 weeks for a data-quality review; the longest wait is an assumption"

[[stage]]
id = "initial-data-production"
code = "ID"
name = "Initial data production"
min = 1
usual = 1
max = 1
longest_wait = "60wd"
source = "NHS Digital guide, Get started, early 2019: 1 day; the longest wait is an assumption"

[[stage]]
id = "data-checking"
code = "DC"
name = "Data checking"
min = 3
usual = 5
max = 15
longest_wait = "0wd"
source = "NHS Digital guide, Get started, early 2019: 3 days to 3 weeks; usual 5 from the 5 working days in which issues are reported"

[[stage]]
id = "supplier-fixes"
code = "FX"
name = "Supplier fixes"
min = 1
usual = 5
max = 10
longest_wait = "0wd"
source = "Assumption: the guide says that the time varies and gives no number"

[[stage]]
id = "sign-off"
code = "SO"
name = "Data recheck and sign-off"
min = 1
usual = 3
max = 5
longest_wait = "0wd"
source = "NHS Digital guide, Get started, early 2019: 1 to 5 days"

[[stage]]
id = "final-data-production"
code = "FD"
name = "Final data production"
min = 1
usual = 1
max = 1
longest_wait = "60wd"
source = "NHS Digital guide, Get started, early 2019: 1 day; the longest wait is an assumption"

[[stage]]
id = "cutover"
code = "CO"
name = "Cutover"
min = 2
usual = 4
max = 10
longest_wait = "0wd"
source = "NHS Digital guide, Get started, early 2019: 3 days to 2 weeks; NHS England guide, Planning for cutover, 3 February 2025: as short as possible; the least of 2 is an assumption after the 72 hours of the service levels quoted in December 2019 drafts"

[[stage]]
id = "go-live"
code = "GL"
name = "Go-live"
min = 1
usual = 1
max = 1
longest_wait = "0wd"
source = "NHS Digital guide, Get started, early 2019: 1 day"

[[stage]]
id = "post-go-live"
code = "PG"
name = "Post go-live"
min = 5
usual = 10
max = 10
longest_wait = "0wd"
source = "NHS Digital guide, Get started, early 2019: 5 days to 2 weeks of entering the cutover's records again"

# The days that must lie between two dates.

[[lead_time]]
id = "extract-notice"
from = "order.finish"
to = "initial-data-production.start"
at_least = "5w"
source = "NHS Digital guide, Get started, early 2019: a current supplier may need up to 5 weeks' notice of an extract"

[[lead_time]]
id = "cutover-meeting"
from = "kickoff.start"
to = "final-data-production.start"
at_least = "4w"
source = "NHS England guide, Planning for cutover, 3 February 2025: the planning meeting is at least 4 weeks before final data production"

"""#,
    "protected/england.toml": #"""
# Periods in which a practice should not, or must not, change its clinical system: the set for England.
#
# Facts from public sources, in this project's own words. Contains public sector information licensed under the
# Open Government Licence v3.0 (NHS England; GOV.UK).
#
# from, to   both days count. Strings like "10-01" mean every year and may wrap over New Year; plain dates mean once.
# rule       "forbid": no working day of the listed stages lies in the period. "avoid": it may, at a cost.
# cost       points for each working day of a listed stage inside an avoid period. Overlapping periods add up.
# source     where it comes from. What nobody has published is called an assumption or a projection.
#
# A region with any [[protected]] of its own, or with protected = "none" under [calendar], does without this set.

# Every year: forbidden.

[[protected]]
id = "flu"
name = "Flu vaccination, main weeks"
from = "10-01"
to = "11-30"
stages = ["FD", "CO", "GL", "PG"]
rule = "forbid"
source = "GOV.UK, National flu immunisation programme letter 2026 to 2027, 26 February 2026: the large adult groups start on 1 October; the end on 30 November is an assumption"

[[protected]]
id = "christmas"
name = "Christmas and New Year"
from = "12-16"
to = "01-06"
stages = ["FD", "CO", "GL", "PG"]
rule = "forbid"
source = "BMA, GP services during the holiday period: no routine booking from 23 December to 6 January; the start on 16 December, so that cutovers are clear of it, is an assumption"

[[protected]]
id = "qof-year-end"
name = "QOF year end"
from = "03-01"
to = "04-15"
stages = ["FD", "CO", "GL", "PG"]
rule = "forbid"
source = "NHS Digital guide, Get started, early 2019: avoid QOF; Management in Practice, 7 March 2024: achievement is taken on the night of 31 March and signed off in early April; both end days are assumptions"

# Every year: avoided.

[[protected]]
id = "flu-september"
name = "Flu vaccination, children and pregnant women"
from = "09-01"
to = "09-30"
stages = ["FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "GOV.UK, National flu immunisation programme letter 2026 to 2027, 26 February 2026: these groups start on 1 September"

# The last day is 28 February in every year. "02-29" would be no date in three years of four; in a leap year the 29th,
# a single day between this period and the year end, stays open and free of cost.
[[protected]]
id = "qof-run-up"
name = "QOF run-up"
from = "01-18"
to = "02-28"
stages = ["FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Assumption: the last weeks before the QOF year end"

# From 21 July to the end of August stands for the dates of the local authorities, which differ by some days.
[[protected]]
id = "school-summer"
name = "School summer holidays"
from = "07-21"
to = "08-31"
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Published school calendars 2026/27 (sample): from 21 or 22 July to about 1 September; the same days in other years are a projection"

# Dated: school holidays that move. The autumn half term lies inside the flu weeks, so only data checking is priced.

[[protected]]
id = "school-autumn-half-term-2026"
name = "School autumn half term 2026"
from = 2026-10-26
to = 2026-10-30
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Published school calendars 2026/27 (sample); they differ by area"

[[protected]]
id = "school-autumn-half-term-2027"
name = "School autumn half term 2027"
from = 2027-10-25
to = 2027-10-29
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

[[protected]]
id = "school-autumn-half-term-2028"
name = "School autumn half term 2028"
from = 2028-10-23
to = 2028-10-27
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

[[protected]]
id = "school-autumn-half-term-2029"
name = "School autumn half term 2029"
from = 2029-10-22
to = 2029-10-26
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

[[protected]]
id = "school-winter-half-term-2027"
name = "School February half term 2027"
from = 2027-02-15
to = 2027-02-19
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Published school calendars 2026/27 (sample); they differ by area"

[[protected]]
id = "school-winter-half-term-2028"
name = "School February half term 2028"
from = 2028-02-14
to = 2028-02-18
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

[[protected]]
id = "school-winter-half-term-2029"
name = "School February half term 2029"
from = 2029-02-12
to = 2029-02-16
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

[[protected]]
id = "school-easter-2027"
name = "School Easter holidays 2027"
from = 2027-03-26
to = 2027-04-09
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Published school calendars 2026/27 (sample); they differ by area"

[[protected]]
id = "school-easter-2028"
name = "School Easter holidays 2028"
from = 2028-04-03
to = 2028-04-17
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption (the two weeks that end with Easter Monday)"

[[protected]]
id = "school-easter-2029"
name = "School Easter holidays 2029"
from = 2029-03-30
to = 2029-04-13
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption (two weeks from Good Friday)"

[[protected]]
id = "school-may-half-term-2027"
name = "School May half term 2027"
from = 2027-05-31
to = 2027-06-04
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Published school calendars 2026/27 (sample); they differ by area"

[[protected]]
id = "school-may-half-term-2028"
name = "School May half term 2028"
from = 2028-05-29
to = 2028-06-02
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

[[protected]]
id = "school-may-half-term-2029"
name = "School May half term 2029"
from = 2029-05-28
to = 2029-06-01
stages = ["DC", "FD", "CO", "GL", "PG"]
rule = "avoid"
cost = 2
source = "Projection from the pattern of 2026/27, no calendar published yet: assumption"

"""#,
    "holidays/england-and-wales.csv": #"""
date,title,notes,source
2019-01-01,New Year's Day,,published
2019-04-19,Good Friday,,published
2019-04-22,Easter Monday,,published
2019-05-06,Early May bank holiday,,published
2019-05-27,Spring bank holiday,,published
2019-08-26,Summer bank holiday,,published
2019-12-25,Christmas Day,,published
2019-12-26,Boxing Day,,published
2020-01-01,New Year's Day,,published
2020-04-10,Good Friday,,published
2020-04-13,Easter Monday,,published
2020-05-08,Early May bank holiday (VE day),,published
2020-05-25,Spring bank holiday,,published
2020-08-31,Summer bank holiday,,published
2020-12-25,Christmas Day,,published
2020-12-28,Boxing Day,Substitute day,published
2021-01-01,New Year's Day,,published
2021-04-02,Good Friday,,published
2021-04-05,Easter Monday,,published
2021-05-03,Early May bank holiday,,published
2021-05-31,Spring bank holiday,,published
2021-08-30,Summer bank holiday,,published
2021-12-27,Christmas Day,Substitute day,published
2021-12-28,Boxing Day,Substitute day,published
2022-01-03,New Year's Day,Substitute day,published
2022-04-15,Good Friday,,published
2022-04-18,Easter Monday,,published
2022-05-02,Early May bank holiday,,published
2022-06-02,Spring bank holiday,,published
2022-06-03,Platinum Jubilee bank holiday,,published
2022-08-29,Summer bank holiday,,published
2022-09-19,Bank holiday for the State Funeral of Queen Elizabeth II,,published
2022-12-26,Boxing Day,,published
2022-12-27,Christmas Day,Substitute day,published
2023-01-02,New Year's Day,Substitute day,published
2023-04-07,Good Friday,,published
2023-04-10,Easter Monday,,published
2023-05-01,Early May bank holiday,,published
2023-05-08,Bank holiday for the coronation of King Charles III,,published
2023-05-29,Spring bank holiday,,published
2023-08-28,Summer bank holiday,,published
2023-12-25,Christmas Day,,published
2023-12-26,Boxing Day,,published
2024-01-01,New Year's Day,,published
2024-03-29,Good Friday,,published
2024-04-01,Easter Monday,,published
2024-05-06,Early May bank holiday,,published
2024-05-27,Spring bank holiday,,published
2024-08-26,Summer bank holiday,,published
2024-12-25,Christmas Day,,published
2024-12-26,Boxing Day,,published
2025-01-01,New Year's Day,,published
2025-04-18,Good Friday,,published
2025-04-21,Easter Monday,,published
2025-05-05,Early May bank holiday,,published
2025-05-26,Spring bank holiday,,published
2025-08-25,Summer bank holiday,,published
2025-12-25,Christmas Day,,published
2025-12-26,Boxing Day,,published
2026-01-01,New Year's Day,,published
2026-04-03,Good Friday,,published
2026-04-06,Easter Monday,,published
2026-05-04,Early May bank holiday,,published
2026-05-25,Spring bank holiday,,published
2026-08-31,Summer bank holiday,,published
2026-12-25,Christmas Day,,published
2026-12-28,Boxing Day,Substitute day,published
2027-01-01,New Year's Day,,published
2027-03-26,Good Friday,,published
2027-03-29,Easter Monday,,published
2027-05-03,Early May bank holiday,,published
2027-05-31,Spring bank holiday,,published
2027-08-30,Summer bank holiday,,published
2027-12-27,Christmas Day,Substitute day,published
2027-12-28,Boxing Day,Substitute day,published
2028-01-03,New Year's Day,Substitute day,published
2028-04-14,Good Friday,,published
2028-04-17,Easter Monday,,published
2028-05-01,Early May bank holiday,,published
2028-05-29,Spring bank holiday,,published
2028-08-28,Summer bank holiday,,published
2028-12-25,Christmas Day,,published
2028-12-26,Boxing Day,,published
2029-01-01,New Year's Day,,rule
2029-03-30,Good Friday,,rule
2029-04-02,Easter Monday,,rule
2029-05-07,Early May bank holiday,,rule
2029-05-28,Spring bank holiday,,rule
2029-08-27,Summer bank holiday,,rule
2029-12-25,Christmas Day,,rule
2029-12-26,Boxing Day,,rule
2030-01-01,New Year's Day,,rule
2030-04-19,Good Friday,,rule
2030-04-22,Easter Monday,,rule
2030-05-06,Early May bank holiday,,rule
2030-05-27,Spring bank holiday,,rule
2030-08-26,Summer bank holiday,,rule
2030-12-25,Christmas Day,,rule
2030-12-26,Boxing Day,,rule
2031-01-01,New Year's Day,,rule
2031-04-11,Good Friday,,rule
2031-04-14,Easter Monday,,rule
2031-05-05,Early May bank holiday,,rule
2031-05-26,Spring bank holiday,,rule
2031-08-25,Summer bank holiday,,rule
2031-12-25,Christmas Day,,rule
2031-12-26,Boxing Day,,rule
2032-01-01,New Year's Day,,rule
2032-03-26,Good Friday,,rule
2032-03-29,Easter Monday,,rule
2032-05-03,Early May bank holiday,,rule
2032-05-31,Spring bank holiday,,rule
2032-08-30,Summer bank holiday,,rule
2032-12-27,Christmas Day,Substitute day,rule
2032-12-28,Boxing Day,Substitute day,rule
2033-01-03,New Year's Day,Substitute day,rule
2033-04-15,Good Friday,,rule
2033-04-18,Easter Monday,,rule
2033-05-02,Early May bank holiday,,rule
2033-05-30,Spring bank holiday,,rule
2033-08-29,Summer bank holiday,,rule
2033-12-26,Boxing Day,,rule
2033-12-27,Christmas Day,Substitute day,rule
2034-01-02,New Year's Day,Substitute day,rule
2034-04-07,Good Friday,,rule
2034-04-10,Easter Monday,,rule
2034-05-01,Early May bank holiday,,rule
2034-05-29,Spring bank holiday,,rule
2034-08-28,Summer bank holiday,,rule
2034-12-25,Christmas Day,,rule
2034-12-26,Boxing Day,,rule
2035-01-01,New Year's Day,,rule
2035-03-23,Good Friday,,rule
2035-03-26,Easter Monday,,rule
2035-05-07,Early May bank holiday,,rule
2035-05-28,Spring bank holiday,,rule
2035-08-27,Summer bank holiday,,rule
2035-12-25,Christmas Day,,rule
2035-12-26,Boxing Day,,rule

"""#,
    "tasks/england.toml": #"""
# What people have to do in a migration, and when. Tasks are dated from the stages of the plan and never move them.
#
# Facts from NHS guidance, in this project's own words. Contains public sector information licensed under the
# Open Government Licence v3.0 (NHS England).
#
# id         unique; another task may be dated from it
# title      what to do
# role       who sees to it: practice-manager, practice-staff, prescribing-lead, dispensary, icb, project-manager,
#            it-lead, current-supplier, new-supplier, third-parties or all
# section    the part of the checklist
# anchor     "<stage>.start" or "<stage>.finish", or the id of another task
# offset     how long after the anchor, with unit and sign: "2wd" working days, "-28d" calendar days, "0d" the day itself
# rounding   "last-working-day-on-or-before" where it must be done at least so long before; else the day as it falls
# applies    "dispensing": only for dispensing practices; else for all
# source     document and edition. Where a document names the task but no day, the day is called an assumption.
# why        a sentence for the reader
#
# A region adds tasks, or replaces one by its id, with [[task]] in its region.toml.

# Decision and order: from the decision to the order.

[[task]]
id = "business-justification"
title = "Complete the business justification for the change, with its evidence"
role = "icb"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "The reasons, what the practice has weighed up and how it fits local strategy are needed before money is."

[[task]]
id = "board-approval"
title = "Have the local boards approve the business justification"
role = "icb"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "An order without approval can be stopped later."

[[task]]
id = "engage-delivery-partner"
title = "Tell the GP IT delivery partner of the migration"
role = "icb"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "The partner books engineers, trainers and a project manager."

[[task]]
id = "extra-training-offer"
title = "Ask how much training the delivery partner can add to the supplier's"
role = "icb"
section = "Decision and order"
anchor = "order.finish"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "What the supplier includes is rarely all that a practice wants."

[[task]]
id = "confirm-go-live-date"
title = "Have the practice, partner, ICB and new supplier agree the provisional go-live day"
role = "icb"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; NHS Digital guide, Checklists by role, 26 January 2022; before ordering by NHS Digital guide, editions of 2019 and 2020; the day is an assumption"
why = "Every other date hangs on it, and the new supplier confirms whether it has room."

[[task]]
id = "avoid-busy-periods"
title = "Check the provisional date against flu, QOF, holidays, staff leave and training"
role = "practice-manager"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; the day is an assumption"
why = "A busy practice has nobody free to check data and enter it again."

[[task]]
id = "register-migration"
title = "Register the migration and place the order for the new system"
role = "icb"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019 (then the Tracking Database)"
why = "The migration starts here, and 12 to 16 weeks are usual from here to the end of post go-live."

[[task]]
id = "order-submodules"
title = "Check that the order names every module, such as appointments or document management"
role = "icb"
section = "Decision and order"
anchor = "order.start"
offset = "2wd"
source = "NHS Digital guide, Get started, early 2019; the day is an assumption"
why = "Modules are easily left off an order and missed at go-live."

[[task]]
id = "accept-order-icb"
title = "Accept the order for the ICB"
role = "icb"
section = "Decision and order"
anchor = "order.finish"
offset = "-2wd"
source = "NHS Digital guide, Get started, early 2019; the day is an assumption"
why = "The new supplier sees the order only after this."

[[task]]
id = "accept-order-supplier"
title = "Accept the order and confirm the go-live day"
role = "new-supplier"
section = "Decision and order"
anchor = "order.finish"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019"
why = "Until then the date is a wish."

[[task]]
id = "decommission-order"
title = "Place the order that ends the old system"
role = "icb"
section = "Decision and order"
anchor = "order.finish"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019"
why = "Without it the NHS goes on paying for a system nobody uses."

[[task]]
id = "extract-lead-time"
title = "Ask the current supplier how much notice an extract needs"
role = "practice-manager"
section = "Decision and order"
anchor = "order.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; the day is an assumption"
why = "It differs by supplier and can be 5 weeks."

[[task]]
id = "extract-request"
title = "Request the data extract from the current supplier"
role = "practice-manager"
section = "Decision and order"
anchor = "order.finish"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; NHS England, Pre-migration checklist, 27 March 2025"
why = "Notice can be up to 5 weeks, and a late request moves every later date."

[[task]]
id = "third-party-extracts"
title = "Request data extracts from third parties, and ask whether users must log out"
role = "it-lead"
section = "Decision and order"
anchor = "order.finish"
offset = "0d"
source = "NHS England, Pre-migration checklist, 27 March 2025"
why = "They hold documents and results too, and have to meet the same days."

[[task]]
id = "project-manager-checks-request"
title = "Check that the practice has sent its extract request"
role = "project-manager"
section = "Decision and order"
anchor = "order.finish"
offset = "1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "It is the request most often sent too late."

# Kick-off and survey: kick-off, survey and plan.

[[task]]
id = "kickoff-meeting"
title = "Hold the kick-off meeting with everybody who takes part"
role = "project-manager"
section = "Kick-off and survey"
anchor = "kickoff.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019"
why = "All agree how the whole migration will go."

[[task]]
id = "kickoff-agreed-dates"
title = "Confirm the go-live day and the phase dates in writing"
role = "project-manager"
section = "Kick-off and survey"
anchor = "kickoff.start"
offset = "1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "People can plan leave, clinics and training only on fixed dates."

[[task]]
id = "registration-cutoff"
title = "Agree when registrations stop, and whom to ring about it"
role = "practice-manager"
section = "Kick-off and survey"
anchor = "kickoff.start"
offset = "5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "The commissioner, the delivery partner and the new supplier may each have a rule."

[[task]]
id = "technical-survey-visit"
title = "Survey the practice's hardware and software"
role = "project-manager"
section = "Kick-off and survey"
anchor = "technical-survey.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; NHS Digital guide, Checklists by role, 26 January 2022"
why = "What does not suit the new system must be replaced in time."

[[task]]
id = "survey-orders"
title = "Order the kit and software that the survey asks for, and fix a day for it"
role = "it-lead"
section = "Kick-off and survey"
anchor = "technical-survey.finish"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "It has to be in place on or before go-live."

[[task]]
id = "survey-funding"
title = "Settle who pays for what the survey asks for"
role = "icb"
section = "Kick-off and survey"
anchor = "technical-survey.finish"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Kit without a budget arrives late."

[[task]]
id = "survey-kit-in-place"
title = "Have the new kit and software in place"
role = "it-lead"
section = "Kick-off and survey"
anchor = "go-live.start"
offset = "-5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; NHS Digital guide, editions of 2019 and 2020: before or on the go-live day; the day is an assumption"
why = "Leaves some days to put right what fails."

[[task]]
id = "project-manager-checks-kit"
title = "Check that new kit has a delivery day before go-live"
role = "project-manager"
section = "Kick-off and survey"
anchor = "preparation.finish"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Late kit shows only on the day otherwise."

[[task]]
id = "training-plan"
title = "Agree the training plan: who, what, where and when"
role = "practice-manager"
section = "Kick-off and survey"
anchor = "preparation.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "Training ends as close to go-live as can be, and staff need cover for it."

[[task]]
id = "project-manager-training-plan"
title = "Check that the practice has a training plan with rooms and cover"
role = "project-manager"
section = "Kick-off and survey"
anchor = "preparation.finish"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Trainers are booked weeks ahead."

# Preparation: telling people, and cleaning up.

[[task]]
id = "list-third-parties"
title = "List every linked organisation, with contact and disconnection day"
role = "practice-manager"
section = "Preparation"
anchor = "preparation.start"
offset = "0d"
source = "NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "A link nobody listed is a link nobody switches back on."

[[task]]
id = "notify-third-parties"
title = "Tell all third parties and linked services the dates"
role = "practice-manager"
section = "Preparation"
anchor = "final-data-production.start"
offset = "-35d"
rounding = "last-working-day-on-or-before"
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, editions of 2019 and 2020: some need 5 weeks, others 5 days"
why = "They need to plan when to disconnect and when to come back."

[[task]]
id = "third-party-reconfiguration"
title = "Agree with third parties the work they have to do after the migration"
role = "it-lead"
section = "Preparation"
anchor = "preparation.finish"
offset = "0d"
source = "NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "Their links need setting up for the new system, and that takes a slot of their time."

[[task]]
id = "document-suppliers-plan"
title = "Agree a plan with document and scanning suppliers, such as Docman or Apollo Scan"
role = "it-lead"
section = "Preparation"
anchor = "preparation.finish"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "They hold documents that belong to the record."

[[task]]
id = "project-manager-checks-third-parties"
title = "Check that every third party has been told"
role = "project-manager"
section = "Preparation"
anchor = "final-data-production.start"
offset = "-28d"
rounding = "last-working-day-on-or-before"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Some of them need 4 or 5 weeks."

[[task]]
id = "tell-patients"
title = "Tell patients what will change and when"
role = "practice-manager"
section = "Preparation"
anchor = "preparation.finish"
offset = "0d"
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS Digital guide, Checklists by role, 26 January 2022; NHS Digital guide, editions of 2019 and 2020: many weeks before; the day is an assumption"
why = "Fewer calls, and fewer requests during cutover."

[[task]]
id = "project-manager-checks-patients"
title = "Check that patients have been told"
role = "project-manager"
section = "Preparation"
anchor = "final-data-production.start"
offset = "-28d"
rounding = "last-working-day-on-or-before"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Posters and messages take time to reach people."

[[task]]
id = "reconcile-registrations"
title = "Reconcile the practice's patient list with PCSE's"
role = "practice-staff"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; before initial data production by our reading"
why = "Differences are far easier to mend in the old system."

[[task]]
id = "map-local-codes"
title = "Map the practice's own codes to Read or SNOMED codes"
role = "practice-staff"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; before initial data production by our reading"
why = "Codes without a counterpart arrive as text or not at all."

[[task]]
id = "map-drugs"
title = "Give unmapped medicines their dm+d code"
role = "prescribing-lead"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; before initial data production by our reading"
why = "dm+d is the dictionary of medicines and devices; a medicine without its code does not come across cleanly."

[[task]]
id = "list-templates"
title = "List the letter and data-entry templates that the new system will need"
role = "practice-staff"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "They do not come across with the data and are made again or imported."

[[task]]
id = "missing-nhs-numbers"
title = "Find records without an NHS number and add it"
role = "practice-staff"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; before initial data production by our reading"
why = "A record without it may not be matched."

[[task]]
id = "generic-names"
title = "Put right placeholder names such as Baby"
role = "practice-staff"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; before initial data production by our reading"
why = "They make duplicates."

[[task]]
id = "system-updates"
title = "Install the current system's updates and patches"
role = "it-lead"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; before initial data production by our reading"
why = "The extract is made from a system in its latest state."

[[task]]
id = "project-manager-checks-idp"
title = "Check that the practice is ready for initial data production"
role = "project-manager"
section = "Preparation"
anchor = "initial-data-production.start"
offset = "-5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "A slot at the supplier that is not used is hard to get back."

# Initial data production: the test copy, its checking and its sign-off.

[[task]]
id = "sample-criteria"
title = "Supply the criteria for choosing test records"
role = "new-supplier"
section = "Initial data production"
anchor = "initial-data-production.start"
offset = "-10wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "The supplier knows which kinds of record go wrong."

[[task]]
id = "sample-records"
title = "Choose about 20 patient records for checking, kept inside the clinical system"
role = "practice-staff"
section = "Initial data production"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS Digital guide, Checklists by role, 26 January 2022"
why = "Chosen before the extract so that both systems can be compared. Never write them on a checklist."

[[task]]
id = "sample-reports"
title = "Choose the reports to compare, such as QOF and target reports"
role = "practice-staff"
section = "Initial data production"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025"
why = "Equal counts in both systems show that nothing is missing."

[[task]]
id = "check-sample-criteria"
title = "Check that the sample meets the supplier's criteria"
role = "project-manager"
section = "Initial data production"
anchor = "initial-data-production.start"
offset = "-1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "A sample of easy records finds nothing."

[[task]]
id = "initial-extract"
title = "Give the new supplier the first extract"
role = "current-supplier"
section = "Initial data production"
anchor = "initial-data-production.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; NHS Digital guide, Checklists by role, 26 January 2022"
why = "The new supplier loads it into a test system."

[[task]]
id = "check-extract-made"
title = "Check that the extract was asked for, its dates agreed, and that it has been made"
role = "project-manager"
section = "Initial data production"
anchor = "initial-data-production.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022"
why = "The checking days are booked on it."

[[task]]
id = "issue-reporting"
title = "Learn how to report faults in the data to the new supplier"
role = "practice-manager"
section = "Initial data production"
anchor = "data-checking.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Faults have to reach the supplier while the checking goes on."

[[task]]
id = "check-records"
title = "Check the chosen records in the new system"
role = "practice-staff"
section = "Initial data production"
anchor = "data-checking.start"
offset = "0d"
source = "NHS England, Pre-migration checklist, 27 March 2025"
why = "Medicines, problems, documents and results as in the old one."

[[task]]
id = "check-reports"
title = "Compare the chosen reports in the new system"
role = "practice-staff"
section = "Initial data production"
anchor = "data-checking.start"
offset = "1wd"
source = "NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "Counts that differ show what was lost."

[[task]]
id = "report-issues"
title = "Report every fault found to the new supplier"
role = "practice-manager"
section = "Initial data production"
anchor = "data-checking.finish"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; NHS Digital guide, editions of 2019 and 2020: within 5 working days"
why = "What is not reported is not put right."

[[task]]
id = "fix-issues"
title = "Put right the faults reported"
role = "new-supplier"
section = "Initial data production"
anchor = "supplier-fixes.finish"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019"
why = "The practice then checks again."

[[task]]
id = "recheck-records"
title = "Check again what the supplier has changed"
role = "practice-staff"
section = "Initial data production"
anchor = "sign-off.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019"
why = "A fix may break something else."

[[task]]
id = "data-sign-off"
title = "Sign the checked data off as right and complete"
role = "practice-manager"
section = "Initial data production"
anchor = "sign-off.finish"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; NHS Digital guide, Checklists by role, 26 January 2022"
why = "Final data production does not go ahead without it."

[[task]]
id = "check-sign-off"
title = "Check that the practice has signed off its data"
role = "project-manager"
section = "Initial data production"
anchor = "sign-off.finish"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022"
why = "The final extract is confirmed on the strength of it."

# Planning for cutover: the meeting and the plans made in it.

[[task]]
id = "cutover-meeting"
title = "Hold the cutover planning meeting"
role = "all"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-28d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "At least 4 weeks before, with everybody who takes part, to decide how the practice will work in between."

[[task]]
id = "cutover-dates"
title = "Fix the first and last day of cutover"
role = "practice-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Rotas, clinics and third parties hang on them."

[[task]]
id = "cutover-dates-checked"
title = "Check that cutover has its first and last day"
role = "project-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "The shorter it is, the less is entered twice."

[[task]]
id = "cutover-plan"
title = "Write down how the practice will work during cutover, activity by activity"
role = "practice-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Appointments, consultations, visits, calls, prescriptions, pathology, registrations, referrals, scanning, screening, 111, out of hours and summarising each need an answer."

[[task]]
id = "check-cutover-plan"
title = "Check the cutover plan against all 13 activities"
role = "project-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "10wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "What the plan forgets is found on the day."

[[task]]
id = "third-party-cutover-plan"
title = "Note for each third party what it switches off and on, and when"
role = "practice-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "It is the list that is ticked off on both days."

[[task]]
id = "check-third-party-plan"
title = "Check that each third party has its cutover plan"
role = "project-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "10wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "A third party without dates will ask on the day."

[[task]]
id = "re-entry-plan"
title = "Plan who enters the cutover's records into the new system, and how"
role = "practice-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "It takes staff time for a week or two."

[[task]]
id = "check-re-entry-plan"
title = "Check that the re-entry plan names people and hours"
role = "project-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "10wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Re-entry without cover takes far longer."

[[task]]
id = "check-templates-listed"
title = "Check that letter and data-entry templates have been listed"
role = "project-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "They must be exported while the old system is in full use."

[[task]]
id = "final-extract-time"
title = "Fix the day and hour of the final extract"
role = "current-supplier"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Everything after that hour is entered twice."

[[task]]
id = "log-off-requirements"
title = "Ask whether users must log off before the final extract, and fit the rota to it"
role = "it-lead"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "The extract may not start while somebody is working."

[[task]]
id = "export-templates"
title = "Export the letter and clinical templates that are to be kept"
role = "practice-staff"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "They are imported at go-live, and trainers can help."

[[task]]
id = "backup-third-party"
title = "Back up local and third-party systems and databases"
role = "it-lead"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "The current supplier may not include them in its own backup."

[[task]]
id = "smartcards"
title = "Check that smartcards and card readers work and are up to date"
role = "it-lead"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Without one nobody can sign in on the first morning."

[[task]]
id = "build-rotas"
title = "Build the rotas on the test system, if the new system can move them over"
role = "practice-staff"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "They are exported from there and imported at go-live."

[[task]]
id = "limit-bookings"
title = "Stop booking more than 2 weeks ahead"
role = "practice-staff"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Bookings are moved by hand to the new system after go-live."

[[task]]
id = "breather-slots"
title = "Leave breather slots free in clinicians' rotas, in the first days after go-live"
role = "practice-manager"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Everybody is slower in a new system."

[[task]]
id = "move-clinics"
title = "Move long-term condition clinics out of the cutover"
role = "practice-manager"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "They write much that would all be entered again."

[[task]]
id = "brief-clinicians"
title = "Brief clinicians on the call log, the visit record and the paper ways"
role = "practice-manager"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Everybody has to note the same things in the same place."

[[task]]
id = "scanning-decision"
title = "Decide whether to scan during cutover or after go-live"
role = "practice-manager"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "5wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Scanned in the old system, documents can be read at once, yet must be scanned again."

[[task]]
id = "tell-pharmacies"
title = "Tell partner pharmacies when cutover is"
role = "prescribing-lead"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-35d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, editions of 2019 and 2020: up to 5 weeks"
why = "They can prepare for early requests and paper forms."

[[task]]
id = "prescription-method"
title = "Choose how to bridge repeats: two issues, or paper FP10 forms"
role = "prescribing-lead"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Either way nothing should fall due in the middle of cutover."

[[task]]
id = "prescription-change-told"
title = "Tell patients and pharmacies if prescriptions will come another way"
role = "prescribing-lead"
section = "Planning for cutover"
anchor = "cutover-meeting"
offset = "2wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "As soon as it is decided, so that nobody is sent to and fro."

[[task]]
id = "repeat-report"
title = "Run reports of patients whose repeats fall due in cutover"
role = "prescribing-lead"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-28d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "They are the ones who would notice."

[[task]]
id = "bridge-repeats"
title = "Start issuing repeats that reach to a week after go-live"
role = "prescribing-lead"
section = "Planning for cutover"
anchor = "cutover.start"
offset = "-30d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "From a month before cutover to a week after go-live; never post-date electronic ones."

[[task]]
id = "six-month-repeats"
title = "Give the last issue of six-month prescriptions before cutover"
role = "prescribing-lead"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "They then need not be issued again until after go-live."

[[task]]
id = "screening-told"
title = "Ask each screening service to stop before cutover and resume after go-live"
role = "practice-manager"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Results sent in between reach a system that is no longer used."

[[task]]
id = "lab-backlog"
title = "Agree with the laboratories to send the backlog electronically after go-live"
role = "practice-manager"
section = "Planning for cutover"
anchor = "final-data-production.start"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "It saves typing results from paper."

[[task]]
id = "stock-run-down"
title = "Start running the dispensary's stock down"
role = "dispensary"
section = "Planning for cutover"
anchor = "cutover.start"
offset = "-28d"
rounding = "last-working-day-on-or-before"
applies = "dispensing"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "All stock left is counted and entered again."

[[task]]
id = "stock-staff"
title = "Book staff to enter stock, its minimum, maximum and reorder levels, and the formulary"
role = "dispensary"
section = "Planning for cutover"
anchor = "go-live.start"
offset = "-10wd"
applies = "dispensing"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "None of it comes across."

[[task]]
id = "training"
title = "Have all staff trained, as close to go-live as can be"
role = "practice-manager"
section = "Planning for cutover"
anchor = "go-live.start"
offset = "-1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; NHS England, Pre-migration checklist, 27 March 2025; NHS Digital guide, editions of 2019 and 2020: 2 to 3 weeks up to go-live"
why = "What is learnt too early is forgotten."

# PCSE: Primary Care Support England and the GP Links.

[[task]]
id = "pcse-ask-supplier"
title = "Ask the supplier whether PCSE has to pause the GP Links"
role = "practice-manager"
section = "PCSE"
anchor = "pcse-notice"
offset = "-10wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "Some suppliers manage the whole of it themselves."

[[task]]
id = "pcse-details"
title = "Gather what the PCSE form asks for"
role = "practice-manager"
section = "PCSE"
anchor = "pcse-notice"
offset = "-5wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "Practice name, ODS code, day off, day on, and the new MESH mailbox if there is one. Missing facts hold the case up."

[[task]]
id = "pcse-notice"
title = "Send PCSE the migration form"
role = "practice-manager"
section = "PCSE"
anchor = "links-off"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "PCSE, Clinical System Migration, web page, undated"
why = "At least 2 weeks before anything PCSE has to do."

[[task]]
id = "pcse-acknowledged"
title = "Check that PCSE has acknowledged the form, and note the case reference"
role = "practice-manager"
section = "PCSE"
anchor = "pcse-notice"
offset = "5wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "Quote the reference in every message."

[[task]]
id = "pcse-dates-hold"
title = "Check that the dates given to PCSE still hold; if not, write at once"
role = "practice-manager"
section = "PCSE"
anchor = "links-off"
offset = "-5wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "A delayed or cancelled migration would otherwise be paused for nothing."

[[task]]
id = "fp69-flags"
title = "Deal with all FP69 flags"
role = "practice-staff"
section = "PCSE"
anchor = "links-off"
offset = "-1wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "The flag stays on the national record but does not migrate, so patients may be deducted after 3 months."

[[task]]
id = "pending-registrations"
title = "Send off pending registrations, amendments and removals"
role = "practice-staff"
section = "PCSE"
anchor = "links-off"
offset = "-1wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "What is sent after the pause comes back as an error."

[[task]]
id = "pcse-links-paused"
title = "Check that PCSE has paused the GP Links, if it has to"
role = "practice-manager"
section = "PCSE"
anchor = "links-off"
offset = "0d"
source = "PCSE, Clinical System Migration, web page, undated"
why = "PCSE tells the practice, and watches for messages sent during the pause."

[[task]]
id = "no-gp-links"
title = "Send no GP Links transactions from now until they are switched on"
role = "practice-staff"
section = "PCSE"
anchor = "links-off"
offset = "0d"
source = "PCSE, Clinical System Migration, web page, undated"
why = "They are reported as errors and have to be sent again."

# Links off: the last days before final data production.

[[task]]
id = "remind-third-parties-off"
title = "Remind third parties of the day they disconnect"
role = "practice-manager"
section = "Links off"
anchor = "links-off"
offset = "-5wd"
source = "NHS Digital guide, editions of 2019 and 2020; the day is an assumption"
why = "A week before, and again on the day."

[[task]]
id = "links-off"
title = "Switch links and messages off"
role = "third-parties"
section = "Links off"
anchor = "final-data-production.start"
offset = "-2wd"
source = "NHS England guide, Planning for cutover, 3 February 2025: 1 to 2 days before final data production"
why = "Messages that arrive after the extract are lost to the new system."

[[task]]
id = "check-links-off"
title = "Check with each third party that its link is off"
role = "practice-manager"
section = "Links off"
anchor = "links-off"
offset = "1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "One working day is left to put it right."

[[task]]
id = "pathology-off"
title = "Switch the pathology links off, and send results on paper from now on"
role = "third-parties"
section = "Links off"
anchor = "final-data-production.start"
offset = "-1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Off before cutover starts; tests are requested as ever."

[[task]]
id = "screening-off"
title = "Stop sending screening results"
role = "third-parties"
section = "Links off"
anchor = "links-off"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, editions of 2019 and 2020: about 2 days before"
why = "They resume after go-live. Bowel screening usually does not pause."

[[task]]
id = "stop-registrations"
title = "Take no new registrations from now on, as far as can be"
role = "practice-staff"
section = "Links off"
anchor = "final-data-production.start"
offset = "-7d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Prevents half-registered patients in the week before cutover."

# Final data production: the day of the final extract.

[[task]]
id = "clear-inboxes"
title = "Clear inboxes, workflows and open messages, pathology and registration too"
role = "practice-staff"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, Checklists by role, 26 January 2022"
why = "All must be done by that day: open work does not migrate."

[[task]]
id = "check-inboxes"
title = "Check that no open tasks are left"
role = "project-manager"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022"
why = "The final extract takes what is there."

[[task]]
id = "pathology-reviewed"
title = "Review and file all pathology results"
role = "practice-staff"
section = "Final data production"
anchor = "final-data-production.start"
offset = "-1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Results left in the inbox stay behind."

[[task]]
id = "online-registration-off"
title = "Switch online registration off"
role = "practice-staff"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "New patients register on paper until go-live."

[[task]]
id = "gp2gp-off"
title = "Switch GP2GP off, together with the current supplier"
role = "current-supplier"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Transfers would not reach the new system."

[[task]]
id = "users-off"
title = "Have all users logged off at the agreed hour, if the supplier asks for it"
role = "practice-manager"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, Checklists by role, 26 January 2022"
why = "The extract needs a system at rest."

[[task]]
id = "check-users-off"
title = "Check that everybody is logged off and the extract's hour is known"
role = "project-manager"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022"
why = "One open session can cost the day."

[[task]]
id = "final-extract"
title = "Make the final extract"
role = "current-supplier"
section = "Final data production"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; NHS Digital guide, Checklists by role, 26 January 2022"
why = "From now on nothing entered in the old system comes across."

# Cutover: between the final extract and go-live.

[[task]]
id = "re-entry-log"
title = "Keep a log of everything that has to be entered again"
role = "practice-staff"
section = "Cutover"
anchor = "final-data-production.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "The old system can still be used, and what is entered there is not migrated."

[[task]]
id = "import-final-data"
title = "Load the final data into the new system"
role = "new-supplier"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Go-live waits for it."

[[task]]
id = "consultations"
title = "Go on entering consultations in the old system, to be moved by hand"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "The old system stays open 90 days; print what is left if access ends sooner."

[[task]]
id = "home-visits"
title = "Record home visits and requests in the old system, with notes for later"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Mobile access may be poor; good notes make entering them again quick."

[[task]]
id = "call-log"
title = "Log calls that change a record: name, date of birth, day of the call"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "A rota of calls in the old system helps to miss none. Keep the log inside the practice."

[[task]]
id = "registrations-on-paper"
title = "Register patients who arrive on paper, see them, and keep their consultations and prescriptions"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They are registered in full once the new system is live."

[[task]]
id = "no-eps"
title = "Use no electronic prescriptions, and post-date none"
role = "prescribing-lead"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "It prevents errors, and prescriptions that must be cancelled and issued again."

[[task]]
id = "prescription-requests"
title = "Keep all prescription requests in date order, however they came"
role = "prescribing-lead"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "By phone, at the desk or otherwise, all go on the one pile."

[[task]]
id = "paper-results"
title = "Have clinicians review and act on paper results"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "The electronic links are off."

[[task]]
id = "referrals"
title = "Print a second copy of each referral, with its booking reference"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "It is scanned and coded in the new system."

[[task]]
id = "scanning"
title = "Keep all paper documents together"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They are scanned into the new system."

[[task]]
id = "messages-111"
title = "Keep 111 messages and letters in the shared mailbox, and look at it for urgent ones"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Print copies if need be; note those that the old system received itself."

[[task]]
id = "out-of-hours"
title = "Save each out-of-hours report, and the contacts of patients seen by 111"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They are loaded after go-live."

[[task]]
id = "no-summarising"
title = "Stop summarising and routine data entry"
role = "practice-staff"
section = "Cutover"
anchor = "cutover.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "All of it would be done twice."

[[task]]
id = "remind-third-parties-on"
title = "Remind third parties of the day they reconnect"
role = "practice-manager"
section = "Cutover"
anchor = "third-parties-on"
offset = "-5wd"
source = "NHS Digital guide, editions of 2019 and 2020; the day is an assumption"
why = "A link nobody switches on is missed for months."

[[task]]
id = "dmd-check"
title = "Check the mapping of medicines in the new system"
role = "prescribing-lead"
section = "Cutover"
anchor = "go-live.start"
offset = "-2wd"
source = "NHS Digital guide, editions of 2019 and 2020: 1 to 2 days before go-live"
why = "It is loaded late, and electronic prescribing fails without it."

[[task]]
id = "stock-count"
title = "Count the stock that is left"
role = "dispensary"
section = "Cutover"
anchor = "go-live.start"
offset = "-1wd"
applies = "dispensing"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "The count is what is entered after go-live."

# Go-live: the first day on the new system.

[[task]]
id = "go-live-sign-off"
title = "Sign off the live data and start to use the new system"
role = "practice-manager"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019"
why = "The new system is the record from here on."

[[task]]
id = "import-templates"
title = "Import templates and rotas into the new system"
role = "practice-staff"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Trainers can help."

[[task]]
id = "third-parties-on"
title = "Switch links and messages on again"
role = "third-parties"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS England, Pre-migration checklist, 27 March 2025"
why = "The new system receives messages from today."

[[task]]
id = "pcse-links-on"
title = "Have PCSE switch the GP Links on, and confirm the day"
role = "practice-manager"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "PCSE, Clinical System Migration, web page, undated"
why = "Transactions can be sent again."

[[task]]
id = "pathology-on"
title = "Send results electronically again, the backlog too"
role = "third-parties"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Saves typing them from paper."

[[task]]
id = "bowel-screening"
title = "Ask bowel screening to send its messages of the cutover again"
role = "practice-manager"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "It usually does not pause."

[[task]]
id = "screening-on"
title = "Send screening results again"
role = "third-parties"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Each service confirms that it has resumed."

[[task]]
id = "online-registration-on"
title = "Switch online registration and GP2GP on"
role = "practice-staff"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "Both were off for the cutover."

[[task]]
id = "messages-to-mailbox"
title = "Check that out-of-hours and 111 messages reach the practice and are routed right"
role = "practice-staff"
section = "Go-live"
anchor = "go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "The right code sends them to the right people."

# Post go-live: the two weeks of entering again.

[[task]]
id = "use-breather-slots"
title = "Keep the breather slots of the first days free"
role = "practice-manager"
section = "Post go-live"
anchor = "go-live.start"
offset = "1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They are for typing, not for patients."

[[task]]
id = "reissue-repeats"
title = "Cancel and issue again the repeat prescriptions still on the Spine"
role = "prescribing-lead"
section = "Post go-live"
anchor = "go-live.start"
offset = "1wd"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "What the old system sent is still waiting there."

[[task]]
id = "repeats-normal"
title = "Go back to the usual way of issuing repeats"
role = "prescribing-lead"
section = "Post go-live"
anchor = "go-live.start"
offset = "7d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "The bridging issues reach to here."

[[task]]
id = "re-enter-appointments"
title = "Enter the appointments booked meanwhile"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, Get started, early 2019; the day is an assumption"
why = "First, since patients come to them."

[[task]]
id = "re-enter-records"
title = "Enter consultations, visits and calls from the log"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, Get started, early 2019"
why = "The record is whole only then."

[[task]]
id = "re-enter-prescriptions"
title = "Enter the prescriptions of the cutover"
role = "prescribing-lead"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS Digital guide, Get started, early 2019"
why = "The new system must know what was issued."

[[task]]
id = "register-patients"
title = "Register the waiting patients in full, as GMS patients, with what was recorded"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They were only on paper."

[[task]]
id = "scan-documents"
title = "Scan kept documents and referrals, and add the referral codes"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They belong to the record."

[[task]]
id = "enter-111-ooh"
title = "Enter 111 messages and load the out-of-hours reports"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "They wait in the mailbox."

[[task]]
id = "resume-summarising"
title = "Take up summarising and routine data entry again"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.finish"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "After what is urgent has been entered."

[[task]]
id = "stock-re-entry"
title = "Enter all stock, its levels and the formulary"
role = "dispensary"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
applies = "dispensing"
source = "NHS England guide, Planning for cutover, 3 February 2025"
why = "Reordering works from it."

[[task]]
id = "registration-links"
title = "Check that registration links work"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Errors pile up unseen otherwise."

[[task]]
id = "check-registration-links"
title = "Ask the practice whether its registration links work"
role = "project-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Registrations that fail show only weeks later."

[[task]]
id = "online-services"
title = "Check that patients can book and order online"
role = "practice-staff"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "NHS App and other apps reconnect to the new system."

[[task]]
id = "check-online-services"
title = "Ask the practice whether its online services are back"
role = "project-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Patients notice before anybody else does."

[[task]]
id = "links-checked"
title = "Check with each third party that its link is back"
role = "practice-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS England guide, Planning for cutover, 3 February 2025; NHS England, Pre-migration checklist, 27 March 2025; the day is an assumption"
why = "A link that was forgotten is found today and not in a month."

[[task]]
id = "pcse-errors"
title = "Mend and resend what PCSE reports as errors"
role = "practice-staff"
section = "Post go-live"
anchor = "pcse-links-on"
offset = "5wd"
source = "PCSE, Clinical System Migration, web page, undated; the day is an assumption"
why = "PCSE writes to confirm the migration and lists them."

[[task]]
id = "old-system-open"
title = "Check that the old system can still be opened"
role = "practice-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "It is needed for entering again."

[[task]]
id = "check-old-system-open"
title = "Ask the practice whether it can still open the old system"
role = "project-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "1wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Access that was cut early is restored soonest while the supplier is still at hand."

[[task]]
id = "re-entry-people"
title = "Check that named people have time for entering again"
role = "practice-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "How long it takes depends on them."

[[task]]
id = "check-re-entry-people"
title = "Ask the practice who is entering again, and how far they are"
role = "project-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "2wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "More cover can still be found."

[[task]]
id = "post-go-live-told"
title = "Tell everybody how long post go-live lasts"
role = "practice-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "5 days to 2 weeks."

[[task]]
id = "check-post-go-live-told"
title = "Check that the practice knows how long post go-live lasts"
role = "project-manager"
section = "Post go-live"
anchor = "post-go-live.start"
offset = "0d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "Rotas and cover have to last as long."

# End of migration: feedback, and the end of the old system.

[[task]]
id = "migration-sign-off"
title = "Sign off that everything has been entered and all staff are trained"
role = "practice-manager"
section = "End of migration"
anchor = "post-go-live.finish"
offset = "0d"
source = "NHS Digital guide, Get started, early 2019; the day is an assumption"
why = "The migration ends here for the practice."

[[task]]
id = "feedback"
title = "Send in what went well and what did not"
role = "practice-manager"
section = "End of migration"
anchor = "post-go-live.finish"
offset = "5wd"
source = "NHS Digital guide, Checklists by role, 26 January 2022; the day is an assumption"
why = "The next practice gains by it."

[[task]]
id = "review"
title = "Review the migration with the practice and the suppliers"
role = "project-manager"
section = "End of migration"
anchor = "go-live.start"
offset = "14d"
source = "NHS Digital guide, Checklists by role, 26 January 2022; NHS Digital guide, editions of 2019 and 2020: within 2 weeks"
why = "While everybody remembers."

[[task]]
id = "print-remaining"
title = "Print or enter whatever is still only in the old system"
role = "practice-staff"
section = "End of migration"
anchor = "legacy-access-ends"
offset = "-14d"
rounding = "last-working-day-on-or-before"
source = "NHS England guide, Planning for cutover, 3 February 2025; the day is an assumption"
why = "It cannot be read afterwards."

[[task]]
id = "legacy-access-ends"
title = "End of support for, and access to, the old system"
role = "all"
section = "End of migration"
anchor = "go-live.start"
offset = "90d"
source = "NHS England guide, Planning for cutover, 3 February 2025; 45 days in the editions of 2019 and 2020"
why = "90 days after go-live."

"""#,
    "tasks/third-parties.toml": #"""
# The seven kinds of organisation that a practice has to tell of its migration, in the order of NHS England's checklist.
#
# Facts from NHS guidance, in this project's own words. Contains public sector information licensed under the
# Open Government Licence v3.0 (NHS England).
#
# id           unique
# name         the kind of organisation
# notice       how long before disconnecting they want to know: the last working day at least so long before
# disconnect   the task (england.toml) on whose day the link goes off: 2 working days before final data production
# reconnect    the task on whose day it comes back: go-live
# applies      "ask": whether they have to act at all depends on the supplier; absent: they do
# note         what else to know
# source       document and edition. What no document says is called an assumption.

[[third_party]]
id = "sms"
name = "SMS text messaging providers"
notice = "5wd"
disconnect = "links-off"
reconnect = "third-parties-on"
note = "Reminders already queued in the old system should be sent or stopped before the day."
source = "NHS England, Pre-migration checklist, 27 March 2025; 1 to 2 days before: NHS England guide, Planning for cutover, 3 February 2025; notice: NHS Digital guide, editions of 2019 and 2020, 5 days; the note is an assumption"

[[third_party]]
id = "patient-apps"
name = "NHS App and other patient apps"
notice = "5wd"
disconnect = "links-off"
reconnect = "third-parties-on"
note = "Give the practice's main ODS code, not that of a branch."
source = "NHS England, Pre-migration checklist, 27 March 2025; 1 to 2 days before: NHS England guide, Planning for cutover, 3 February 2025; notice: NHS Digital guide, editions of 2019 and 2020, 5 days"

[[third_party]]
id = "online-services"
name = "Patient online services"
notice = "5wd"
disconnect = "links-off"
reconnect = "third-parties-on"
note = "Online registration stays off for the whole of cutover."
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS England guide, Planning for cutover, 3 February 2025; notice: NHS Digital guide, editions of 2019 and 2020, 5 days"

[[third_party]]
id = "labs-and-providers"
name = "Pathology laboratories, and providers such as 111, out of hours and screening"
notice = "10wd"
disconnect = "links-off"
reconnect = "third-parties-on"
note = "Laboratories send paper results meanwhile, then the backlog electronically. Bowel screening usually does not pause: ask it on the day of go-live to send again."
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS England guide, Planning for cutover, 3 February 2025; the length of notice is an assumption"

[[third_party]]
id = "pharmacies"
name = "Pharmacies and prescription services"
notice = "5w"
disconnect = "links-off"
reconnect = "third-parties-on"
note = "No electronic prescriptions during cutover, and none post-dated. Repeats are bridged from a month before cutover to a week after go-live."
source = "NHS England, Pre-migration checklist, 27 March 2025; NHS England guide, Planning for cutover, 3 February 2025; notice: NHS Digital guide, edition of 2019, up to 5 weeks for electronic prescriptions"

[[third_party]]
id = "pcse"
name = "Primary Care Support England (PCSE)"
notice = "14d"
disconnect = "links-off"
reconnect = "third-parties-on"
applies = "ask"
note = "Ask the supplier whether the GP Links need a pause. PCSE wants the practice's name, its ODS code, the days off and on, and the new MESH mailbox if there is one; tell it at once when a day changes, with the case reference."
source = "PCSE, Clinical System Migration, web page, undated: at least 2 weeks before any action by PCSE; NHS England, Pre-migration checklist, 27 March 2025"

[[third_party]]
id = "other-solutions"
name = "Third-party solutions, such as Docman or Apollo Scan"
notice = "5wd"
disconnect = "links-off"
reconnect = "third-parties-on"
note = "Their extract is asked for with the order of the new system; ask too whether users must log out for it, and for a slot to set the link up again."
source = "NHS England, Pre-migration checklist, 27 March 2025; 1 to 2 days before: NHS England guide, Planning for cutover, 3 February 2025; notice: NHS Digital guide, editions of 2019 and 2020, at least 5 days"

"""#,
    "tasks/topics.toml": #"""
# What a practice has to know of cutover, topic by topic, for its pack: each topic lists tasks of england.toml, which
# hold the words, the days and the sources.
#
# Facts from NHS guidance, in this project's own words. Contains public sector information licensed under the
# Open Government Licence v3.0 (NHS England).
#
# id      unique
# title   the topic, for people
# tasks   ids of tasks; one that a region does not have is passed over

[[topic]]
id = "prescriptions"
title = "Prescriptions"
tasks = [
  "prescription-method", "prescription-change-told", "tell-pharmacies", "repeat-report", "bridge-repeats",
  "six-month-repeats", "no-eps", "prescription-requests", "dmd-check", "reissue-repeats", "repeats-normal",
  "re-enter-prescriptions",
]

[[topic]]
id = "registrations"
title = "Registrations"
tasks = [
  "fp69-flags", "pending-registrations", "stop-registrations", "online-registration-off", "gp2gp-off", "no-gp-links",
  "registrations-on-paper", "online-registration-on", "register-patients", "registration-links",
]

[[topic]]
id = "pathology"
title = "Pathology and screening"
tasks = [
  "lab-backlog", "screening-told", "pathology-reviewed", "pathology-off", "screening-off", "paper-results", "pathology-on",
  "screening-on", "bowel-screening",
]

[[topic]]
id = "bookings"
title = "Appointments and bookings"
tasks = [
  "limit-bookings", "breather-slots", "move-clinics", "build-rotas", "use-breather-slots", "re-enter-appointments",
]

[[topic]]
id = "dispensary"
title = "Dispensary"
tasks = ["stock-run-down", "stock-staff", "stock-count", "stock-re-entry"]

"""#,
    "regions/devon-cornwall/region.toml": #"""
# Devon and Cornwall: 51 practices from EMIS Web to SystmOne.
#
# Contains public sector information licensed under the Open Government Licence v3.0 (NHS England; GOV.UK).
# practices.csv: NHS England, Patients registered at a GP practice, practice map of August 2026 (code, name,
# postcode, PCN, system) and list sizes of July 2026.
#
# The practices are real. That they will move, when, and with what capacity, is NOT a fact: it is an example for
# planners. Nobody publishes capacities, so every number below that is one is marked "assumption". Ask your suppliers
# and partners, and put in what they say. practices.csv may have more columns, such as preferred_date,
# must_be_live_by, priority or blackout; none is given here because none is known.

format = 1

[region]
name = "Devon and Cornwall"
code = "DEVON-CORNWALL"
start = 2027-01-04               # no stage starts before this day
finish = 2028-12-22              # all stages are over by this day
division = "england-and-wales"   # whose bank holidays count
target_system = "tpp"            # where practices go when practices.csv does not say

# The protected periods shipped for England apply (flu, Christmas, QOF, school holidays), as no [[protected]] stands here.

# The system that practices leave. Aliases are the spellings that lists use.
[[system]]
id = "emis"
name = "EMIS Web"
aliases = ["EMIS", "EMIS Web", "EMIS Health"]
# Data extracts a week for the whole region; every practice needs two, the test copy and the final one.
extracts_per_week = 4            # assumption: twice the go-lives, so that both extracts of two practices fit

# The system that practices come to.
[[system]]
id = "tpp"
name = "SystmOne"
aliases = ["TPP", "SystmOne", "TPP SystmOne"]
# Data loads a week, the test copy and the final one.
loads_per_week = 4               # assumption: one for each extract
# Practices that start work on the new system, a week.
go_lives_per_week = 2            # assumption: 20 practices a year is the national rate now, 1 to 3 a week is on record for regional programmes
# Practices between kick-off and the end of post go-live, at once.
concurrent = 16                  # assumption: what the supplier's team can follow; 12 to 16 weeks each at about 1 a week
# Trainers; a practice holds one in the two weeks before its go-live.
trainers = 6                     # assumption: no ratio is published; 2 go-lives a week hold 4 to 6

# The teams that do the work at the practices, one per ICB. The names are placeholders: put in your own.
[[partner]]
id = "cornwall-delivery"
name = "Delivery partner for Cornwall and the Isles of Scilly (placeholder)"
# Practices that the project managers can lead at once, from kick-off to go-live.
project_managers = 8             # assumption: two people with four practices each
# Engineers; a practice needs one in the week of its survey and one in that of its go-live.
engineers = 3                    # assumption: no number is published
# People who help on the floor from go-live to two working days after; one for each 8,000 patients begun.
floor_walkers = 6                # assumption: the largest list needs 4, and another practice should fit beside it

[[partner]]
id = "devon-delivery"
name = "Delivery partner for Devon (placeholder)"
project_managers = 8             # assumption: two people with four practices each
engineers = 3                    # assumption: no number is published
floor_walkers = 6                # assumption: the largest list needs 4, and another practice should fit beside it

[rules]
# Practices of one PCN between final data production and go-live, a week. They share staff and extended access.
pcn_cutovers_per_week = 1        # assumption: no guide gives a number; neighbours in cutover together is what to avoid

# What may go wrong, for tranche risk: besides stages that take longer, as their min, usual and max have it.
[[risk.slips]]
stage = "final-data-production"
chance = 0.05                    # assumption: no rate is published; one cutover in twenty is called off
by = "10wd"                      # assumption: two weeks until both suppliers can offer a slot again
reason = "the cutover is called off at the go or no-go meeting"

"""#,
    "regions/devon-cornwall/practices.csv": #"""
ods_code,practice_name,postcode,pcn_code,pcn_name,icb_code,source_system,target_system,list_size,partner
L82003,PORT ISAAC SURGERY,PL29 3TR,U03864,NORTH CORNWALL COAST PCN,QT6,emis,tpp,8738,cornwall-delivery
L82004,WADEBRIDGE & CAMEL ESTUARY PRACTICE,PL27 7BS,U03864,NORTH CORNWALL COAST PCN,QT6,emis,tpp,8045,cornwall-delivery
L82007,CAMELFORD MEDICAL CENTRE,PL32 9YT,,,QT6,emis,tpp,6658,cornwall-delivery
L82010,BOSVENA HEALTH,PL31 2JJ,U60113,THREE HARBOURS AND BOSVENA PCN,QT6,emis,tpp,23891,cornwall-delivery
L82016,OAK TREE SURGERY,PL14 3XA,U02610,EAST CORNWALL PCN,QT6,emis,tpp,17582,cornwall-delivery
L82022,OLD BRIDGE SURGERY,PL13 1HA,U02610,EAST CORNWALL PCN,QT6,emis,tpp,9918,cornwall-delivery
L82023,PETROC GROUP PRACTICE,TR9 6RS,U49001,WATERGATE PCN,QT6,emis,tpp,16076,cornwall-delivery
L82026,MIDDLEWAY SURGERY,PL24 2JL,U60113,THREE HARBOURS AND BOSVENA PCN,QT6,emis,tpp,6619,cornwall-delivery
L82029,NARROWCLIFF SURGERY,TR7 2QF,U49001,WATERGATE PCN,QT6,emis,tpp,16543,cornwall-delivery
L82035,FOWEY RIVER PRACTICE,PL23 1DT,U60113,THREE HARBOURS AND BOSVENA PCN,QT6,emis,tpp,8518,cornwall-delivery
L82036,BODRIGGY HEALTH CENTRE,TR27 4PB,U76032,PENWITH PCN,QT6,emis,tpp,12332,cornwall-delivery
L82038,ATLANTIC MEDICAL GROUP,TR18 3DX,U76032,PENWITH PCN,QT6,emis,tpp,11987,cornwall-delivery
L82039,LOSTWITHIEL SURGERY,PL22 0EF,U60113,THREE HARBOURS AND BOSVENA PCN,QT6,emis,tpp,5387,cornwall-delivery
L82041,CARN TO COAST HEALTH CENTRES,TR15 3DU,U92128,NORTH KERRIER WEST PCN,QT6,emis,tpp,29245,cornwall-delivery
L82042,LEATSIDE HEALTH CENTRE,TR15 1AU,U68213,NORTH KERRIER EAST PCN,QT6,emis,tpp,16636,cornwall-delivery
L82043,QUAY LANE SURGERY,PL12 5LH,U02610,EAST CORNWALL PCN,QT6,emis,tpp,4646,cornwall-delivery
L82044,VEOR SURGERY,TR14 8SN,U68213,NORTH KERRIER EAST PCN,QT6,emis,tpp,8867,cornwall-delivery
L82047,MARAZION SURGERY,TR17 0HW,U76032,PENWITH PCN,QT6,emis,tpp,7755,cornwall-delivery
L82050,ROSEDEAN SURGERY,PL14 4AQ,U02610,EAST CORNWALL PCN,QT6,emis,tpp,8706,cornwall-delivery
L82058,BOTTREAUX SURGERY,PL35 0BG,U03864,NORTH CORNWALL COAST PCN,QT6,emis,tpp,4859,cornwall-delivery
L82066,PORT VIEW SURGERY,PL12 4BU,U02610,EAST CORNWALL PCN,QT6,emis,tpp,7171,cornwall-delivery
L82068,GODOLPHIN HEALTH,TR14 0LB,U92128,NORTH KERRIER WEST PCN,QT6,emis,tpp,9289,cornwall-delivery
L82070,SUNNYSIDE SURGERY,TR18 3DX,U76032,PENWITH PCN,QT6,emis,tpp,6694,cornwall-delivery
L82620,HARRIS MEMORIAL SURGERY,TR16 4RX,,,QT6,emis,tpp,6343,cornwall-delivery
L82622,WESTOVER SURGERY,TR11 4QJ,U09081,FALMOUTH AND PENRYN PCN,QT6,emis,tpp,7187,cornwall-delivery
L83013,BRUNEL MEDICAL PRACTICE,TQ1 3SL,U87755,TORQUAY PCN,QJK,emis,tpp,15250,devon-delivery
L83014,MAYFIELD MEDICAL CENTRE,TQ4 5LA,U87914,BRIXHAM AND PAIGNTON PCN,QJK,emis,tpp,20158,devon-delivery
L83023,AMICUS HEALTH - MID DEVON SITES,EX16 8EZ,U73296,TIVERTON PCN,QJK,emis,tpp,5872,devon-delivery
L83027,CROFT HALL MEDICAL PRACTICE,TQ2 5UA,U87755,TORQUAY PCN,QJK,emis,tpp,7225,devon-delivery
L83029,SOUTHOVER MEDICAL PRACTICE,TQ1 3HD,U87755,TORQUAY PCN,QJK,emis,tpp,8547,devon-delivery
L83038,TAVYSIDE HEALTH CENTRE,PL19 9FD,U37412,WEST DEVON PCN,QJK,emis,tpp,14054,devon-delivery
L83040,PINHOE SURGERY,EX1 3SY,U32372,OUTER EXETER PCN,QJK,emis,tpp,18470,devon-delivery
L83044,BLACKDOWN PRACTICE,EX15 3SF,U34388,CULM VALLEY PCN,QJK,emis,tpp,8330,devon-delivery
L83052,CASTLE PLACE PRACTICE,EX16 6NP,U73296,TIVERTON PCN,QJK,emis,tpp,12878,devon-delivery
L83055,COMPASS HOUSE MEDICAL CENTRES,TQ5 9TF,U55399,BAYWIDE PCN,QJK,emis,tpp,15569,devon-delivery
L83071,STOKE SURGERY,PL3 4DP,U68649,WATERSIDE HEALTH NETWORK PCN,QJK,emis,tpp,7916,devon-delivery
L83085,AMICUS HEALTH,EX16 6NJ,U73296,TIVERTON PCN,QJK,emis,tpp,18652,devon-delivery
L83101,ABBEY SURGERY,PL19 8BU,U37412,WEST DEVON PCN,QJK,emis,tpp,14987,devon-delivery
L83102,YELVERTON SURGERY,PL20 6AS,U37412,WEST DEVON PCN,QJK,emis,tpp,7498,devon-delivery
L83103,CORNER PLACE SURGERY,TQ4 5AH,U87914,BRIXHAM AND PAIGNTON PCN,QJK,emis,tpp,16174,devon-delivery
L83111,CHILCOTE PRACTICE,TQ1 3LA,U55399,BAYWIDE PCN,QJK,emis,tpp,16076,devon-delivery
L83112,WEST HOE SURGERY,PL1 3BS,U68649,WATERSIDE HEALTH NETWORK PCN,QJK,emis,tpp,5978,devon-delivery
L83118,CHELSTON HALL SURGERY,TQ2 6HW,U87755,TORQUAY PCN,QJK,emis,tpp,17824,devon-delivery
L83131,PEMBROKE MEDICAL GROUP,TQ3 2EZ,U55399,BAYWIDE PCN,QJK,emis,tpp,24996,devon-delivery
L83607,OLD FARM SURGERY,TQ3 3TB,U87914,BRIXHAM AND PAIGNTON PCN,QJK,emis,tpp,5595,devon-delivery
Y00969,RAME GROUP PRACTICE,PL11 2TB,U02610,EAST CORNWALL PCN,QT6,emis,tpp,11677,cornwall-delivery
Y01050,ROSMELLYN SURGERY,TR18 3DX,U76032,PENWITH PCN,QT6,emis,tpp,7677,cornwall-delivery
Y01051,MORRAB SURGERY,TR18 4EL,U76032,PENWITH PCN,QT6,emis,tpp,8283,cornwall-delivery
Y01922,STENNACK SURGERY,TR26 1RU,U76032,PENWITH PCN,QT6,emis,tpp,11953,cornwall-delivery
Y02517,NEWQUAY HEALTH CENTRE,TR7 1RU,U49001,WATERGATE PCN,QT6,emis,tpp,17349,cornwall-delivery
Y02633,BOW MEDICAL PRACTICE,EX17 6FB,U40951,MID DEVON HEALTHCARE PCN,QJK,emis,tpp,5966,devon-delivery

"""#,
  ]
}
