/// Drawings as SVG in the profile that office programs read without harm.
///
/// Presentation attributes only, hexadecimal colours, text that starts where we say, hatching as
/// lines: PowerPoint draws CSS-placed text on one heap, `rgba` as black, and drops patterns.
extension Drawing {
  /// The whole document, as high as the marks reach or as asked.
  func svg(width: Double, height: Double? = nil, title: String, description: String) -> String {
    let height = height ?? (bottom + 16).rounded(.up)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(n(width))" height="\(n(height))" \
      viewBox="0 0 \(n(width)) \(n(height))">
      <title>\(Markup.escaped(title))</title>
      <desc>\(Markup.escaped(description))</desc>
      <rect x="0" y="0" width="\(n(width))" height="\(n(height))" fill="#ffffff"/>
      \(marks.map(element).joined())</svg>

      """
  }

  private func element(_ mark: Mark) -> String {
    switch mark {
    case .rectangle(let corner, let width, let height, let fill, let stroke):
      let edge = stroke.map { " stroke=\"\($0)\" stroke-width=\"1\"" } ?? ""
      return "<rect x=\"\(n(corner.x))\" y=\"\(n(corner.y))\" width=\"\(n(width))\" "
        + "height=\"\(n(height))\" fill=\"\(fill)\"\(edge)/>\n"
    case .line(let from, let to, let stroke, let width, let isDashed):
      return "<line x1=\"\(n(from.x))\" y1=\"\(n(from.y))\" x2=\"\(n(to.x))\" y2=\"\(n(to.y))\" "
        + "stroke=\"\(stroke)\" stroke-width=\"\(n(width))\""
        + "\(isDashed ? " stroke-dasharray=\"4 3\"" : "")/>\n"
    case .text(let text, let start, let size, let fill, let isBold):
      return "<text x=\"\(n(start.x))\" y=\"\(n(start.y))\" font-family=\"Arial\" "
        + "font-size=\"\(n(size))\" \(isBold ? "font-weight=\"bold\" " : "")fill=\"\(fill)\">"
        + "\(Markup.escaped(text))</text>\n"
    case .polygon(let points, let fill):
      let corners = points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
      return "<polygon points=\"\(corners)\" fill=\"\(fill)\" stroke=\"#ffffff\" "
        + "stroke-width=\"1\"/>\n"
    case .hatching(let lines, let stroke):
      let path = lines.map { "M\(n($0.from.x)) \(n($0.from.y))L\(n($0.to.x)) \(n($0.to.y))" }
      return
        "<path d=\"\(path.joined())\" stroke=\"\(stroke)\" stroke-width=\"0.5\" fill=\"none\"/>\n"
    case .opens, .closes: return ""
    }
  }

  private func n(_ value: Double) -> String { Markup.number(value) }
}
