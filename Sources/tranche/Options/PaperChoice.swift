import ArgumentParser
import TrancheKit

/// The sheets of a PDF.
enum PaperChoice: String, ExpressibleByArgument, CaseIterable {
  case a4
  case a3
  case a2
  case a1
  case a0

  var paper: Paper {
    switch self {
    case .a4: .a4
    case .a3: .a3
    case .a2: .a2
    case .a1: .a1
    case .a0: .a0
    }
  }
}
