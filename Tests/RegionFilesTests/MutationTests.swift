import Foundation
import RegionFiles
import Testing

/// A generator of numbers that gives the same ones for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Whatever happens to the bytes of a region, reading it ends with a region or with errors.
@Suite("RegionFiles: spoilt bytes") struct MutationTests {
  @Test("2,000 spoilt regions are read without a trap", arguments: 0..<4)
  func spoilt(_ part: Int) throws {
    var random = SplitMix(state: UInt64(part) + 2_027)
    let folder = try TemporaryFolder(Good.all)
    let names = Good.all.keys.sorted()
    for _ in 0..<500 {
      let name = names[Int.random(in: names.indices, using: &random)]
      let good = Array((Good.all[name] ?? "").utf8)
      var bytes = good
      spoil(&bytes, &random)
      try folder.write(bytes, to: name)
      let reading = RegionFolder.read(folder.path)
      #expect((reading.region == nil) == reading.hasErrors)
      _ = DiagnosticText(examplesPerCode: nil).render(reading.diagnostics)
      if let region = reading.region { _ = WindowArithmetic(region: region).warnings() }
      try folder.write(good, to: name)
    }
  }

  private func spoil(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    for _ in 0...Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 1: bytes.removeLast(bytes.count - place)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      case 4: bytes[place] = Array("0123456789-.,;\"'[]{}=\n".utf8).randomElement(using: &random)!
      case 5: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
      default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
      }
    }
  }
}
