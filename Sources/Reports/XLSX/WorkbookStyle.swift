import CXLSXWriter

/// How a cell looks.
struct WorkbookStyle: Hashable {
  /// The form of numbers.
  enum Form: Hashable {
    case general
    case whole
    case decimal
    case date
  }

  var form = Form.general
  var isBold = false
  var isWrapped = false
  var isCentred = false
  var size = 10
  /// The colour behind the cell, as `0xRRGGBB`; nil for none.
  var fill: UInt32?
  /// The colour of the text.
  var ink: UInt32 = 0x21_2B_32
  var hasEdge = false

  static let text = WorkbookStyle()
  static let wrapped = WorkbookStyle(isWrapped: true)
  static let title = WorkbookStyle(isBold: true, size: 16)
  static let subtitle = WorkbookStyle(isBold: true, size: 12)
  static let heading = WorkbookStyle(
    isBold: true, isWrapped: true, fill: 0x00_5E_B8, ink: 0xFF_FF_FF, hasEdge: true)

  /// The colour of `#005eb8`.
  static func colour(_ hex: String) -> UInt32 { UInt32(hex.dropFirst(), radix: 16) ?? 0 }

  /// Gives a format of the library this look.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, "Arial")
    format_set_font_size(format, Double(size))
    format_set_font_color(format, ink)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if isBold { format_set_bold(format) }
    if isWrapped { format_set_text_wrap(format) }
    if isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if hasEdge {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xD8_DD_E0)
    }
    if let fill { format_set_bg_color(format, fill) }
    switch form {
    case .general: break
    case .whole: format_set_num_format(format, "#,##0")
    case .decimal: format_set_num_format(format, "#,##0.##")
    case .date:
      format_set_num_format(format, "d mmm yyyy")
      if !isCentred { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    }
  }
}
