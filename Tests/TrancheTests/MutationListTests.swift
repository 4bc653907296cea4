import Testing

/// The list of mistakes that `make mutate` makes fits the sources.
@Suite("Tranche: mistakes") struct MutationListTests {
  @Test("every line of the list stands once in its file, and there are 60 of them")
  func list() throws {
    let outcome = try Shell().run("python3 '\(Shell.root)/Tests/Mutations/mutate.py' --check")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let count = outcome.output.split(separator: " ").first.flatMap { Int($0) } ?? 0
    #expect(count >= 60, "\(outcome.output)")
  }
}
