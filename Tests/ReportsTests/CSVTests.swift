import Days
import Files
import Migrations
import Testing

@testable import Reports

@Suite struct CSVTests {
  @Test(arguments: [
    "=1+1", "+44 1392 000000", "-2+3", "@SUM(A1)", "\tx", "\rx", "\u{1}x", " =1", "\u{A0}=1",
    "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x", "\u{200B}=1", "\u{FEFF}=1", " \t=1",
    "-", "+1", "\u{85}x",
  ])
  func textThatMightBeAFormulaIsGuarded(text: String) {
    #expect(SpreadsheetText.guarded(text) == "'" + text)
  }

  @Test(arguments: ["Old Mill", "a=b", "'=1", "-12.5", "-3", "", " ", "St Mary's", "3-4", "£5"])
  func otherTextIsLeftAlone(text: String) { #expect(SpreadsheetText.guarded(text) == text) }

  @Test func numbersAndDatesAreNeverGuarded() {
    var csv = CSVText(style: .people, header: ["a", "b", "c"])
    csv.append([.number(-1.5), .integer(-3), .day(Sample.day("2027-01-04"))])
    #expect(csv.text == "\u{FEFF}a,b,c\r\n-1.5,-3,2027-01-04\r\n")
  }

  @Test func plainIsRFC4180() {
    var csv = CSVText(style: .plain, header: ["=a", "b"])
    csv.append([.text("say \"hi\", twice"), .text("two\nlines")])
    csv.append([.empty, .text("=1")])
    #expect(csv.text == "=a,b\r\n\"say \"\"hi\"\", twice\",\"two\nlines\"\r\n,=1\r\n")
  }

  @Test func everyRowHasEveryColumn() {
    var report = Sample.report
    report.region.practices[0].otherColumns = []
    report.region.practices[1].otherColumns = ["a", "b", "one too many"]
    let lines = PlanCSVWriter().files(for: report)[0].text.split(separator: "\r\n")
    #expect(lines.count == 7)
    #expect(
      Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }) == [29])
  }

  @Test func columnsAreTheContracts() {
    let header = PlanCSVWriter().files(for: Sample.report)[0].text.prefix { $0 != "\r\n" }
    #expect(
      header.dropFirst()
        == """
        ods_code,practice_name,pcn_code,list_size,source_system,target_system,partner,status,\
        tranche,order_start,extract_request,kickoff,technical_survey,initial_data_production,\
        sign_off,cutover_meeting,pcse_notice,third_parties_off,final_data_production,go_live,\
        post_go_live_finish,legacy_access_until,earliest_go_live,preferred_date,must_be_live_by,\
        cost,reason,Locality,Room code
        """)
  }

  @Test func datesWithoutTasksAreTheContracts() {
    var region = Sample.report.region
    let withTasks = KeyDates(of: region)
    region.tasks = []
    let without = KeyDates(of: region)
    for planned in Sample.report.plan.practices where !planned.schedule.isEmpty {
      for name in KeyDates.Name.allCases {
        #expect(
          withTasks.date(name, in: planned.schedule) == without.date(name, in: planned.schedule),
          "\(name)")
      }
    }
    // Final data production on Tuesday 1 June 2027, the day after a bank holiday.
    let schedule = Sample.report.plan.practices[3].schedule
    #expect(without.date(.thirdPartiesOff, in: schedule) == Sample.day("2027-05-27"))
    #expect(without.date(.pcseNotice, in: schedule) == Sample.day("2027-05-13"))
    #expect(without.date(.cutoverMeeting, in: schedule) == Sample.day("2027-05-04"))
    #expect(without.date(.legacyAccessUntil, in: schedule) == Sample.day("2027-09-06"))
  }
}
