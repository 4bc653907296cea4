import Days

/// What was asked for beside the files of a region folder.
///
/// A plan answers a question: the region as its files have it, and these changes to it. The plan's
/// file records them, so that whoever reads the plan asks the same question again; with another
/// one, its cost, bound and dates would be judged by rules that it was not made for. What a replan
/// starts from and the reserves that it keeps are recorded beside it (`Region.baseline`,
/// `Region.reserves`).
public struct Asked: Sendable {
  /// Keys of region.toml with other values, in the order in which they were given.
  public var settings: [Setting]
  /// Further files of practices, by path.
  public var additions: [String]
  /// Agreed dates, closures and practices that drop out.
  public var changes: RegionChanges

  /// One key of region.toml with another value, as `--set` takes it.
  public struct Setting: Hashable, Sendable {
    /// The key, as `system.tpp.go_lives_per_week`.
    public var key: String
    /// The value, as it would stand in the file.
    public var value: String

    /// One key with another value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Nothing beside the files.
  public init() {
    settings = []
    additions = []
    changes = RegionChanges()
  }

  /// Whether the files say everything.
  public var isEmpty: Bool { settings.isEmpty && additions.isEmpty && changes.isEmpty }

  /// What was asked for, as a list in words; empty if nothing was.
  public var words: String {
    (settings.map { "\($0.key) = \($0.value)" } + additions.map { "the practices of \($0)" }
      + changes.pins.map { "\($0.code) on \($0.day.words)" }
      + changes.blocks.map {
        "\($0.code) closed from \($0.days.lowerBound.words) to \($0.days.upperBound.words)"
      } + changes.drops.map { "without \($0)" }).joined(separator: ", ")
  }
}
