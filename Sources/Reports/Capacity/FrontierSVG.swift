public import Days

/// frontier.svg: the last go-live against what extra capacity costs, with the proven bound below.
public struct FrontierSVG {
  /// One point: for everybody to be live by a day, so much was found to do and so much is needed.
  public struct Point: Hashable, Sendable {
    /// The last go-live day allowed.
    public var by: Day
    /// Points for extra capacity in the plan that was found.
    public var extra: Double
    /// Points for extra capacity that are proven to be needed.
    public var bound: Double

    /// One point.
    public init(by: Day, extra: Double, bound: Double) {
      self.by = by
      self.extra = extra
      self.bound = bound
    }
  }

  private let points: [Point]
  private let title: String
  private let left = 90.0
  private let top = 84.0
  private let width = 760.0
  private let height = 360.0

  /// A drawing of points in any order.
  public init(_ points: [Point], title: String) {
    self.points = points.sorted { $0.by < $1.by }
    self.title = title
  }

  /// The document.
  public var text: String {
    var drawing = Drawing()
    drawing.text(title, 24, 40, size: 18, bold: true)
    drawing.text(
      "Extra capacity (points) for everybody to be live by a day. Squares: found, as a plan that "
        + "was checked. Dashes: proven to be needed at least.", 24, 62)
    axes(&drawing)
    for (place, point) in points.enumerated() {
      if place + 1 < points.count {
        let next = points[place + 1]
        drawing.line(
          x(point.by), y(point.extra), x(next.by), y(next.extra), stroke: "#005eb8", width: 2)
        drawing.line(
          x(point.by), y(point.bound), x(next.by), y(next.bound), stroke: "#4c6272", width: 1.5,
          dashed: true)
      }
    }
    for point in points {
      drawing.rectangle(x(point.by) - 4, y(point.extra) - 4, 8, 8, fill: "#005eb8")
      drawing.text(
        Figures.words(point.extra), x(point.by) + 7, y(point.extra) - 6, size: 11)
    }
    return drawing.svg(
      width: left + width + 60, title: title,
      description: points.map { "By \($0.by.words): \(Figures.points(Figures.words($0.extra)))." }
        .joined(separator: " "))
  }

  private func axes(_ drawing: inout Drawing) {
    drawing.line(left, top, left, top + height, stroke: "#212b32")
    drawing.line(left, top + height, left + width, top + height, stroke: "#212b32")
    for step in 0...4 {
      let value = most * Double(step) / 4
      drawing.line(left - 4, y(value), left + width, y(value), stroke: "#d8dde0")
      drawing.text(Figures.words(value), 30, y(value) + 4, size: 11)
    }
    var lastEnd = -Double.infinity
    for point in points {
      let label = point.by.shortWords
      let start = x(point.by) - ArialWidth.of(label, size: 11) / 2
      drawing.line(x(point.by), top + height, x(point.by), top + height + 5, stroke: "#212b32")
      guard start > lastEnd + 6 else { continue }
      drawing.text(label, start, top + height + 20, size: 11)
      lastEnd = start + ArialWidth.of(label, size: 11)
    }
  }

  private var most: Double { max(1, points.map(\.extra).max() ?? 1) }

  private func x(_ day: Day) -> Double {
    guard let first = points.first?.by, let last = points.last?.by, first < last else {
      return left + width / 2
    }
    return left + 20 + (width - 60) * Double(day - first) / Double(last - first)
  }

  private func y(_ value: Double) -> Double { top + height - (height - 20) * value / most }
}
