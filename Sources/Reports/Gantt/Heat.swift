import Migrations

/// How full a resource is, in the steps that colours stand for; the number is always printed too.
enum Heat: String, CaseIterable, Sendable {
  case unused
  case half
  case most
  case nearly
  case full
  case over

  /// The step of a use.
  init(_ use: ResourceUse) {
    self =
      switch use.share {
      case _ where use.isOver: .over
      case _ where use.isFull: .full
      case 0: .unused
      case ...0.5: .half
      case ...0.8: .most
      default: .nearly
      }
  }

  /// The colour of a cell.
  var fill: String {
    switch self {
    case .unused: "#ffffff"
    case .half: "#e5f0fa"
    case .most: "#b3d1ee"
    case .nearly: "#66a3db"
    case .full: "#005eb8"
    case .over: "#d5281b"
    }
  }

  /// The colour of the number in a cell.
  var ink: String { self == .full || self == .over ? "#ffffff" : "#212b32" }

  /// The name in legends.
  var words: String {
    switch self {
    case .unused: "not used"
    case .half: "up to 50%"
    case .most: "up to 80%"
    case .nearly: "under 100%"
    case .full: "full"
    case .over: "over"
    }
  }
}
