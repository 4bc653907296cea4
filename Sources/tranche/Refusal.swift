import TrancheKit

/// How a command ends that cannot do what it was asked for.
///
/// People get the errors on standard error; with `--json` the same errors also stand as one object
/// on standard output, so that a program need not read prose.
struct Refusal {
  /// The verb.
  let command: String
  /// Where to write, and how.
  let common: CommonOptions
  /// The sentence behind the counts: that nothing was planned, shown or written.
  let closing: String

  /// Says what is wrong and ends the command.
  func end(_ status: ExitStatus, _ diagnostics: [Diagnostic]) throws -> Never {
    let text = DiagnosticText(isASCII: common.isASCII, closing: closing)
    common.console.complain(text.render(diagnostics))
    if common.json {
      common.console.write(
        try JSONText.of(
          Answer(command: command, exit: status.rawValue, diagnostics: diagnostics)))
    }
    throw status.code
  }

  /// Ends the command because an output cannot be written.
  func end(_ failure: OutputFolder.Failure) throws -> Never {
    try end(
      .cannotWrite,
      [
        Diagnostic(
          code: "E600", file: failure.path, message: "cannot be written",
          why: failure.reason, fix: failure.fix)
      ])
  }

  /// What `--json` says.
  private struct Answer: Encodable {
    let command: String
    let ok = false
    let exit: Int32
    let diagnostics: [Diagnostic]

    private enum CodingKeys: String, CodingKey {
      case command, ok, exit, diagnostics
    }
  }
}
