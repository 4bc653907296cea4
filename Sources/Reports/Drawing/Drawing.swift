/// A drawing as marks in the order in which they are painted, in pixels of a 96th of an inch.
///
/// One model for every painter: SVG, PDF and PNG show the same marks at the same places.
struct Drawing: Sendable {
  /// A point.
  typealias Point = (x: Double, y: Double)

  /// One mark.
  enum Mark: Sendable {
    /// A rectangle by its upper left corner.
    case rectangle(Point, width: Double, height: Double, fill: String, stroke: String?)
    /// A straight line.
    case line(Point, Point, stroke: String, width: Double, isDashed: Bool)
    /// A text whose first letter starts at the point, on its base line.
    case text(String, Point, size: Double, fill: String, isBold: Bool)
    /// A filled shape with a white edge.
    case polygon([Point], fill: String)
    /// Thin lines.
    case hatching([(from: Point, to: Point)], stroke: String)
    /// A part of the document's structure begins, with attributes, and a text for who cannot see
    /// what is in it; only PDF has it.
    case opens(tag: String, attributes: String, alternative: String)
    /// A part of the document's structure ends.
    case closes(tag: String)
  }

  /// The marks, those behind first.
  private(set) var marks: [Mark] = []
  /// How far down the marks reach.
  private(set) var bottom = 0.0

  /// A rectangle; `x`, `y` is its upper left corner.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String? = nil
  ) {
    marks.append(
      .rectangle((x, y), width: max(0, width), height: height, fill: fill, stroke: stroke))
    bottom = max(bottom, y + height)
  }

  /// A straight line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1,
    dashed: Bool = false
  ) {
    marks.append(.line((x1, y1), (x2, y2), stroke: stroke, width: width, isDashed: dashed))
  }

  /// A text whose first letter starts at `x` on the base line `y`.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, fill: String = "#212b32",
    bold: Bool = false
  ) {
    marks.append(.text(text, (x, y), size: size, fill: fill, isBold: bold))
    bottom = max(bottom, y + size * 0.3)
  }

  /// A filled shape around a middle.
  mutating func shape(_ shape: StageShape, _ x: Double, _ y: Double, half: Double, fill: String) {
    marks.append(.polygon(shape.corners(half).map { (x + $0.x, y + $0.y) }, fill: fill))
  }

  /// Sparse diagonal lines inside a rectangle, cut at its edges by arithmetic.
  mutating func hatching(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, stroke: String
  ) {
    var lines: [(from: Point, to: Point)] = []
    var offset = 12.0
    while offset < width + height {
      // The line x + y = offset, from the left or lower edge to the upper or right one.
      let (x1, x2) = (max(0, offset - height), min(width, offset))
      lines.append(((x + x1, y + offset - x1), (x + x2, y + offset - x2)))
      offset += 12
    }
    marks.append(.hatching(lines, stroke: stroke))
  }

  /// What is drawn meanwhile is a part of the document's structure, such as a heading.
  mutating func tagged(
    _ tag: String, _ attributes: String = "", _ draw: (inout Drawing) -> Void
  ) {
    marks.append(.opens(tag: tag, attributes: attributes, alternative: ""))
    draw(&self)
    marks.append(.closes(tag: tag))
  }

  /// A part of the structure begins, where what is in it is drawn by several.
  mutating func open(_ tag: String, alternative: String = "") {
    marks.append(.opens(tag: tag, attributes: "", alternative: alternative))
  }

  /// A part of the structure ends.
  mutating func close(_ tag: String) { marks.append(.closes(tag: tag)) }
}
