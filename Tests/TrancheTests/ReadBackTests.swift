import Foundation
import Testing

/// Exports read back by other people's programs: icalendar, openpyxl and MPXJ.
///
/// The programs are in `.ci/venv` (`make deps-test`), or in the Python that TRANCHE_TEST_PYTHON names.
@Suite("Tranche: exports read back") struct ReadBackTests {
  /// A Python in which some modules can be loaded; nil if there is none.
  private static func python(with modules: [String]) -> String? {
    let named = ProcessInfo.processInfo.environment["TRANCHE_TEST_PYTHON"]
    let places = [named, "\(Shell.root)/.ci/venv/bin/python"].compactMap(\.self)
    return places.first { place in
      let code =
        "import importlib.util as u, sys; sys.exit(any(not u.find_spec(m) for m in sys.argv[1:]))"
      let shell = try? Shell().run("'\(place)' -c '\(code)' \(modules.joined(separator: " "))")
      return shell?.status == 0
    }
  }

  private static let calendars = python(with: ["icalendar"])
  private static let workbooks = python(with: ["openpyxl"])
  private static let projects: String? = {
    guard (try? Shell().run("java -version"))?.status == 0 else { return nil }
    return python(with: ["mpxj", "jpype"])
  }()

  private static let pages: String? = {
    guard (try? Shell().run("chromium --version"))?.status == 0 else { return nil }
    return python(with: ["playwright", "axe_playwright_python"])
  }()

  /// A shell with an export of a shipped region and its stages.csv.
  private func exported(_ formats: String) throws -> Shell {
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

  private func readBack(
    _ script: String, _ formats: String, _ python: String?, of file: String = "out"
  ) throws {
    let shell = try exported(formats)
    let python = try #require(python)
    let outcome = try shell.run(
      "'\(python)' '\(Shell.root)/Tests/ReadBack/\(script).py' \(file) region/plan/stages.csv")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(" compared, 0 differ"))
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
    "Chromium opens the report: by keyboard, at 320 px, on A3, to the pixel, nothing for axe-core",
    .enabled(if: pages != nil, "no chromium, or no Python with playwright: make deps-test"))
  func html() throws { try readBack("page", "html", Self.pages, of: "out/report.html") }

  private static let hasPoppler = (try? Shell().run("pdftotext -v"))?.status == 0

  @Test(
    "poppler reads the PDF: tagged, A3, titled, every practice and date, bars in their colours",
    .enabled(if: hasPoppler, "no poppler-utils: make deps-test"))
  func pdf() throws {
    let shell = try exported("pdf,png,svg --board")
    let info = try shell.run("pdfinfo out/report.pdf").output
    #expect(info.contains(/Tagged: +yes/))
    #expect(info.contains(/Page size: +1190\.55 x 841\.89 pts \(A3\)/))
    #expect(info.contains(/Title: +\S/))
    #expect(info.contains(/CreationDate: +\S/))
    let parts = try shell.run("pdfinfo -struct out/report.pdf").output
    for part in ["Document", "H1", "P ", "Figure", "Table", "TR", "TH", "TD", "Link"] {
      #expect(parts.contains(part), "\(part)")
    }
    let text = try shell.run("pdftotext -layout out/report.pdf -").output
    let stages = try shell.run("cut -d, -f1 region/plan/stages.csv | tail -n +2 | sort -u").output
    for code in stages.split(whereSeparator: \.isNewline) {
      #expect(text.contains(code.trimmingCharacters(in: .whitespacesAndNewlines)), "\(code)")
    }
    let pages = text.split(separator: "\u{C}").count
    #expect(text.contains("page 1 of \(pages)") && text.contains("page \(pages) of \(pages)"))
    let picture = try shell.run(
      """
      pdftoppm -r 60 -f 2 -l 2 out/report.pdf page \
      && tail -c +16 page-*.ppm | od -An -v -tx1 -w3 | sort | uniq -c | sort -rn
      """)
    #expect(picture.status == 0, "\(picture.errors)")
    for bars in ["33 00 72", "00 5e b8", "7c 28 55"] {
      #expect(picture.output.contains(bars), "\(bars)")
    }
  }
}
