import CExpat

/// Reads XML and tells a listener of its elements, by names that stand for their namespaces.
///
/// The prefixes of a file are its own choice, so names come as `XMLNames` has them: those of a
/// workbook without any prefix, those of other known formats with a fixed one, and all others with
/// `?:`, so that an extension's element is never taken for the workbook's own of the same name.
///
/// A document type is refused, because its entities are the way to make little XML large.
final class XMLReader {
  /// Told of an element that begins, with its attributes.
  var onStart: (_ name: String, _ attributes: [String: String]) -> Void = { _, _ in }
  /// Told of an element that ends.
  var onEnd: (_ name: String) -> Void = { _ in }
  /// Told of text; one run of it may come in several pieces.
  var onText: (_ bytes: UnsafeBufferPointer<UInt8>) -> Void = { _ in }
  private var parser: XML_Parser?
  private var isStopped = false
  private var hasDocumentType = false

  /// Reads a whole document; false if it is not well-formed, or has a document type.
  ///
  /// Reading ends early, and well, after `stop`. The listeners are let go of afterwards: one that
  /// stops the reader holds on to it, and the two would keep each other for ever.
  func read(_ bytes: [UInt8]) -> Bool {
    guard let parser = XML_ParserCreateNS(nil, XMLNames.separator) else { return false }
    self.parser = parser
    defer {
      XML_ParserFree(parser)
      self.parser = nil
      onStart = { _, _ in }
      onEnd = { _ in }
      onText = { _ in }
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        XMLReader.of(context)?.onStart(
          XMLNames.name(name), XMLReader.dictionary(of: attributes))
      }, { context, name in XMLReader.of(context)?.onEnd(XMLNames.name(name)) })
    XML_SetCharacterDataHandler(parser) { context, text, length in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        XMLReader.of(context)?.onText(UnsafeBufferPointer(start: $0, count: Int(length)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      XMLReader.of(context)?.refuseDocumentType()
    }
    let status = withExtendedLifetime(self) {
      bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
      }
    }
    return !hasDocumentType && (isStopped || status == XML_STATUS_OK)
  }

  /// Reads no further.
  func stop() {
    isStopped = true
    if let parser { XML_StopParser(parser, XML_Bool(0)) }
  }

  private func refuseDocumentType() {
    hasDocumentType = true
    stop()
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func dictionary(
    of attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) -> [String: String] {
    guard let attributes else { return [:] }
    var dictionary: [String: String] = [:]
    var place = 0
    while let name = attributes[place], let value = attributes[place + 1] {
      dictionary[XMLNames.name(name)] = String(cString: value)
      place += 2
    }
    return dictionary
  }
}
