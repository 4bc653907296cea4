import FoundationEssentials

/// Gives the SHA-256 of some bytes as 64 lower-case hexadecimal digits.
///
/// Handed in by the program, because hashing belongs to the readers of files.
public typealias SHA256Digest = @Sendable ([UInt8]) -> String

/// A page in one file that loads nothing, and runs nothing but its own script.
struct HTMLDocument {
  let title: String
  /// The sentence under the title, not yet escaped.
  let subtitle: String
  let style: String
  let script: String
  /// What the drawings refer to.
  let definitions: String
  /// The sections in the order in which they are read out.
  let sections: [String]

  func text(_ digest: SHA256Digest) -> String {
    let (style, script) = ("\n\(style)\n", "\n\(script)\n")
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src '\(Self.source(style, digest))'; script-src '\(Self.source(script, digest))'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(definitions)
      <a class="skip" href="#plan">Skip to the plan</a>
      <header>
      <h1>\(Markup.escaped(title))</h1>
      <p>\(Markup.escaped(subtitle))</p>
      </header>
      <main>
      \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      <div id="strip" role="status" hidden></div>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  /// How a content-security policy names a text by its hash, so that no other text counts.
  private static func source(_ text: String, _ digest: SHA256Digest) -> String {
    let digits = Array(digest(Array(text.utf8)))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }
}
