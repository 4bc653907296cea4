import TrancheKit

/// What `accept --json` says.
struct AcceptAnswer: Encodable {
  let command = "accept"
  let ok = true
  let isNew: Bool
  let folder: String
  let revision: RevisionRecord
  let comparison: ComparisonRecord?
  let tell: [Telling.Item]
  let judged: JudgementRecord

  init(
    _ acceptance: Acceptance, _ judgement: Judgement, _ record: RevisionRecord, folder: String,
    isNew: Bool
  ) {
    self.isNew = isNew
    self.folder = folder
    revision = record
    comparison = acceptance.comparison.map(ComparisonRecord.init)
    tell = acceptance.telling.items
    judged = JudgementRecord(
      judgement, acceptance.schedules, cost: acceptance.report.plan.cost)
  }

  private enum CodingKeys: String, CodingKey {
    case command, ok, folder, revision, comparison, tell, judged
    case isNew = "new"
  }
}
