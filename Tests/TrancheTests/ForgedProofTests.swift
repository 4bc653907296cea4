import Foundation
import Testing

/// plan.json with a proof that somebody made up: `verify --proof` finds it, and never believes it.
@Suite("Tranche: forged proofs") struct ForgedProofTests {
  private typealias Record = [String: Any]

  /// A plan of the six practices as it is made, made once, by name of the file.
  private static let made = Result { try files(ofPlanOf: nil) }

  /// Plans the six practices, with two of them pinned if a day is given.
  private static func files(ofPlanOf pinned: String?) throws -> [String: String] {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      cp -r "$DATA/regions/six-practices" region && chmod -R u+w region
      if [ -n '\(pinned ?? "")' ]; then
        sed -i -e '1s/$/,pinned_go_live/' -e '2,3s/$/,\(pinned ?? "")/' -e '4,$s/$/,/' \
          region/practices.csv
      fi
      tranche plan region -o plan > log 2>&1 || { cat log; exit 9; }
      """)
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let names = [
      "region/region.toml", "region/practices.csv", "region/links.csv", "region/closures.csv",
      "plan/plan.json", "plan/plan.csv", "plan/stages.csv",
    ]
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try shell.read($0)) })
  }

  /// What `verify --proof` says of a plan whose plan.json was changed.
  private func verify(
    _ files: [String: String]? = nil, flags: String = "", _ change: (inout Record) throws -> Void
  ) throws -> Shell.Outcome {
    let shell = try Shell()
    _ = try shell.run("mkdir region plan")
    for (name, text) in try files ?? ForgedProofTests.made.get() {
      var bytes = Data(text.utf8)
      if name == "plan/plan.json" {
        var record = try #require(try JSONSerialization.jsonObject(with: bytes) as? Record)
        try change(&record)
        bytes = try JSONSerialization.data(withJSONObject: record)
      }
      try bytes.write(to: URL(fileURLWithPath: "\(shell.folder)/\(name)"))
    }
    return try shell.run("tranche verify region --plan plan --proof \(flags)")
  }

  private func price(_ resource: String, _ period: String, _ price: Int) -> Record {
    ["resource": resource, "period": period, "price": price]
  }

  private func split(_ code: String, _ latest: String, _ parts: [Int]) -> Record {
    [
      "ods_code": code, "stage": "go-live", "edge": "start", "latest": latest,
      "left_out": parts[0], "by": parts[1], "after": parts[2],
    ]
  }

  private func expect(_ outcome: Shell.Outcome, says words: String) {
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("proof: "), "\(outcome.output)")
    #expect(outcome.output.contains(words), "\(outcome.output)")
    #expect(!outcome.output.contains("Proven"), "\(outcome.output)")
  }

  @Test("the plan itself is proven, read and written again") func honest() throws {
    let outcome = try verify { _ in }
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("Proven without a solver"))
  }

  @Test(
    "a price of two agreed go-lives proves nothing beyond what the plan costs",
    arguments: [505_000_000_000, 600_000_000_000, 999_999_999_999, 1_000_000_000_000, Int.max])
  func boundAboveCost(_ thousandths: Int) throws {
    let made = try ForgedProofTests.made.get()
    let stages = try #require(made["plan/stages.csv"]).split(whereSeparator: \.isNewline)
    let row = try #require(stages.first { $0.hasPrefix("A99401") && $0.contains("go-live") })
    let day = try #require(row.split(separator: ",").first { $0.hasPrefix("2027-") })
    let monday = try #require(try weekOf(String(day)))
    let pinned = try ForgedProofTests.files(ofPlanOf: String(day))
    let outcome = try verify(pinned) { record in
      record.removeValue(forKey: "branching")
      record["certificate"] = ["prices": [price("tpp-go-lives", monday, thousandths)], "links": []]
      var summary = try #require(record["summary"] as? Record)
      summary["bound"] = 1_000_000
      summary["gap"] = 0
      summary["proof"] = "optimal"
      record["summary"] = summary
    }
    expect(outcome, says: "plan.json states the bound 1000000.0")
  }

  private func weekOf(_ day: String) throws -> String? {
    let outcome = try Shell().run(
      "date -u -d \"\(day) -$(( $(date -u -d \(day) +%u) - 1 )) days\" +%F")
    return outcome.output.split(whereSeparator: \.isNewline).first.map(String.init)
  }

  @Test("a case is not dropped because the sums of its prices are large") func caseDropped() throws
  {
    let outcome = try verify { record in
      let certificate = try #require(record["certificate"] as? Record)
      // Nobody goes live on a Saturday, so the first pays in vain, 300 times.
      let row: Record = [
        "first": "A99401", "second": "A99402", "first_from": "2027-04-16",
        "first_to": "2027-09-30", "second_from": "2027-04-17", "second_to": "2027-04-17",
        "price": 1_000_000_000_000,
      ]
      let forged: Record = ["prices": [], "links": [Record](repeating: row, count: 300)]
      record["branching"] = [
        "bound": 2_000,
        "branches": [
          split("A99401", "2027-07-30", [1, 2, 3]), certificate,
          split("A99402", "2027-07-30", [4, 5, 6]), split("A99402", "2027-07-30", [7, 8, 9]),
          certificate, forged, certificate, certificate, certificate, forged,
        ],
      ]
    }
    expect(outcome, says: "too great to be summed exactly")
  }

  @Test("a case that leaves no dates is no trap and no finding") func caseWithoutDates() throws {
    for (one, two) in [
      ("2027-06-29", "2027-06-28"), ("2027-06-30", "2027-06-29"), ("2027-08-17", "2027-08-16"),
    ] {
      let outcome = try verify { record in
        let certificate = try #require(record["certificate"] as? Record)
        record["branching"] = [
          "bound": 0,
          "branches": [
            split("A99403", one, [1, 2, 3]), certificate, split("A99403", two, [4, 5, 6]),
            certificate, certificate, certificate, certificate,
          ],
        ]
        var summary = try #require(record["summary"] as? Record)
        summary["bound"] = 0
        summary["gap"] = 1
        summary["proof"] = "stopped"
        record["summary"] = summary
      }
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
  }

  @Test("two prices of one period that no number holds together") func twice() throws {
    let outcome = try verify { record in
      record["certificate"] = [
        "links": [],
        "prices": [Record](
          repeating: price("tpp-go-lives", "2027-05-03", Int.max), count: 2),
      ]
    }
    expect(outcome, says: "too great to be summed exactly")
  }

  @Test("a proof without a case proves nothing, and is not said to") func noCase() throws {
    let outcome = try verify { record in
      record["branching"] = ["bound": -5, "branches": [Record]()]
    }
    expect(outcome, says: "holds no case")
  }

  @Test("bounds and gaps are proven to what is printed of them") func nearMisses() throws {
    struct Answer: Decodable {
      struct Proof: Decodable {
        var proven_bound: Double
        var cost: Double
      }
      var proof: Proof
    }
    // Without prices, bound and gap are far from what would be the end of both.
    func state(bound: Double, gap: Double, flags: String = "") throws -> Shell.Outcome {
      try verify(flags: flags) { record in
        record.removeValue(forKey: "branching")
        record["certificate"] = ["prices": [Record](), "links": [Record]()]
        var summary = try #require(record["summary"] as? Record)
        summary["bound"] = bound
        summary["gap"] = gap
        summary["proof"] = "stopped"
        record["summary"] = summary
      }
    }
    let json = try state(bound: 0, gap: 1, flags: "--json").output
    let proof = try JSONDecoder().decode(Answer.self, from: Data(json.utf8)).proof
    let gap = (proof.cost - proof.proven_bound) / proof.cost
    try #require(gap > 0.1 && proof.proven_bound > 1)
    #expect(try state(bound: proof.proven_bound, gap: gap).status == 0)
    expect(
      try state(bound: proof.proven_bound + 0.001, gap: gap), says: "plan.json states the bound")
    expect(
      try state(bound: proof.proven_bound, gap: gap - 0.001), says: "plan.json states the gap")
  }

  @Test("what prices alone are said to prove is proven, too") func boundByPrices() throws {
    let outcome = try verify { record in
      var certificate = try #require(record["certificate"] as? Record)
      certificate["prices"] = [Record]()
      certificate["links"] = [Record]()
      record["branching"] = [
        "bound": 0, "branches": [try #require(record["certificate"] as? Record)],
      ]
      record["certificate"] = certificate
    }
    expect(outcome, says: "by prices alone")
  }
}
