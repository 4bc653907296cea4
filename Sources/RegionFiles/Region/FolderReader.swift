import Days
import Files
import Migrations

/// Reads the files of one region folder, one after the other.
///
/// A class, because the readers of single files ask it for the files that they name.
final class FolderReader {
  /// The folder.
  let path: String
  /// Further files of practices.
  private let additions: [String]
  /// Where messages go.
  let reports = Reports()
  private var missingFile = false

  /// A reader of a folder, and of further files of practices from anywhere.
  init(path: String, additions: [String] = []) {
    self.path = path
    self.additions = additions
  }

  /// Says that a file that is needed is missing.
  func missesFile() { missingFile = true }

  private var fingerprints: [(file: String, sha256: String)] = []

  /// Reads everything.
  func read(overrides: [(key: String, value: String)]) -> RegionReading {
    let root = readTOML(overrides)
    let table = root.map { root in RegionTable(root: root, readFile: { self.open($0) }) }
    guard table.map({ $0.demandFormat() && $0.demandSize() }) ?? true else {
      return reading(nil, nil)
    }
    let settings = table?.read()
    var region: Region?
    var places = PracticePlaces()
    if let file = requireTable("practices") {
      var reader = PracticesFile(
        settings: settings ?? Settings.fallback, knowsSettings: settings?.knowsParties ?? false,
        reports: reports)
      reader.read(file)
      for addition in additions { add(addition, to: &reader) }
      places = reader.practicePlaces
      let result = readOthers(reader)
      if let root, !reports.hasErrors {
        region = RegionAssembly(settings: reader.settings, root: root, file: places.file).region(
          practices: result.practices, links: result.links,
          otherColumnNames: reader.otherColumnNames)
        region?.setAside = result.setAside
      }
    }
    return reading(region, settings, places)
  }

  private func reading(
    _ region: Region?, _ settings: Settings?, _ places: PracticePlaces = PracticePlaces()
  ) -> RegionReading {
    RegionReading(
      region: reports.hasErrors ? nil : region, diagnostics: reports.diagnostics,
      fingerprints: fingerprints, missingFile: missingFile,
      output: settings?.output ?? OutputSettings(), sheets: settings?.sheets ?? [], places: places)
  }

  /// Adds the practices of a file that is named from the working folder.
  private func add(_ path: String, to reader: inout PracticesFile) {
    do {
      let file = try SourceFile.read(path, name: path)
      fingerprints.append((path, Fingerprint.sha256(file.bytes)))
      Inputs.remember(path)
      reader.add(file)
    } catch {
      if case .missing = error { missingFile = true }
      reports.add(
        Diagnostic(
          code: "E100", file: path, message: "\(path) \(error.words)",
          fix: "name a file in the shape of practices.csv."))
    }
  }

  private func readTOML(_ overrides: [(key: String, value: String)]) -> TableReader? {
    guard let file = require("region.toml"),
      let root = RegionFolder.table(of: file, reports: reports)
    else { return nil }
    guard !overrides.isEmpty else { return root }
    var table = root.table
    for (key, value) in overrides {
      Override(key: key, value: value).apply(to: &table, reports: reports)
    }
    return TableReader(
      name: root.name, table: table, position: root.position, file: file, reports: reports)
  }

  private struct Practices {
    var practices: [Practice] = []
    var links: [Link] = []
    var setAside: [SetAside] = []
  }

