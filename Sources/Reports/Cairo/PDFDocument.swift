import CPangoCairo
import Days

/// Pages as a tagged PDF: structure, outline, title; the same bytes for the same pages.
struct PDFDocument {
  let title: String
  let subject: String
  /// The day it says it was made on.
  let day: Day
  /// The width and height of every page, in pixels of a 96th of an inch.
  let size: (width: Double, height: Double)
  /// The pages in order; a page with a heading stands in the outline.
  let pages: [(drawing: Drawing, heading: String?)]

  func bytes() throws(CairoError) -> [UInt8] {
    let sink = ByteSink()
    // A point is three quarters of a pixel.
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width * 0.75, size.height * 0.75)
    else { throw .failed("no document") }
    let painter = try CairoPainter(surface: surface, scale: 0.75, hasStructure: true)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "tranche")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, day.iso + "T00:00:00Z")
    painter.open("Document")
    for (number, page) in pages.enumerated() {
      if let heading = page.heading {
        cairo_pdf_surface_add_outline(
          surface, CAIRO_PDF_OUTLINE_ROOT, heading, "page=\(number + 1) pos=[0 0]",
          CAIRO_PDF_OUTLINE_FLAG_OPEN)
      }
      try painter.paint(page.drawing)
      painter.endPage()
    }
    painter.close("Document")
    try painter.finish()
    return withExtendedLifetime(sink) { completed(sink.bytes) }
  }

  /// The file with what cairo cannot write; as it is where another cairo builds it in another way.
  private func completed(_ bytes: [UInt8]) -> [UInt8] {
    guard var update = PDFUpdate(of: bytes) else { return bytes }
    let marks = pages.flatMap(\.drawing.marks)
    var row = 0
    let parts = marks.compactMap { mark -> (tag: String, entries: String)? in
      guard case .opens(let tag, _, let alternative) = mark else { return nil }
      if tag == "Table" { row = 0 }
      if tag == "TR" { row += 1 }
      return (tag, Self.entries(tag, alternative, isFirstRow: row == 1))
    }
    guard update.add(to: [("Document", "")] + parts) else { return bytes }
    update.add(language: "en-GB")
    return update.updated()
  }

  /// What a part of the structure says beside its tag: which way a heading reaches, or a text in
  /// place of a drawing.
  private static func entries(_ tag: String, _ alternative: String, isFirstRow: Bool) -> String {
    if tag == "TH" { return "/A << /O /Table /Scope /\(isFirstRow ? "Column" : "Row") >>" }
    return alternative.isEmpty ? "" : "/Alt \(PDFUpdate.literal(alternative))"
  }
}
