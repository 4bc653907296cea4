import Days
import Testing

@Suite("Days: counted nouns") struct CountedTests {
  @Test("one is singular, all others are plural, thousands have commas") func nouns() {
    for (number, words) in [
      (0, "0 practices"), (1, "1 practice"), (2, "2 practices"), (-1, "-1 practice"),
      (999, "999 practices"), (3_581, "3,581 practices"), (-1_234_567, "-1,234,567 practices"),
    ] {
      #expect(counted(number, "practice") == words)
    }
    #expect(1.form("is", "are") == "is" && 0.form("is", "are") == "are")
    #expect(Int.min.grouped == "-9,223,372,036,854,775,808")
  }

  @Test("lengths are counted the same way") func lengths() {
    #expect(Length.days(1).words == "1 day" && Length.days(7).words == "1 week")
    #expect(Length.days(14).words == "2 weeks" && Length.workingDays(1).words == "1 working day")
    #expect(Length.workingDays(0).words == "0 working days")
  }
}
