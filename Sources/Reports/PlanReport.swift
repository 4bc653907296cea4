public import Days
public import Migrations

/// Everything a report says: the question, the answer, and where both come from.
public struct PlanReport: Sendable {
  /// The region that was planned.
  public var region: Region
  /// The plan; its practices are in the region's order.
  public var plan: Plan
  /// The files the region was read from, each with its fingerprint.
  public var inputs: [InputFingerprint]
  /// The version of the program, as `1.0.0`.
  public var version: String
  /// The time to print; nil leaves every output free of clock time, so that it repeats byte for byte.
  public var stamp: Stamp?
  /// Whether the plan has been accepted.
  public var standing: Standing
  /// The accepted plans of the region, oldest first; the last is this one if `standing` says so.
  public var revisions: [Revision] = []
  /// The practices as the region's files have them, where a replan takes more as given; else nil.
  public var listed: [Practice]?
  /// How far the dates could slip, by place of the practice; empty where nobody worked it out.
  public var slack: [Int: Slack] = [:]
  /// What was found wrong, or worth knowing, about the inputs and the plan.
  public var findings: [ReportFinding] = []

  /// One input file and what was in it.
  public struct InputFingerprint: Hashable, Sendable {
    /// The file's name inside the region folder.
    public var file: String
    /// The SHA-256 of its bytes, as 64 lower-case hexadecimal digits.
    public var sha256: String

    /// One input file and what was in it.
    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  /// A time given from outside; the program never looks at a clock for a report.
  public enum Stamp: Hashable, Sendable {
    /// A date, as from `--today`.
    case day(Day)
    /// Seconds since 1 January 1970 in UTC, as from `SOURCE_DATE_EPOCH`.
    case seconds(Int)
  }

  /// What the region has made of the plan.
  public enum Standing: String, Hashable, Sendable {
    /// Nobody has agreed to it yet; reports say DRAFT.
    case draft
    /// The region has agreed to it.
    case accepted
  }

  /// A report on a plan.
  public init(
    region: Region, plan: Plan, inputs: [InputFingerprint] = [], version: String,
    stamp: Stamp? = nil, standing: Standing = .draft
  ) {
    self.region = region
    self.plan = plan
    self.inputs = inputs.sorted { $0.file < $1.file }
    self.version = version
    self.stamp = stamp
    self.standing = standing
  }
}

extension PlanReport.Stamp {
  /// The date of the stamp, in UTC.
  public var day: Day {
    switch self {
    case .day(let day): day
    case .seconds(let seconds): Day(number: (Double(seconds) / 86_400).wholeBelow)
    }
  }

  /// The stamp by ISO 8601: `2026-11-20`, or `2026-11-20T09:30:00Z`.
  public var iso: String {
    guard case .seconds(let seconds) = self else { return day.iso }
    let second = seconds - day.number * 86_400
    let parts = [second / 3_600, second / 60 % 60, second % 60]
    return day.iso + "T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
  }
}

extension Double {
  /// The largest whole number that is not above this one.
  fileprivate var wholeBelow: Int { Int(rounded(.down)) }
}
