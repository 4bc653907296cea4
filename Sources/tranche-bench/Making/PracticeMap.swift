/// The official practice map of England, as published with the patients registered at practices:
/// code, name, network, ICB and system of every practice.
struct PracticeMap {
  let practices: [PortfolioPractice]

  /// Reads the map, and list sizes from a second file where they are not in the first.
  ///
  /// A practice of which neither file knows the list size gets a made-up one, always the same.
  init(map: String, sizes: String?) throws {
    let csv = SimpleCSV(try TextFile.read(map))
    guard let code = csv.column("practice_code", "ods_code"),
      let name = csv.column("practice_name"),
      let pcn = csv.column("pcn_code"), let pcnName = csv.column("pcn_name"),
      let icb = csv.column("icb_code"),
      let system = csv.column("supplier_name", "clinical_system_supplier")
    else {
      throw BenchFailure(
        "\(map) lacks one of practice_code, practice_name, pcn_code, pcn_name, icb_code, "
          + "supplier_name")
    }
    var known = PracticeMap.sizes(in: csv)
    if let sizes {
      known.merge(PracticeMap.sizes(in: SimpleCSV(try TextFile.read(sizes)))) { $1 }
    }
    practices = csv.rows.map { row in
      let isFree = row[pcn].isEmpty || row[pcn] == "U"
      return PortfolioPractice(
        code: row[code], name: row[name], pcn: isFree ? "" : row[pcn],
        pcnName: isFree ? "" : row[pcnName], icb: row[icb], source: row[system].lowercased(),
        listSize: known[row[code]] ?? PracticeMap.madeUpSize(of: row[code]))
    }
    .sorted { ($0.icb, $0.code) < ($1.icb, $1.code) }
  }

  private static func madeUpSize(of code: String) -> Int {
    var random = SeededRandom("list size of \(code)", seed: 0)
    return ListSizes.draw(&random)
  }

  private static func sizes(in csv: SimpleCSV) -> [String: Int] {
    guard let code = csv.column("practice_code", "ods_code", "code", "org_code"),
      let size = csv.column("list_size", "list_size_2026_07", "number_of_patients", "patients")
    else { return [:] }
    var sizes: [String: Int] = [:]
    for row in csv.rows where row.count > max(code, size) {
      if let number = Int(row[size]), number > 0 { sizes[row[code]] = number }
    }
    return sizes
  }
}
