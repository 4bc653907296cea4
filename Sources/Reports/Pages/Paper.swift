/// A sheet in landscape, in pixels of a 96th of an inch.
public enum Paper: String, CaseIterable, Hashable, Sendable {
  case a4
  case a3
  case a2
  case a1
  case a0

  /// The long and the short side, from the millimetres of ISO 216.
  var size: (width: Double, height: Double) {
    let (long, short) =
      switch self {
      case .a4: (297.0, 210.0)
      case .a3: (420.0, 297.0)
      case .a2: (594.0, 420.0)
      case .a1: (841.0, 594.0)
      case .a0: (1189.0, 841.0)
      }
    return (long * 96 / 25.4, short * 96 / 25.4)
  }
}