  private func readOthers(_ reader: PracticesFile) -> Practices {
    var practices = reader.practices
    let places = Dictionary(
      practices.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var links: [Link] = []
    // Without practices every code would be unknown, which says nothing new.
    guard !practices.isEmpty else { return Practices() }
    if let file = optionalTable("closures") {
      ClosuresFile(settings: reader.settings, reports: reports)
        .read(file, into: &practices, places: places)
    }
    if let file = optionalTable("links") {
      links = LinksFile(reports: reports).read(file, practices: practices, places: places)
    }
    if let file = optionalTable("actuals") {
      ActualsFile(settings: reader.settings, reports: reports)
        .read(file, into: &practices, places: places)
    }
    return planned(Practices(practices: practices, links: links), reader)
  }

  /// Sets aside the practices that are not planned, with the links that they have.
  ///
  /// Those that went live and have it on record stay: what they still use counts for the others.
  private func planned(_ all: Practices, _ reader: PracticesFile) -> Practices {
    let goLive = reader.settings.pathway.goLive
    for (code, diagnostic) in reader.inProgress
    where all.practices.contains(where: { $0.code == code && $0.actuals.isEmpty }) {
      reports.add(diagnostic)
    }
    var result = Practices()
    var places: [Int: Int] = [:]
    for (place, practice) in all.practices.enumerated() {
      if let (state, words) = reader.setAside[practice.code],
        !([.live, .done].contains(state) && practice.actuals[goLive] != nil)
      {
        result.setAside.append(SetAside(practice: practice, state: state, words: words))
      } else {
        places[place] = result.practices.count
        result.practices.append(practice)
      }
    }
    result.links = all.links.compactMap { link in
      guard let first = places[link.first], let second = places[link.second] else { return nil }
      var link = link
      link.first = first
      link.second = second
      return link
    }
    guard !result.setAside.isEmpty else { return result }
    let names = result.setAside.map { "\($0.practice.code) \($0.reason)" }
    reports.add(
      Diagnostic(
        code: "W220", file: reader.fileName,
        message: "\(counted(names.count, "practice")) not planned: "
          + names.prefix(20).joined(separator: ", ")
          + (names.count > 20 ? " and \(names.count - 20) more" : ""),
        why: "The column of their status says so."))
    if result.practices.isEmpty {
      reports.add(
        Diagnostic(
          code: "E221", file: reader.fileName, message: "no practice is left to plan",
          why: "The status of every one says that it is not planned.",
          fix: "correct the status of those that are to move."))
    }
    return result
  }

  /// A file below the folder, or anywhere if its path is absolute; remembers its fingerprint.
  private func open(_ name: String) -> Result<SourceFile, SourceFile.Problem> {
    do {
      let place = name.hasPrefix("/") ? name : "\(path)/\(name)"
      let file = try SourceFile.read(place, name: name)
      fingerprints.append((name, Fingerprint.sha256(file.bytes)))
      Inputs.remember(place)
      return .success(file)
    } catch {
      return .failure(error)
    }
  }

  /// A file that has to be there; a report if it is not.
  func require(_ name: String) -> SourceFile? {
    switch open(name) {
    case .success(let file): return file
    case .failure(let problem):
      if case .missing = problem { missingFile = true }
      reports.add(
        Diagnostic(
          code: "E100", file: name, message: "\(name) \(problem.words)",
          why: "A region folder holds region.toml and practices.csv; this one is \(path).",
          fix: "name another folder, or make one with: tranche init DIR."))
      return nil
    }
  }

  /// A file that need not be there.
  func optional(_ name: String) -> SourceFile? {
    switch open(name) {
    case .success(let file): return file
    case .failure(.missing): return nil
    case .failure(let problem):
      reports.add(
        Diagnostic(
          code: "E100", file: name, message: "\(name) \(problem.words)",
          fix: "put the table itself there, or take it away."))
      return nil
    }
  }
}

extension Settings {
  /// What other files are read against where region.toml cannot be read: the shipped pathway.
  static var fallback: Settings {
    let quiet = Reports()
    var settings = Settings()
    let empty = TableReader(
      name: "", table: TOMLTable(), position: SourcePosition(line: 0, column: 0),
      file: SourceFile(name: "", bytes: []), reports: quiet)
    RegionTable(root: empty, readFile: { _ in .failure(.missing) }).readPathway(nil, &settings)
    return settings
  }
}
