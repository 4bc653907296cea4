import ArgumentParser
import TrancheKit

/// What `capacity` is asked.
struct CapacityOptions: ParsableArguments {
  @Option(name: .long, help: "The plan's folder (default: plan first).", completion: .directory)
  var plan: String?

  @Flag(name: .long, help: "A mark for each resource and week.")
  var heatmap = false

  @Flag(name: .long, help: "Every resource and period as CSV on standard output.")
  var csv = false

  @Option(
    name: .long, help: "Buy the least capacity with which everybody is live by this date.",
    transform: parseDay)
  var by: Day?

  @Flag(name: .long, help: "Buy for several dates: the last go-live against extra capacity.")
  var frontier = false

  @Option(name: .long, help: ArgumentHelp("How many dates for --frontier.", valueName: "n"))
  var points = 5

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --by, --frontier: buy units for all weeks up to the last short one (steady), or for "
        + "single weeks (by-week)."))
  var mode = PurchaseChoice.steady

  @Option(name: .long, help: "Take a supplier or partner away: its id, with --from and --weeks.")
  var stop: String?

  @Option(name: .long, help: "With --stop: for how many weeks.")
  var weeks: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take people away from a supplier or partner, or units from a resource.", valueName: "id=n"))
  var lose: Loss?

  @Option(
    name: .long, help: "The first day of more or less capacity (default: the region's start).",
    transform: parseDay)
  var from: Day?

  @Option(
    name: [.customShort("o"), .long], help: "Write files into this folder.",
    completion: .directory)
  var output: String?

  func validate() throws {
    let asked = [by != nil, frontier, stop != nil, lose != nil, heatmap || csv].count { $0 }
    guard asked <= 1, !(heatmap && csv) else {
      throw ValidationError(
        "Choose one of --heatmap, --csv, --by, --frontier, --stop and --lose.")
    }
    guard (stop == nil) == (weeks == nil), stop == nil || from != nil else {
      throw ValidationError("--stop needs --from and --weeks, and --weeks needs --stop.")
    }
    if let weeks, !(1...520).contains(weeks) {
      throw ValidationError("--weeks must be from 1 to 520.")
    }
    if from != nil, by == nil, !frontier, stop == nil, lose == nil {
      throw ValidationError("--from goes with --by, --frontier, --stop and --lose.")
    }
    guard (2...60).contains(points) else {
      throw ValidationError("--points must be from 2 to 60.")
    }
    if output?.isEmpty == true { throw ValidationError("The folder after -o has no name.") }
    if output != nil, stop != nil || lose != nil {
      throw ValidationError("-o goes with --by and --frontier, or with none of these.")
    }
  }

  /// What is taken away; nil if nothing is.
  func shock(in region: Region, _ refusal: Refusal) throws -> CapacityShock? {
    let end = region.horizon.upperBound + 91
    if let stop, let weeks, let from {
      return .stop(
        holder: try holder(stop, "--stop \(stop)", region, refusal),
        days: from...(from + (weeks * 7 - 1)))
    }
    guard let lose else { return nil }
    let first = from ?? (region.horizon.lowerBound - 91)
    // A resource's id comes first, then suppliers and partners, then resources by their names.
    let resources = region.resources.map { (id: $0.id.text, name: $0.name) }
    let named = NameSearch(resources).places(of: lose.holder)
    let isHolder = !NameSearch(Self.holders(of: region)).places(of: lose.holder).isEmpty
    let place =
      resources.firstIndex { $0.id.lowercased() == lose.holder.lowercased() }
      ?? (isHolder || named.count != 1 ? nil : named.first)
    if let place {
      return .reduction(
        of: region.resources[place].id, units: lose.units, days: first...max(first, end))
    }
    return .loss(
      holder: try holder(lose.holder, "--lose \(lose.holder)=\(lose.units)", region, refusal),
      units: lose.units, days: first...max(first, end))
  }

  private func holder(
    _ id: String, _ option: String, _ region: Region, _ refusal: Refusal
  ) throws -> String {
    let holders = Self.holders(of: region)
    let known = holders.map(\.id)
    let found = NameSearch(holders).places(of: id)
    if found.count == 1, let only = found.first { return known[only] }
    try refusal.end(
      .badInput,
      [
        Diagnostic(
          code: "E140", file: option, message: "no system or partner has the id \(id)",
          fix: Suggestion.nearest(to: id, in: known).map { "did you mean \($0)?" }
            ?? "the ids are \(known.joined(separator: ", ")).")
      ])
  }

  /// Systems and partners, which hold resources.
  private static func holders(of region: Region) -> [(id: String, name: String)] {
    region.systems.map { ($0.id.text, $0.name) } + region.partners.map { ($0.id.text, $0.name) }
  }
}

/// `--mode`.
enum PurchaseChoice: String, ExpressibleByArgument, CaseIterable {
  case steady
  case byWeek = "by-week"

  var mode: PurchaseMode { self == .steady ? .steady : .byWeek }
}

/// `ID=N`, so many people fewer.
struct Loss: ExpressibleByArgument {
  let holder: String
  let units: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let units = Int(parts[1]), units > 0, units < 1_000_000 else {
      return nil
    }
    holder = String(parts[0])
    self.units = units
  }
}
