import Foundation
import Testing

@testable import RegionFiles

/// `tranche schema region` and `tranche schema practices` against what the readers know.
@Suite("Tranche: schemas tell the truth") struct ReferenceTests {
  struct Table: Decodable {
    let table: String
    let keys: [Key]
  }

  struct Key: Decodable {
    let key: String
    let type: String
    let `default`: String
    let meaning: String
  }

  /// The tables of region.toml with their keys, as the JSON Schema has them.
  private func schema() throws -> [String: Set<String>] {
    struct Object: Decodable {
      struct Anything: Decodable {}
      let properties: [String: Anything]
      let definitions: [String: Object]?
    }
    let outcome = try Shell().run("tranche schema region --json")
    #expect(outcome.status == 0)
    let root = try JSONDecoder().decode(Object.self, from: Data(outcome.output.utf8))
    return (root.definitions ?? [:]).merging(["(top)": root]) { $1 }
      .mapValues { Set($0.properties.keys) }
  }

  private func tables(_ subject: String) throws -> [Table] {
    let outcome = try Shell().run("tranche schema \(subject) --json")
    #expect(outcome.status == 0)
    return try JSONDecoder().decode([Table].self, from: Data(outcome.output.utf8))
  }

  /// A region.toml with a key that no table knows, in one table; the reader's answer lists those
  /// that it knows.
  private static let regions: [String: String] = {
    let base = """
      [region]
      start = 2027-01-04
      finish = 2028-12-22
      target_system = "tpp"
      KEY

      """
    let systems = "[[system]]\nid = \"emis\"\n[[system]]\nid = \"tpp\"\n"
    let plain = base.replacingOccurrences(of: "KEY", with: "") + systems
    let key = "qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq = 1\n"
    let resource = "[[resource]]\nid = \"desks\"\ncapacity = 1\nstages = [\"GL\"]\n"
    let dates = "from = 2027-03-01\nto = 2027-03-05\n"
    return [
      "(top)": key + plain,
      "[region]": base.replacingOccurrences(of: "KEY", with: key) + systems,
      "[calendar]": plain + "[calendar]\n" + key,
      "[calendar] closures": plain + "[[calendar.closures]]\n" + dates + key,
      "[[protected]]": plain + "[[protected]]\n" + dates + key,
      "[[system]]": plain + "[[system]]\nid = \"vision\"\n" + key,
      "number or table": plain + "[[system]]\nid = \"vision\"\n[system.trainers]\ncapacity = 1\n"
        + key,
      "[[partner]]": plain + "[[partner]]\nid = \"csu\"\n" + key,
      "[[resource]]": plain + resource + key,
      "[[resource]] amount": plain + resource + "[resource.amount]\nper_patients = 5\n" + key,
      "[[resource]] applies_to": plain + resource + "[resource.applies_to]\n" + key,
      "[[resource]] changes": plain + resource + "[[resource.changes]]\ncapacity = 0\n" + dates
        + key,
      "[[resource]] extra": plain + resource + "[resource.extra]\n" + key,
      "[[stage]]": plain + "[[stage]]\nid = \"cutover\"\n" + key,
      "[[stage]] by_list_size": plain + "[[stage]]\nid = \"cutover\"\n[[stage.by_list_size]]\n"
        + key,
      "[[lead_time]]": plain + "[[lead_time]]\nid = \"extract-notice\"\n" + key,
      "[[task]]": plain + "[[task]]\nid = \"pcse-notice\"\n" + key,
      "[input]": plain + "[input]\n" + key,
      "[rules]": plain + "[rules]\n" + key,
      "[objective]": plain + "[objective]\n" + key,
      "[solve]": plain + "[solve]\n" + key,
      "[risk]": plain + "[risk]\n" + key,
      "[risk] slips": plain
        + "[[risk.slips]]\nstage = \"FD\"\nchance = 0.1\nby = \"5wd\"\n" + key,
    ]
  }()

  /// The keys that the reader lists when it meets one that it does not know.
  private func known(_ region: String) throws -> Set<String> {
    let folder = try Shell().folder
    let path = folder + " region"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let practices = "ods_code,practice_name,source_system\nA99701,Mill,emis\n"
    for (name, text) in ["region.toml": region, "practices.csv": practices] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    let unknown = RegionFolder.read(path).diagnostics.first { $0.message.contains("qqqqqqqqqq") }
    let fix = try #require(unknown?.fix, "the reader does not say which keys it knows")
    #expect(fix.hasPrefix("use one of: "))
    return Set(
      fix.dropFirst("use one of: ".count).dropLast().split(separator: ",")
        .map { $0.trimmingCharacters(in: .whitespaces) })
  }

  @Test("the schema of region.toml has exactly the reader's tables and keys")
  func region() throws {
    let tables = try schema()
    // [output] keeps keys that it does not know, so that only its own can be looked at.
    #expect(Set(tables.keys) == Set(Self.regions.keys).union(["[output]"]))
    for (table, region) in Self.regions {
      #expect(try known(region) == tables[table], "\(table)")
    }
  }

  @Test("practices.csv has exactly the reader's columns, and the other names are understood")
  func practices() throws {
    let table = try #require(try tables("practices").first { $0.table == "practices.csv" })
    #expect(table.keys.map(\.key) == PracticeField.allCases.map(\.rawValue))
    var others = 0
    for key in table.keys {
      guard let list = key.meaning.components(separatedBy: "Also: ").dropFirst().first else {
        continue
      }
      for name in list.dropLast().components(separatedBy: ", ") {
        #expect(PracticeField.named(name)?.rawValue == key.key, "\(name)")
        others += 1
      }
    }
    #expect(others >= 25)
  }

  @Test("the other CSV files know every column, and lack none that is required")
  func others() throws {
    for table in try tables("practices") where table.table != "practices.csv" {
      let shell = try Shell()
      #expect(try shell.run("cp \"$DATA\"/regions/four-practices/* .").status == 0)
      let reader =
        table.table == "stages.csv" ? "tranche verify --plan stages.csv" : "tranche check"
      func read(_ columns: [String]) throws -> String {
        let heading = columns.joined(separator: ",")
        let outcome = try shell.run("echo '\(heading)' > \(table.table); \(reader)")
        return outcome.output + outcome.errors
      }
      let columns = table.keys.map(\.key)
      #expect(try !read(columns).contains("W117"), "\(table.table)")
      #expect(try read(columns + ["qqqq"]).contains("W117"), "\(table.table)")
      for key in table.keys where key.default == "required" {
        // A stage may be named in either of two columns.
        let rest = columns.filter { $0 != key.key && $0 != "stage_code" }
        let answer = try read(rest)
        #expect(answer.contains("the column \(key.key) is missing"), "\(table.table): \(answer)")
      }
    }
  }
}
