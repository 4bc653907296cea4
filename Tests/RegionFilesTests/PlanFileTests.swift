import Days
import Foundation
import Migrations
import RegionFiles
import Testing

@Suite("RegionFiles: plans read back") struct PlanFileTests {
  private func region() throws -> Region {
    let folder = try TemporaryFolder(["region.toml": Base.toml, "practices.csv": Base.practices])
    return try #require(RegionFolder.read(folder.path).region)
  }

  /// Rows of a practice: each stage takes one working day, one after the other.
  private func rows(_ code: String, _ region: Region, byCode: Bool = false) throws -> [String] {
    try region.pathway.stages.enumerated().map { place, stage in
      let day = try #require(region.calendar.day(region.horizon.lowerBound, movedBy: place))
      return "\(code),\(byCode ? stage.code : stage.id.text),\(day.iso),\(day.iso)"
    }
  }

  private func read(_ text: String, _ region: Region) throws -> StagesReading {
    let folder = try TemporaryFolder(["stages.csv": text])
    return StagesFile.read("\(folder.path)/stages.csv", for: region)
  }

  @Test("stages by id or code, rows and columns in any order") func stages() throws {
    let region = try region()
    let rows = try rows("A81001", region) + rows("a81002", region, byCode: true).reversed()
    let text = "ods_code,stage,start,finish\n" + rows.joined(separator: "\n")
    let reading = try read(text, region)
    #expect(reading.schedules.keys.sorted() == ["A81001", "A81002"])
    #expect(reading.schedules["A81001"] == reading.schedules["A81002"])
    #expect(reading.schedules["A81001"]?.count == 12)
    #expect(reading.diagnostics.allSatisfy { $0.code == "W131" })
    #expect(reading.fingerprint.count == 64)
  }

  @Test(
    "what cannot be read in a hand-made file is named",
    arguments: [
      ("A81001,order,2027-01-04,2027-02-30\n", "E210", 2),
      ("A81001,order,,2027-01-04\n", "E113", 2),
      ("A81001,order,2027-01-04\n", "E170", 2),
    ])
  func unreadable(_ rows: String, _ code: String, _ line: Int) throws {
    let reading = try read("ods_code,stage,start,finish\n" + rows, region())
    #expect(reading.diagnostics.contains { $0.code == code && $0.line == line })
  }

  @Test(
    "what can be read but is no plan is a finding",
    arguments: [
      "A81001,order,2027-01-04,2027-01-05\n",
      "B99999,order,2027-01-04,2027-01-05\n",
      "A81001,ordre,2027-01-04,2027-01-05\n",
      "A81001,PR,2027-01-04,2027-01-05\nA81001,PR,2027-01-04,2027-01-05\n",
    ])
  func wrong(_ rows: String) throws {
    let reading = try read("ods_code,stage,start,finish\n" + rows, region())
    #expect(!reading.hasErrors)
    #expect(reading.findings.contains { $0.rule == .pathway })
  }

  @Test("a missing file is missing, not wrong") func missing() throws {
    let region = try region()
    #expect(StagesFile.read("/nowhere/stages.csv", for: region).missingFile)
    let reading = PlanFolder.read("/nowhere", for: region)
    #expect(reading.missingFile && reading.plan == nil && reading.hasErrors)
  }

