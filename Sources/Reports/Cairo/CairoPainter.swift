import CPangoCairo

/// Paints drawings on a surface of cairo, text set by pango.
///
/// Owns the surface. Whoever makes it says what becomes of the bytes.
struct CairoPainter: ~Copyable {
  let surface: OpaquePointer
  private let context: OpaquePointer
  private let layout: OpaquePointer
  /// Whether tags go into the document.
  private let hasStructure: Bool

  /// A painter that scales a drawing's pixels to the surface's unit; the surface is its own, even
  /// if this throws.
  init(surface: OpaquePointer, scale: Double, hasStructure: Bool) throws(CairoError) {
    guard let context = cairo_create(surface), let layout = pango_cairo_create_layout(context)
    else {
      cairo_surface_destroy(surface)
      throw .noText
    }
    // Without any font pango draws a box for each letter and says nothing.
    pango_layout_set_text(layout, "Go-live 1", -1)
    guard pango_layout_get_unknown_glyphs_count(layout) == 0 else {
      g_object_unref(UnsafeMutableRawPointer(layout))
      cairo_destroy(context)
      cairo_surface_destroy(surface)
      throw .noText
    }
    self.surface = surface
    self.context = context
    self.layout = layout
    self.hasStructure = hasStructure
    cairo_scale(context, scale, scale)
    // The same letters at the same places on every device: no fitting to its pixels.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(pango_layout_get_context(layout), options)
    cairo_font_options_destroy(options)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Paints every mark in order.
  func paint(_ drawing: Drawing) throws(CairoError) {
    for mark in drawing.marks { paint(mark) }
    try check()
  }

  /// Ends a page; what follows is on the next.
  func endPage() { cairo_show_page(context) }

  /// Begins a part of the document's structure that holds several pages.
  func open(_ tag: String) { cairo_tag_begin(context, tag, nil) }

  /// Ends a part of the document's structure.
  func close(_ tag: String) { cairo_tag_end(context, tag) }

  /// Ends the surface's output, after which its bytes are whole.
  func finish() throws(CairoError) {
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    if status != CAIRO_STATUS_SUCCESS {
      throw .failed(String(cString: cairo_status_to_string(status)))
    }
  }

  private func check() throws(CairoError) {
    let status = cairo_status(context)
    if status != CAIRO_STATUS_SUCCESS {
      throw .failed(String(cString: cairo_status_to_string(status)))
    }
  }

  private func paint(_ mark: Drawing.Mark) {
    switch mark {
    case .rectangle(let corner, let width, let height, let fill, let stroke):
      cairo_rectangle(context, corner.x, corner.y, width, height)
      set(fill)
      guard let stroke else {
        cairo_fill(context)
        return
      }
      cairo_fill_preserve(context)
      draw(stroke, width: 1)
    case .line(let from, let to, let colour, let width, let isDashed):
      cairo_move_to(context, from.x, from.y)
      cairo_line_to(context, to.x, to.y)
      if isDashed { cairo_set_dash(context, [4, 3], 2, 0) }
      draw(colour, width: width)
      cairo_set_dash(context, nil, 0, 0)
    case .text(let text, let start, let size, let fill, let isBold):
      paint(text, at: start, size: size, fill: fill, isBold: isBold)
    case .polygon(let points, let fill):
      for point in points { cairo_line_to(context, point.x, point.y) }
      cairo_close_path(context)
      set(fill)
      cairo_fill_preserve(context)
      draw("#ffffff", width: 1)
    case .hatching(let lines, let colour):
      for line in lines {
        cairo_move_to(context, line.from.x, line.from.y)
        cairo_line_to(context, line.to.x, line.to.y)
      }
      draw(colour, width: 0.5)
    case .opens(let tag, let attributes, _):
      if hasStructure { cairo_tag_begin(context, tag, attributes) }
    case .closes(let tag):
      if hasStructure { cairo_tag_end(context, tag) }
    }
  }

  private func paint(
    _ text: String, at start: Drawing.Point, size: Double, fill: String, isBold: Bool
  ) {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, "Arial")
    pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    // One line, whatever is in it, as in the other formats.
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_text(layout, text.replacing("\0", with: "\u{FFFD}"), -1)
    var (width, height): (Int32, Int32) = (0, 0)
    pango_layout_get_size(layout, &width, &height)
    set(fill)
    cairo_save(context)
    cairo_translate(context, start.x, start.y)
    // Where Arial is missing, the font in its place may be wider than the drawing has room for.
    let room = ArialWidth.of(text, size: size, bold: isBold)
    let taken = Double(width) / Double(PANGO_SCALE)
    if taken > room, room > 0 { cairo_scale(context, room / taken, 1) }
    cairo_move_to(context, 0, -Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE))
    pango_cairo_show_layout(context, layout)
    cairo_restore(context)
    cairo_new_path(context)
  }

  private func draw(_ colour: String, width: Double) {
    set(colour)
    cairo_set_line_width(context, width)
    cairo_stroke(context)
  }

  /// Sets a colour of six hexadecimal digits.
  private func set(_ colour: String) {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    cairo_set_source_rgb(
      context, Double(number >> 16) / 255, Double(number >> 8 & 255) / 255,
      Double(number & 255) / 255)
  }
}
