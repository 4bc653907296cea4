import CPangoCairo

/// A drawing as PNG.
enum Picture {
  /// The bytes of a drawing of a size in its own pixels, at so many dots an inch.
  static func png(
    _ drawing: Drawing, width: Double, height: Double, dotsPerInch: Double
  ) throws(CairoError) -> [UInt8] {
    let scale = dotsPerInch / 96
    guard
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32((width * scale).rounded(.up)),
        Int32((height * scale).rounded(.up)))
    else { throw .failed("no picture") }
    let painter = try CairoPainter(surface: surface, scale: scale, hasStructure: false)
    var sheet = Drawing()
    sheet.rectangle(0, 0, width, height, fill: "#ffffff")
    try painter.paint(sheet)
    try painter.paint(drawing)
    let sink = ByteSink()
    let status = withExtendedLifetime(sink) {
      cairo_surface_write_to_png_stream(painter.surface, ByteSink.write, sink.pointer)
    }
    if status != CAIRO_STATUS_SUCCESS {
      throw .failed(String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}
