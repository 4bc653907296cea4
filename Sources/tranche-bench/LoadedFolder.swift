import TrancheKit

/// A region folder that was read without errors.
struct LoadedFolder {
  let region: Region

  init(_ path: String) throws {
    let reading = RegionFolder.read(path)
    guard let region = reading.region else {
      throw BenchFailure(DiagnosticText().render(reading.diagnostics))
    }
    self.region = region
  }
}
