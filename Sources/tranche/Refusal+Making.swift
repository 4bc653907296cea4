import TrancheKit

extension Refusal {
  /// What `make` makes for an output; ends the command where it cannot, as on a full disk for
  /// temporary files or without a font, and never with a status that means something else.
  func making<Made>(_ output: String, _ make: () throws -> Made) throws -> Made {
    do { return try make() } catch {
      let reason = "\(error)"
      try end(
        .cannotWrite,
        [
          Diagnostic(
            code: "E602", file: output, message: "cannot be made",
            why: reason.hasSuffix(".") ? reason : reason + ".",
            fix: "see to that, or choose other formats.")
        ])
    }
  }
}
