/// Why a drawing could not be painted.
public enum CairoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no text to be had, most likely because no font is installed.
  case noText
  /// What cairo says.
  case failed(String)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .noText:
      "Text cannot be drawn, because no font is installed; apt-get install fonts-liberation."
    case .failed(let reason): "Drawing failed: \(reason)."
    }
  }
}
