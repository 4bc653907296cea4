import TrancheKit

/// Reads plans, but first lets files that a crashed run has written whole take their names, so that
/// what is read belongs together.
enum PlanInput {
  /// A plan's folder, or its plan.json, against a region.
  ///
  /// - Parameter allowsDifferences: whether tables that differ from plan.json are left to the
  ///   caller to judge.
  static func read(
    _ path: String, for region: Region, allowsDifferences: Bool = false
  ) -> PlanReading {
    let settling = settle(path)
    var reading = PlanFolder.read(path, for: region, allowsDifferences: allowsDifferences)
    if let problem = settling ?? revision(path, reading.fingerprint).problem {
      reading.plan = nil
      reading.baseline = nil
      reading.missingFile = false
      reading.diagnostics = [problem]
    }
    return reading
  }

  /// What a plan was asked for beside the region's files; nothing where it cannot be read, which
  /// reading it explains.
  static func asked(_ path: String) -> Asked {
    guard settle(path) == nil else { return Asked() }
    return PlanFolder.asked(path) ?? Asked()
  }

  /// A plan's folder, or its plan.json, without a region.
  static func snapshot(_ path: String) -> PlanSnapshotFile.Reading {
    let settling = settle(path)
    var reading = PlanSnapshotFile.read(path)
    let revision = revision(path, reading.fingerprint)
    reading.plan?.revision = revision.number
    if let problem = settling ?? revision.problem {
      reading.plan = nil
      reading.missingFile = false
      reading.diagnostics = [problem]
    }
    return reading
  }

  /// A stages.csv.
  static func stages(_ path: String, for region: Region) -> StagesReading {
    let problem = settle(path)
    var reading = StagesFile.read(path, for: region)
    if let problem {
      reading.missingFile = false
      reading.diagnostics = [problem]
    }
    return reading
  }

  /// Which revision a path names, and what is wrong where it is not what was accepted as that.
  private static func revision(
    _ path: String, _ fingerprint: String
  ) -> (number: Int?, problem: Diagnostic?) {
    guard !fingerprint.isEmpty else { return (nil, nil) }
    do throws(AcceptedHistory.Failure) {
      return (try AcceptedPlans.revision(at: path, fingerprint: fingerprint), nil)
    } catch {
      return (nil, error.diagnostic)
    }
  }

  private static func settle(_ path: String) -> Diagnostic? {
    var folder = path
    if path.hasSuffix(".json") || path.lowercased().hasSuffix(".csv") {
      folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    }
    do throws(OutputFolder.Failure) {
      try OutputFolder(folder).settle()
      return nil
    } catch {
      return Diagnostic(
        code: "E403", file: path,
        message: "\(folder) holds files of two runs: the last one ended while it put its files in "
          + "place", why: error.reason,
        fix: "run this again where you may write to the folder, or plan again.")
    }
  }
}

extension AcceptedHistory.Failure {
  /// What is wrong with the accepted plans, as an error.
  var diagnostic: Diagnostic {
    Diagnostic(code: "E405", file: path, message: "\(path) \(reason)")
  }
}
