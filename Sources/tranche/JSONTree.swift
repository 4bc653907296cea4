/// A JSON value that is put together piece by piece.
indirect enum JSONTree: Encodable {
  case text(String)
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case list([JSONTree])
  case object([String: JSONTree])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .flag(let value): try container.encode(value)
    case .list(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// The same object with further members; those of the same name are replaced.
  func with(_ further: [String: JSONTree]) -> JSONTree {
    guard case .object(let members) = self else { return self }
    return .object(members.merging(further) { $1 })
  }
}
