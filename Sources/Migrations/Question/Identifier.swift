/// A name that points at one kind of thing, so that a practice's code cannot pass for a partner's.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name as written.
  public let text: String

  /// The identifier with this name.
  public init(_ text: String) { self.text = text }

  /// The identifier with this name.
  public init(stringLiteral text: String) { self.text = text }

  /// The name as written.
  public var description: String { text }

  /// Compares by name.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The code by which the NHS knows a practice, such as `L82003`.
public typealias PracticeCode = Identifier<Practice>
/// A clinical system's id in the region file, such as `tpp`.
public typealias SystemID = Identifier<ClinicalSystem>
/// A delivery partner's id in the region file.
public typealias PartnerID = Identifier<Partner>
/// A stage's id, such as `go-live`.
public typealias StageID = Identifier<Stage>
/// A resource's id, such as `tpp-go-lives`.
public typealias ResourceID = Identifier<Resource>
