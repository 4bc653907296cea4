import Days
import Migrations
import Testing

@testable import Reports

@Suite("Reports: names and lines in little room") struct ShortNamesTests {
  private static let long = ["Cornwall and the Isles of Scilly", "Devon"].flatMap { place in
    ["project managers", "engineers", "floor walkers"].map {
      "Delivery partner for \(place) (placeholder): \($0)"
    }
  }
  private static let networks = (0..<17).map { "Cutovers at once in PCN U\(10_000 + 617 * $0)" }

  @Test("names that differ still differ, and keep their ends", arguments: [24, 26, 32, 40, 60])
  func distinct(width: Int) {
    let names = Self.long + Self.networks + ["SystmOne go-lives"]
    for ellipsis in ["…", "..."] {
      let short = DistinctNames(ellipsis: ellipsis).shortened(names, to: width)
      #expect(short.allSatisfy { TerminalWidth.of($0) <= width }, "\(short)")
      #expect(Set(short).count == names.count, "\(short)")
      for (name, cut) in zip(names, short) {
        let end = name.split(separator: " ").last.map(String.init) ?? ""
        #expect(width < 32 || cut.hasSuffix(end), "\(cut)")
      }
    }
  }

  @Test("names that fit stay, and so do cuts that differ anyway") func untouched() {
    let names = ["Oak", "A name of many words", "B name of many words"]
    #expect(
      DistinctNames(ellipsis: "…").shortened(names, to: 8) == ["Oak", "A name …", "B name …"])
  }

  @Test("the same name is the same in every row") func same() {
    let names = ["A name of many words", "A name of many words", "A name of many men"]
    let short = DistinctNames(ellipsis: "…").shortened(names, to: 12)
    #expect(short[0] == short[1] && short[0] != short[2], "\(short)")
  }

  @Test("a table gives up width of its headings before it breaks in two") func oneBlock() {
    let table = TextTable(
      corner: "Resource", headings: Self.long,
      columns: (0..<6).map { .init(heading: "column \($0)", cells: Self.long.map { _ in "1" }) })
    let lines = table.lines(style: TerminalStyle(width: 80), alignRight: true)
    #expect(lines.count == 7, "\(lines)")
    #expect(Set(lines).count == 7 && lines.allSatisfy { TerminalWidth.of($0) <= 80 })
  }

  @Test("rows without anything in a block are one line of it") func folded() {
    var table = TextTable(
      corner: "2027", headings: ["one", "two", "three"],
      columns: [
        .init(heading: "7 Jun", cells: ["1/2", "·", "·"]),
        .init(heading: "14 Jun", cells: ["·", "·", "2/2!"]),
      ])
    table.folded = { "Not used: \($0)" }
    #expect(
      table.lines(style: TerminalStyle(width: 80), alignRight: true) == [
        "2027   7 Jun  14 Jun", "one      1/2       ·", "three      ·    2/2!", "Not used: [1]",
      ])
  }

  @Test("the networks' resources are counted, others named") func groups() {
    let pathway = EnglandPathway.pathway
    let networks = ["U1", "U2", "U3"].map {
      Resource.pcnCutovers(pcn: $0, capacity: 1, pathway: pathway)
    }
    let other = Sample.report.region.resources[0]
    #expect(
      ResourceGroups.words([other] + networks) == "\(other.name); 3 PCNs: cutovers at once")
    #expect(ResourceGroups.words(Array(networks.prefix(2))).contains("U2"))
  }

  @Test("long lines are broken at spaces and set in, columns stay", arguments: [40, 60, 80])
  func broken(width: Int) {
    let style = TerminalStyle(width: width)
    let text = "  U02610  Spring 2027: L82022 24 May 2027, Y00969 12 Jul 2027, L82043 26 Jul 2027\n"
    let lines = style.broken(text).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { TerminalWidth.of($0) <= width }, "\(lines)")
    #expect(lines.last == "" && lines[0].hasPrefix("  U02610  Spring"))
    #expect(
      lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix("      ") && !$0.hasPrefix("       ") }
    )
    #expect(
      lines.joined(separator: " ").split(separator: " ") == text.dropLast().split(separator: " "))
    let word = String(repeating: "x", count: 200)
    #expect(style.broken(word) == word && style.broken("") == "")
    #expect(style.broken("a \(word) b").split(separator: "\n").count == 3)
  }
}
