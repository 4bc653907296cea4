import CNettle

/// Ids made of names, the same for the same name on every machine (RFC 9562, version 5).
public enum NameUUID {
  /// The id of a name, such as `DEVON-CORNWALL/L82003/go-live`.
  public static func of(_ name: String) -> String {
    let bytes = space + Array(name.utf8)
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { nettle_sha1_update(&context, buffer.count, base) }
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_SIZE))
    nettle_sha1_digest(&context, digest.count, &digest)
    // Version 5, and the variant of the RFC.
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for (place, byte) in digest.prefix(16).enumerated() {
      if [4, 6, 8, 10].contains(place) { text.append(UInt8(ascii: "-")) }
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The space of tranche's names; drawn once at random, and never to be changed.
  private static let space: [UInt8] = [
    0x6E, 0x1F, 0x0B, 0x5C, 0x93, 0x2A, 0x4D, 0x7E, 0xA1, 0x58, 0x3C, 0x64, 0xD9, 0x02, 0xB7, 0x85,
  ]
}
