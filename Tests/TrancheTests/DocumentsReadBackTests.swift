import Foundation
import Testing

/// Workbooks and documents read back by office programs: LibreOffice, openpyxl, poppler, pypdf.
@Suite("Tranche: documents read back") struct DocumentsReadBackTests {
  private static let hasOffice = (try? Shell().run("soffice --version"))?.status == 0
  private static let office = hasOffice && hasPoppler ? ReadBackTests.workbooks : nil
  private static let documents = ReadBackTests.python(with: ["pypdf"])

  @Test(
    "LibreOffice shows, prints and saves the workbook; what it saved plans the same dates",
    .enabled(if: office != nil, "no LibreOffice, poppler or openpyxl: make deps-test"))
  func savedByLibreOffice() throws {
    let shell = try ReadBackTests.exported("xlsx")
    try ReadBackTests.compare(
      "office", "out region/plan/stages.csv", by: Self.office, in: shell)
    let outcome = try shell.run(
      """
      cp -r region again && rm -r again/plan again/practices.csv \
      && cp out/saved/portfolio.xlsx again/practices.xlsx \
      && tranche check again --strict > /dev/null && tranche plan again -q > /dev/null \
      && diff region/plan/stages.csv again/plan/stages.csv
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test(
    "openpyxl and LibreOffice read the marked tables of check --xlsx",
    .enabled(if: office != nil, "no LibreOffice, poppler or openpyxl: make deps-test"))
  func checked() throws {
    let shell = try Shell()
    let python = try #require(Self.office)
    let outcome = try shell.run(
      """
      cp -r "$DATA/regions/four-practices" region \
      && sed -i 's/^\\(A99302,.*\\),emis,/\\1,Emiss,/' region/practices.csv; \
      tranche check region --xlsx checked.xlsx > /dev/null; \
      '\(python)' '\(Shell.root)/Tests/ReadBack/checked.py' checked.xlsx region/practices.csv E3
      """)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test(
    "pypdf reads the PDF: language, headings, a text for each drawing",
    .enabled(if: documents != nil, "no Python with pypdf: make deps-test"))
  func structure() throws {
    let shell = try ReadBackTests.exported("pdf --board")
    try ReadBackTests.compare("pdf", "out region/plan/stages.csv", by: Self.documents, in: shell)
  }

  static let hasPoppler = (try? Shell().run("pdftotext -v"))?.status == 0

  @Test(
    "poppler reads the PDF: tagged, A3, titled, every practice and date, bars in their colours",
    .enabled(if: hasPoppler, "no poppler-utils: make deps-test"))
  func pdf() throws {
    let shell = try ReadBackTests.exported("pdf,png,svg --board")
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
