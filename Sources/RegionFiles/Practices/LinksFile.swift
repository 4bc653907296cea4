import Days
import Migrations

/// Reads links.csv: practices that go live together, in order, or apart.
struct LinksFile {
  /// Where messages go.
  let reports: Reports

  /// The links of the file.
  func read(_ file: SourceFile, practices: [Practice], places: [PracticeCode: Int]) -> [Link] {
    guard
      let coded = CodedFile(
        file, required: ["rule", "first", "second"], optional: ["lag"], practices: places,
        names: PracticeLookup(practices), reports: reports)
    else { return [] }
    guard coded.records.count <= RegionLimits.links else {
      // Where the table was too large to be read to its end, that was said.
      if coded.table.isCutShort { return [] }
      reports.add(
        coded.table.file.diagnostic(
          "E103", line: coded.table.headingRecord.line,
          RegionLimits.words(RegionLimits.links, "links"),
          why: "Nothing of this file was read.", fix: "keep the links of this region's practices."))
      return []
    }
    var links: [(link: Link, record: CSVScanner.Record)] = []
    for record in coded.records {
      let first = coded.practice(record, "first")
      let second = coded.practice(record, "second")
      guard let rule = rule(record, coded), let first, let second else { continue }
      guard first != second else {
        coded.cells.report(
          "E122", record, coded.columns["second"] ?? 0,
          "\(practices[first].code) is linked to itself", fix: "name two practices.")
        continue
      }
      links.append((Link(rule: rule, first: first, second: second), record))
    }
    reportCycle(links, practices, coded)
    return links.map(\.link)
  }

  private func rule(_ record: CSVScanner.Record, _ coded: CodedFile) -> Link.Rule? {
    let word = coded.text(record, "rule").lowercased()
    let lag = lag(record, coded)
    switch word {
    case "together":
      if let lag, lag.count != 0 {
        coded.cells.report(
          "E123", record, coded.columns["lag"] ?? 0, "\"together\" takes no lag",
          fix: "leave the lag empty, or write before or apart.")
      }
      return .together
    case "before", "apart":
      let text = coded.text(record, "lag")
      if text.isEmpty, word == "apart" {
        coded.cells.report(
          "E123", record, coded.columns["lag"] ?? 0, "\"apart\" needs a lag",
          fix: "write how far apart: 2w, 10d or 5wd.")
        return nil
      }
      guard let lag = text.isEmpty ? .days(1) : lag else { return nil }
      return word == "before" ? .before(lag: lag) : .apart(lag: lag)
    default:
      coded.cells.report(
        "E322", record, coded.columns["rule"] ?? 0, "unknown rule \"\(word.prefix(40))\"",
        fix: Suggestion.sentence(for: word, in: ["together", "before", "apart"]))
      return nil
    }
  }

  private func lag(_ record: CSVScanner.Record, _ coded: CodedFile) -> Length? {
    let text = coded.text(record, "lag")
    guard !text.isEmpty else { return nil }
    if let length = Length(text), length.count >= 0 { return length }
    let digits = text.filter { $0.isASCII && $0.isNumber }.prefix(4)
    let example = digits.isEmpty ? "5" : String(digits)
    coded.cells.report(
      "E325", record, coded.columns["lag"] ?? 0, "\"\(text.prefix(40))\" is not a length",
      fix: "write \(example)wd for working days, \(example)d for calendar days or \(example)w"
        + " for weeks.")
    return nil
  }

  /// Reports a circle of `before` rules, `together` counting as the same practice.
  private func reportCycle(
    _ links: [(link: Link, record: CSVScanner.Record)], _ practices: [Practice], _ coded: CodedFile
  ) {
    var graph = LinkGraph(count: practices.count)
    for (link, _) in links where link.rule == .together { graph.join(link.first, link.second) }
    for (link, record) in links {
      guard case .before(let lag) = link.rule, lag.count > 0 else { continue }
      guard let chain = graph.chain(from: link.second, to: link.first) else {
        graph.add(from: link.first, to: link.second)
        continue
      }
      let names = ([link.first] + chain).map { practices[$0].code.text }
      coded.cells.report(
        "E124", record, coded.columns["first"] ?? 0,
        "the links go round in a circle: \(names.joined(separator: " before "))",
        why: "Each would have to go live before itself.", fix: "remove one of these links.")
    }
  }
}

/// Who goes before whom, with `together` practices as one.
private struct LinkGraph {
  private var leader: [Int]
  private var after: [[(practice: Int, group: Int)]]

  init(count: Int) {
    leader = Array(0..<count)
    after = Array(repeating: [], count: count)
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (old, new) = (leader[first], leader[second])
    for place in leader.indices where leader[place] == old { leader[place] = new }
  }

  mutating func add(from first: Int, to second: Int) {
    after[leader[first]].append((second, leader[second]))
  }

  /// The practices from one to another along the rules, both included; nil without a way.
  func chain(from start: Int, to end: Int) -> [Int]? {
    if leader[start] == leader[end] { return start == end ? [start] : [start, end] }
    var came: [(group: Int, practice: Int)?] = Array(repeating: nil, count: leader.count)
    var queue = [leader[start]]
    var next = 0
    while next < queue.count, came[leader[end]] == nil {
      let group = queue[next]
      next += 1
      for (practice, other) in after[group] where other != leader[start] && came[other] == nil {
        came[other] = (group, practice)
        queue.append(other)
      }
    }
    guard came[leader[end]] != nil else { return nil }
    var chain = [end]
    var group = leader[end]
    while let step = came[group] {
      if chain.last != step.practice { chain.append(step.practice) }
      group = step.group
    }
    if chain.last != start { chain.append(start) }
    return chain.reversed()
  }
}
