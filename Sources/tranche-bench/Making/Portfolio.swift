/// What a benchmark portfolio is made of, before its capacities are known.
struct Portfolio {
  /// How tight the capacities are: the share of open weeks whose go-live slots are all taken.
  static let tightnesses = [60, 80, 95]
  /// The sizes that are made unless others are asked for.
  static let sizes = [10, 30, 51, 171, 600, 3_581]

  let practices: [PortfolioPractice]
  let title: String
  /// Go-lives a week, for a portfolio of this size.
  let goLivesPerWeek: Int
  /// The system that all practices come to.
  let target: String

  /// The practices of a size: real ones where the files for it are at hand, else made up.
  init(size: Int, seed: Int, shipped: String, map: PracticeMap?) throws {
    goLivesPerWeek = Portfolio.goLivesPerWeek(of: size)
    if size == 51 {
      practices = try Portfolio.shipped(shipped)
      title = "Devon and Cornwall, \(practices.count) practices from EMIS Web"
      target = "tpp"
    } else if size == 171, let map {
      // Both systems of the two counties leave for a third one, so that all 171 move.
      practices = map.practices.filter { ["QT6", "QJK"].contains($0.icb) }
      title = "Devon and Cornwall, all \(practices.count) practices"
      target = "third"
    } else if size > 171, let map {
      let leaving = map.practices.filter { $0.source == "emis" }
      practices = Array(leaving.prefix(size))
      title = "England, \(practices.count) practices from EMIS Web"
      target = "tpp"
    } else {
      practices = SyntheticPractices.make(count: size, seed: seed)
      title = "\(size) fictional practices"
      target = "tpp"
    }
    guard !practices.isEmpty else { throw BenchFailure("there are no practices for \(size)") }
  }

  private static func goLivesPerWeek(of size: Int) -> Int {
    switch size {
    case ...30: 1
    case ...60: 2
    case ...200: 4
    case ...1_000: 12
    default: 60
    }
  }

  /// The practices that the project ships with the example of Devon and Cornwall.
  private static func shipped(_ folder: String) throws -> [PortfolioPractice] {
    let csv = SimpleCSV(try TextFile.read(folder + "/practices.csv"))
    guard let code = csv.column("ods_code"), let name = csv.column("practice_name"),
      let pcn = csv.column("pcn_code"), let pcnName = csv.column("pcn_name"),
      let icb = csv.column("icb_code"), let size = csv.column("list_size")
    else { throw BenchFailure("\(folder)/practices.csv has other columns than expected") }
    return csv.rows.map { row in
      PortfolioPractice(
        code: row[code], name: row[name], pcn: row[pcn], pcnName: row[pcnName], icb: row[icb],
        source: "emis", listSize: Int(row[size]) ?? 0)
    }
  }
}
