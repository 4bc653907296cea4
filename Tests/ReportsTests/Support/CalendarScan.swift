import Foundation
@testable import Reports

/// Reads calendars as their receivers do: lines unfolded, events with their properties.
struct CalendarScan {
  /// The lines as they stand.
  let lines: [String]
  /// The events, each with its properties' values by name; parameters stay with the name.
  private(set) var events: [[String: String]] = []

  init(_ file: OutputFile) {
    lines = file.text.components(separatedBy: "\r\n")
    var unfolded: [String] = []
    for line in lines where !line.isEmpty {
      if line.hasPrefix(" "), !unfolded.isEmpty {
        unfolded[unfolded.count - 1] += line.dropFirst()
      } else {
        unfolded.append(line)
      }
    }
    var event: [String: String]?
    var isAlarm = false
    for line in unfolded {
      switch line {
      case "BEGIN:VEVENT": event = [:]
      case "END:VEVENT":
        if let event { events.append(event) }
        event = nil
      case "BEGIN:VALARM": isAlarm = true
      case "END:VALARM": isAlarm = false
      default:
        guard !isAlarm, let colon = line.firstIndex(of: ":") else { continue }
        event?[String(line[..<colon])] = Self.plain(String(line[line.index(after: colon)...]))
      }
    }
  }

  /// The events by their key, such as `Z00001/go-live`.
  var byKey: [String: [String: String]] {
    Dictionary(
      events.map { ($0["X-TRANCHE-KEY"] ?? "", $0) }, uniquingKeysWith: { one, _ in one })
  }

  private static func plain(_ value: String) -> String {
    var plain = ""
    var isEscaped = false
    for letter in value {
      if isEscaped {
        plain.append(letter == "n" ? "\n" : letter)
        isEscaped = false
      } else if letter == "\\" {
        isEscaped = true
      } else {
        plain.append(letter)
      }
    }
    return plain
  }
}

extension [OutputFile] {
  /// The file of a name.
  func named(_ name: String) -> OutputFile? { first { $0.name == name } }
}
