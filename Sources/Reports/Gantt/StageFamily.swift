/// The phase a stage belongs to, which gives it its colour and its small letter.
enum StageFamily: String, CaseIterable, Sendable {
  case setUp
  case prepare
  case data
  case cutover
  case goLive
  case after

  /// The family of a stage by its code; stages that a region adds count as preparation.
  init(code: String) {
    self =
      switch code {
      case "PR", "KO", "TS": .setUp
      case "ID", "DC", "FX", "SO": .data
      case "FD", "CO": .cutover
      case "GL": .goLive
      case "PG": .after
      default: .prepare
      }
  }

  /// The name in legends.
  var words: String {
    switch self {
    case .setUp: "Set up"
    case .prepare: "Prepare"
    case .data: "Data"
    case .cutover: "Cutover"
    case .goLive: "Go live"
    case .after: "After"
    }
  }

  /// The letter that stands for a span of it in a terminal.
  var letter: Character {
    switch self {
    case .setUp: "s"
    case .prepare: "p"
    case .data: "d"
    case .cutover: "c"
    case .goLive: "g"
    case .after: "a"
    }
  }

  /// The colour of bars, from the NHS palette.
  var fill: String {
    switch self {
    case .setUp: "#4c6272"
    case .prepare: "#005eb8"
    case .data: "#330072"
    case .cutover: "#7c2855"
    case .goLive: "#007f3b"
    case .after: "#00a499"
    }
  }

  /// The colour of text on a bar; aqua is too light for white.
  var ink: String { self == .after ? "#212b32" : "#ffffff" }

  /// The colour around a bar: a white gap, but an edge where the fill alone is too light.
  var edge: String { self == .after ? "#212b32" : "#ffffff" }

  /// The terminal's colour, as the number of a Select Graphic Rendition sequence.
  var terminalColour: String {
    switch self {
    case .setUp: "90"
    case .prepare: "34"
    case .data: "35"
    case .cutover: "31"
    case .goLive: "1;32"
    case .after: "36"
    }
  }
}

/// The shape of a stage that takes one day, so that it shows at any scale and without colour.
enum StageShape: Sendable {
  case square
  case triangle
  case diamond

  /// The shape of a stage by its code; nil for stages drawn as bars alone.
  init?(code: String) {
    switch code {
    case "ID": self = .square
    case "FD": self = .triangle
    case "GL": self = .diamond
    default: return nil
    }
  }

  /// The corners around a middle at 0, 0, for a shape of this half width.
  func corners(_ half: Double) -> [(x: Double, y: Double)] {
    switch self {
    case .square:
      [(-half * 0.8, -half * 0.8), (half * 0.8, -half * 0.8), (half * 0.8, half * 0.8)]
        + [(-half * 0.8, half * 0.8)]
    case .triangle: [(0, -half), (half, half * 0.85), (-half, half * 0.85)]
    case .diamond: [(0, -half * 1.2), (half * 1.2, 0), (0, half * 1.2), (-half * 1.2, 0)]
    }
  }
}
