/// An SVG drawing in the profile that office programs read without harm.
///
/// Presentation attributes only, hexadecimal colours, text that starts where we say, hatching as
/// lines: PowerPoint draws CSS-placed text on one heap, `rgba` as black, and drops patterns.
struct SVGCanvas {
  private(set) var body = ""
  private(set) var bottom = 0.0

  /// A rectangle; `x`, `y` is its upper left corner.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String? = nil
  ) {
    let edge = stroke.map { " stroke=\"\($0)\" stroke-width=\"1\"" } ?? ""
    body +=
      "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\" height=\"\(n(height))\" "
      + "fill=\"\(fill)\"\(edge)/>\n"
    bottom = max(bottom, y + height)
  }

  /// A straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1,
    dashed: Bool = false
  ) {
    body +=
      "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" stroke=\"\(stroke)\" "
      + "stroke-width=\"\(n(width))\"\(dashed ? " stroke-dasharray=\"4 3\"" : "")/>\n"
  }

  /// A text whose first letter starts at `x` on the base line `y`.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, fill: String = "#212b32",
    bold: Bool = false
  ) {
    body +=
      "<text x=\"\(n(x))\" y=\"\(n(y))\" font-family=\"Arial\" font-size=\"\(n(size))\" "
      + "\(bold ? "font-weight=\"bold\" " : "")fill=\"\(fill)\">\(Markup.escaped(text))</text>\n"
    bottom = max(bottom, y + size * 0.3)
  }

  /// A filled shape around a middle.
  mutating func shape(_ shape: StageShape, _ x: Double, _ y: Double, half: Double, fill: String) {
    let corners = shape.corners(half).map { "\(n(x + $0.x)),\(n(y + $0.y))" }
    body +=
      "<polygon points=\"\(corners.joined(separator: " "))\" fill=\"\(fill)\" stroke=\"#ffffff\" "
      + "stroke-width=\"1\"/>\n"
  }

  /// Sparse diagonal lines inside a rectangle, cut at its edges by arithmetic.
  mutating func hatching(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, stroke: String
  ) {
    var path = ""
    var offset = 12.0
    while offset < width + height {
      // The line x + y = offset, from the left or lower edge to the upper or right one.
      let (x1, x2) = (max(0, offset - height), min(width, offset))
      path += "M\(n(x + x1)) \(n(y + offset - x1))L\(n(x + x2)) \(n(y + offset - x2))"
      offset += 12
    }
    body += "<path d=\"\(path)\" stroke=\"\(stroke)\" stroke-width=\"0.5\" fill=\"none\"/>\n"
  }

  /// The whole document.
  func document(width: Double, title: String, description: String) -> String {
    let height = (bottom + 16).rounded(.up)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(n(width))" height="\(n(height))" \
      viewBox="0 0 \(n(width)) \(n(height))">
      <title>\(Markup.escaped(title))</title>
      <desc>\(Markup.escaped(description))</desc>
      <rect x="0" y="0" width="\(n(width))" height="\(n(height))" fill="#ffffff"/>
      \(body)</svg>

      """
  }

  private func n(_ value: Double) -> String { Markup.number(value) }
}
