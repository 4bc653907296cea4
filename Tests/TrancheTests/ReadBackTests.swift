import Foundation
import Testing

/// Exports read back by other people's programs: icalendar, openpyxl, MPXJ, Mermaid, Chromium.
///
/// The programs are in `.ci/venv` (`make deps-test`), or in the Python that TRANCHE_TEST_PYTHON names.
@Suite("Tranche: exports read back") struct ReadBackTests {
  /// A Python in which some modules can be loaded; nil if there is none.
  static func python(with modules: [String]) -> String? {
    let named = ProcessInfo.processInfo.environment["TRANCHE_TEST_PYTHON"]
    let places = [named, "\(Shell.root)/.ci/venv/bin/python"].compactMap(\.self)
    return places.first { place in
      let code =
        "import importlib.util as u, sys; sys.exit(any(not u.find_spec(m) for m in sys.argv[1:]))"
      let shell = try? Shell().run("'\(place)' -c '\(code)' \(modules.joined(separator: " "))")
      return shell?.status == 0
    }
  }

  static let calendars = python(with: ["icalendar"])
  static let workbooks = python(with: ["openpyxl"])
  private static let projects: String? = {
    guard (try? Shell().run("java -version"))?.status == 0 else { return nil }
    return python(with: ["mpxj", "jpype"])
  }()

  private static let hasChromium = (try? Shell().run("chromium --version"))?.status == 0
  private static let pages =
    hasChromium ? python(with: ["playwright", "axe_playwright_python"]) : nil
  private static let diagrams = hasChromium ? python(with: ["playwright", "mmdc"]) : nil

  private static let all =
    hasChromium && DocumentsReadBackTests.hasPoppler
    ? python(with: ["playwright", "mmdc", "icalendar", "openpyxl"]) : nil

  /// A shell with an export of a shipped region and its stages.csv.
  static func exported(_ formats: String) throws -> Shell {
    let shell = try Shell()
    let outcome = try shell.run(
      """
      cp -r "$DATA/regions/six-practices" region && cd region \
      && tranche plan --progress none -q > /dev/null \
      && tranche export --plan plan --to \(formats) -o ../out > /dev/null
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return shell
  }

  /// Has a script of Tests/ReadBack compare an export with the plan.
  static func compare(
    _ script: String, _ arguments: String, by python: String?, in shell: Shell
  ) throws {
    let python = try #require(python)
    let outcome = try shell.run(
      "'\(python)' '\(Shell.root)/Tests/ReadBack/\(script).py' \(arguments)")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(" compared, 0 differ"))
  }

  private func readBack(
    _ script: String, _ formats: String, _ python: String?, of file: String = "out"
  ) throws {
    try Self.compare(
      script, "\(file) region/plan/stages.csv", by: python, in: try Self.exported(formats))
  }

  /// A shell with three exports of a region: an accepted plan, the next one, in which one practice
  /// moved, and the one after, in which it is gone.
  private func revisions(_ formats: String) throws -> Shell {
    let shell = try Shell()
    let export = "tranche export --to \(formats) --organiser gp.it@example.nhs.uk"
    let outcome = try shell.run(
      """
      exec > /dev/null; cp -r "$DATA/regions/four-practices" region && cd region \
      && sed -i '1s/$/,contact_email/;2,$s/$/,gp@example.nhs.uk/' practices.csv \
      && tranche plan -q && tranche accept --plan plan --yes --today 2026-11-20 \
      && \(export) --plan plan -o ../first \
      && tranche plan -q --from plan --as-of 2027-04-01 --pin A99304=2027-08-17 -o plan-2 \
      && \(export) --plan plan-2 -o ../draft \
      && tranche accept --plan plan-2 --yes --today 2026-12-01 \
      && \(export) --plan plan-2 -o ../second \
      && sed -i /A99304/d practices.csv && tranche plan -q --from plan-2 --as-of 2027-04-01 -o plan-3 \
      && tranche accept --plan plan-3 --yes --today 2026-12-11 \
      && \(export) --plan plan-3 -o ../third
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return shell
  }

  @Test(
    "icalendar reads every calendar, with the plan's dates",
    .enabled(if: calendars != nil, "no Python with icalendar: make deps-test"))
  func ics() throws { try readBack("ics", "ics", Self.calendars) }

  @Test(
    "openpyxl reads the workbook, with the plan's dates",
    .enabled(if: workbooks != nil, "no Python with openpyxl: make deps-test"))
  func xlsx() throws { try readBack("xlsx", "xlsx", Self.workbooks) }

  @Test(
    "MPXJ reads the file for Microsoft Project, with the plan's dates in the schema's order",
    .enabled(if: projects != nil, "no Java, or no Python with mpxj: make deps-test"))
  func mspdi() throws { try readBack("mspdi", "mspdi", Self.projects) }

  @Test(
    "MPXJ reads deadlines, and the accepted plan as the baseline of the next",
    .enabled(if: projects != nil, "no Java, or no Python with mpxj: make deps-test"))
  func baseline() throws {
    try Self.compare(
      "mspdi", "draft region/plan-2/stages.csv region/plan/stages.csv", by: Self.projects,
      in: try revisions("mspdi"))
  }

  @Test(
    "icalendar sees numbers rise only with accepted dates that move, and what went cancelled",
    .enabled(if: calendars != nil, "no Python with icalendar: make deps-test"))
  func updates() throws {
    try Self.compare(
      "updates", "first draft second third A99304", by: Self.calendars, in: try revisions("ics"))
  }

  @Test(
    "Mermaid itself reads and draws every diagram, with the plan's dates",
    .enabled(if: diagrams != nil, "no chromium, or no Python with mmdc: make deps-test"))
  func mermaid() throws { try readBack("mermaid", "mermaid", Self.diagrams) }

  @Test(
    "Chromium opens the report: by keyboard, at 320 px, on A3, to the pixel, nothing for axe-core",
    .enabled(if: pages != nil, "no chromium, or no Python with playwright: make deps-test"))
  func html() throws { try readBack("page", "html", Self.pages, of: "out/report.html") }

  @Test(
    "hostile names come out of every format as they were typed",
    .enabled(if: all != nil, "no chromium, poppler or Python package: make deps-test"))
  func hostile() throws {
    let shell = try Shell()
    let script = "'\(try #require(Self.all))' '\(Shell.root)/Tests/ReadBack/hostile.py'"
    let outcome = try shell.run(
      """
      cp -r "$DATA/regions/four-practices" region && \(script) make region \
      && tranche plan region -q > /dev/null && tranche export region --plan region/plan --csv plain \
      --to csv,html,ics,json,mermaid,mspdi,pdf,png,svg,xlsx --board -o out > /dev/null \
      && tranche pack region --plan region/plan -o packs > /dev/null && \(script) check out
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(" compared, 0 differ"))
  }
}
