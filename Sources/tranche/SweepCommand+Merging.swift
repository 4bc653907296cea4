import ArgumentParser
import TrancheKit

/// Putting the files of shards together.
extension SweepCommand {
  func merged() throws -> SweepTable {
    var tables: [(name: String, table: SweepTable)] = []
    for path in merge {
      switch TextFile.read(path) {
      case .failure(let problem):
        common.console.complain("error: \(path) \(problem.words)")
        if case .missing = problem { throw ExitStatus.missingInput.code }
        throw ExitStatus.badInput.code
      case .success(let text):
        do {
          tables.append((path, try SweepTable(csv: text, name: path)))
        } catch {
          throw refuse(error)
        }
      }
    }
    do {
      return try SweepTable.merged(tables)
    } catch {
      throw refuse(error)
    }
  }

  private func refuse(_ problem: SweepTable.Problem) -> ExitCode {
    common.console.complain("error: \(problem.message)")
    return ExitStatus.badInput.code
  }
}
