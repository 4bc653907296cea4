/// A view of a plan for a terminal; how wide and how plain are its stored properties.
public protocol PlanText: Sendable {
  /// The lines of the view, none wider than asked, without line ends.
  func lines(for report: PlanReport) -> [String]
}

extension PlanText {
  /// The view as one text, each line ended.
  public func text(for report: PlanReport) -> String {
    lines(for: report).map { $0 + "\n" }.joined()
  }
}

/// What the terminal can do; decided by the command, which alone knows the terminal.
public struct TerminalStyle: Hashable, Sendable {
  /// The columns of a line; less than 40 counts as 40.
  public var width: Int
  /// Whether only ASCII may be drawn, as `#` and `.`; names stay as they are.
  public var isASCII: Bool
  /// Whether colours are asked for, as ANSI escape sequences.
  public var isColoured: Bool

  /// What the terminal can do.
  public init(width: Int = 80, isASCII: Bool = false, isColoured: Bool = false) {
    self.width = width
    self.isASCII = isASCII
    self.isColoured = isColoured
  }

  var columns: Int { max(40, width) }
  var shade: Character { isASCII ? "#" : "░" }
  var open: Character { isASCII ? "." : "·" }
  var ellipsis: String { isASCII ? "..." : "…" }

  /// The text in a colour of a Select Graphic Rendition sequence, if colours are asked for.
  func coloured(_ text: String, _ colour: String) -> String {
    isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  /// Lines broken at spaces.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    TerminalWidth.wrapped(text, width: columns, indent: indent)
  }
}