  private func record(_ region: Region, stages: Int = 12) throws -> [String: Any] {
    let stages = try rows("", region).prefix(stages).map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return ["stage": cells[1], "start": cells[2], "finish": cells[3]]
    }
    let terms = ["delay": 12.5, "wait": 1]
    return [
      "format": 1, "version": "1.0.0", "seed": 7, "status": "accepted", "work": ["rounds": 3],
      "inputs": [["file": "region.toml", "sha256": "00"]],
      "summary": ["cost": ["total": 13.5, "terms": terms], "bound": 13, "proof": "within-gap"],
      "practices": [
        [
          "ods_code": "A81001", "status": "scheduled", "terms": terms, "reason": "first",
          "earliest_go_live": "2027-04-19", "stages": stages,
        ],
        ["ods_code": "A81002", "status": "unscheduled", "reason": "full", "stages": [Any]()],
        ["ods_code": "Z00000", "status": "unscheduled", "stages": [Any]()],
      ],
      "resources": [
        [
          "id": "tpp-go-lives",
          "periods": [["period": "2027-01-04", "capacity": 2, "used": 1, "price": 250]],
        ]
      ],
      "certificate": [
        "prices": [["resource": "tpp-go-lives", "period": "2027-01-04", "price": 250]],
        "links": [
          [
            "first": "A81001", "second": "A81002", "first_from": "2027-01-04",
            "first_to": "2027-01-08", "second_from": "2027-01-04", "second_to": "2027-01-15",
            "price": 3,
          ]
        ],
      ],
    ]
  }

  private func plan(_ record: [String: Any], _ region: Region) throws -> PlanReading {
    let folder = try TemporaryFolder()
    try folder.write(
      [UInt8](try JSONSerialization.data(withJSONObject: record)), to: "plan.json")
    return PlanFolder.read(folder.path, for: region)
  }

  @Test("a plan is rebuilt with its certificate") func rebuilt() throws {
    let region = try region()
    let reading = try plan(record(region), region)
    let plan = try #require(reading.plan)
    #expect(reading.isAccepted && reading.version == "1.0.0")
    #expect(plan.practices.map(\.status) == [.scheduled, .unscheduled, .unscheduled])
    #expect(plan.practices[0].schedule.count == 12)
    #expect(plan.practices[0].cost[.delay] == 12.5)
    #expect(plan.cost.total == 13.5 && plan.bound == 13 && plan.proof == .withinGap)
    #expect(plan.certificate.prices.first?.units == 250)
    #expect(plan.certificate.links.first?.secondDays.count == 12)
    #expect(plan.uses.first?.used == 1)
    #expect(reading.diagnostics.map(\.code).sorted() == ["W410", "W411"])
  }

  @Test(
    "prices are in the unit that the certificate states, in cases too",
    arguments: [
      (nil, .thousandth), ("thousandths of a point", .thousandth), ("1e-3", .thousandth),
      ("1e-4", .tenThousandth), ("1e-6", .millionth), ("1e-7", nil), ("points", nil),
    ] as [(String?, Certificate.Unit?)])
  func unit(_ text: String?, _ unit: Certificate.Unit?) throws {
    let region = try region()
    var record = try record(region)
    var certificate = try #require(record["certificate"] as? [String: Any])
    certificate["unit"] = text
    record["certificate"] = certificate
    record["branching"] = ["bound": 0, "branches": [["prices": [], "links": []]]]
    let reading = try plan(record, region)
    guard let unit else {
      #expect(reading.plan == nil)
      let message = reading.diagnostics.first { $0.code == "E402" }?.message ?? ""
      #expect(message.contains("certificate.unit cannot be"), "\(message)")
      return
    }
    let plan = try #require(reading.plan)
    #expect(plan.certificate.unit == unit && plan.certificate.prices.first?.units == 250)
    guard case .priced(let part) = plan.branching?.branches.first else {
      Issue.record("no case was read")
      return
    }
    #expect(part.unit == unit)
  }

  @Test("a plan with other stages counts as unscheduled; a broken one is an error")
  func broken() throws {
    let region = try region()
    let fewer = try plan(record(region, stages: 11), region)
    #expect(fewer.plan?.practices[0].status == .unscheduled)
    var wrong = try record(region)
    wrong["seed"] = "seven"
    #expect(try plan(wrong, region).diagnostics.first?.message.contains("seed") == true)
    wrong = try record(region)
    wrong["summary"] = nil
    #expect(try plan(wrong, region).diagnostics.first?.message.contains("summary") == true)
    wrong = try record(region)
    wrong["format"] = 2
    #expect(try plan(wrong, region).diagnostics.first?.code == "E401")
  }
}
