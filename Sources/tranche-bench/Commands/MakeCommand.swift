import ArgumentParser
import TrancheKit

/// `tranche-bench make`: benchmark portfolios as region folders.
struct MakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Write benchmark portfolios as region folders.",
    discussion: """
      Writes a folder SIZE-TIGHTNESS-sSEED for each size, tightness (60, 80 and 95 % of the open
      weeks full) and seed, and SIZE-TIGHTNESS-sSEED-daily with resources that are booked by the
      day. Size 51 is the shipped example's; 171, 600 and 3581 are real with --map, the official
      practice map of England, and made up without it. The same options write the same bytes.
      """)

  @Argument(help: "The folder to write to.", completion: .directory)
  var folder: String

  @Option(name: .long, help: "Only these sizes, as 10,30 (default: all).")
  var only: String?

  @Option(name: .long, help: "How many seeds.")
  var seeds = 5

  @Option(name: .long, help: "The official practice map of England.", completion: .file())
  var map: String?

  @Option(name: .long, help: "List sizes, if the map has none.", completion: .file())
  var sizes: String?

  @Option(name: .long, help: "The shipped region for size 51.", completion: .directory)
  var shipped = "Data/regions/devon-cornwall"

  func run() throws {
    let map = try map.map { try PracticeMap(map: $0, sizes: sizes) }
    let wanted = try only.map { text in
      try text.split(separator: ",").map { part in
        guard let size = Int(part), size > 0 else {
          throw ValidationError("'\(part)' is no size.")
        }
        return size
      }
    }
    for size in wanted ?? Portfolio.sizes {
      for seed in 1...max(1, seeds) {
        let portfolio = try Portfolio(size: size, seed: seed, shipped: shipped, map: map)
        for tightness in Portfolio.tightnesses {
          try write(portfolio, size: size, tightness: tightness, seed: seed)
        }
      }
      print("made \(size)")
    }
  }

  private func write(_ portfolio: Portfolio, size: Int, tightness: Int, seed: Int) throws {
    for isDaily in [false, true] {
      let path = "\(folder)/\(size)-\(tightness)-s\(seed)\(isDaily ? "-daily" : "")"
      try TextFile.makeFolder(path)
      // A draft that is long enough for any share, to find the open weeks in.
      guard let start = Day(iso: "2027-01-04"), let far = Day(iso: "2034-12-22") else { return }
      func region(until finish: Day) -> String {
        RegionText(
          portfolio: portfolio, tightness: tightness, seed: seed, isDaily: isDaily,
          finish: finish
        ).text
      }
      func practices(until finish: Day) -> String {
        PracticesText(portfolio: portfolio, seed: seed, dates: start...finish).text
      }
      try TextFile.write(region(until: far), to: path + "/region.toml")
      try TextFile.write(practices(until: far), to: path + "/practices.csv")
      let reading = RegionFolder.read(path)
      guard let draft = reading.region else {
        throw BenchFailure("\(path): \(DiagnosticText().render(reading.diagnostics))")
      }
      let weeks =
        Double(portfolio.practices.count) * 100
        / Double(portfolio.goLivesPerWeek * tightness)
      guard let finish = Calibration(region: draft).finish(openWeeks: Int(weeks.rounded(.up)))
      else { throw BenchFailure("\(path): too few open weeks until \(far.iso)") }
      try TextFile.write(region(until: finish), to: path + "/region.toml")
      try TextFile.write(practices(until: finish), to: path + "/practices.csv")
    }
  }
}
