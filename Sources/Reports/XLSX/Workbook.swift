import CXLSXWriter
import Days
import Files
import Glibc

/// A workbook that is being written; used on one thread, and only until its bytes are taken.
///
/// The library writes to a path only, so it gets that of a file in memory, of which nothing stays
/// however the process ends.
final class Workbook {
  /// What could not be written, and why.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32
  private let path: String
  private var formats: [WorkbookStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var isClosed = false

  /// A workbook with its properties; `day` stands for the time at which it was made.
  init(title: String, subject: String, day: Day) throws {
    descriptor = memfd_create("tranche", UInt32(tranche_memfd_cloexec))
    guard descriptor >= 0 else {
      throw Failure(description: "no room for the workbook: \(String(cString: strerror(errno)))")
    }
    path = "/proc/self/fd/\(descriptor)"
    guard let book = workbook_new(path) else {
      close(descriptor)
      throw Failure(description: "there is not enough memory for the workbook")
    }
    self.book = book
    var properties = lxw_doc_properties()
    // A fixed time, so that the same plan gives the same bytes.
    properties.created = day.number * 86_400
    let texts = [title, subject].map { strdup(WorkbookText.plain($0)) }
    properties.title = texts[0]
    properties.subject = texts[1]
    workbook_set_properties(book, &properties)
    for text in texts { free(text) }
  }

  deinit {
    if !isClosed { lxw_workbook_free(book) }
    close(descriptor)
  }

  /// Adds a sheet.
  func sheet(_ name: String) throws -> WorkbookSheet {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw Failure(description: "the sheet \(name) cannot be made")
    }
    return WorkbookSheet(name: name, sheet: sheet, book: self)
  }

  /// The library's format for a look.
  func format(_ style: WorkbookStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// A new chart.
  func chart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    workbook_add_chart(book, UInt8(type.rawValue))
  }

  /// The bytes of the whole workbook; nothing can be added afterwards.
  func bytes() throws -> [UInt8] {
    isClosed = true
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw Failure(description: String(cString: lxw_strerror(error)))
    }
    do { return try RegularFile.bytes(of: path, atMost: Int(Int32.max)) } catch {
      throw Failure(description: "the workbook \(error.words)")
    }
  }
}
