import CZip

/// A zip archive in memory, read part by part and never beyond its limits.
///
/// A class, because it owns libzip's archive.
final class ZipArchive {
  private let archive: OpaquePointer
  private let limits: WorkbookLimits
  private var read = 0
  /// libzip reads from here for as long as the archive is open.
  private let bytes: UnsafeMutableRawBufferPointer

  /// Opens an archive.
  init(_ data: [UInt8], limits: WorkbookLimits) throws(WorkbookProblem) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, data.count), alignment: 8)
    bytes.copyBytes(from: data)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(data.count), 0, &error)
    else {
      bytes.deallocate()
      throw .broken
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      bytes.deallocate()
      throw .broken
    }
    self.archive = archive
    self.bytes = bytes
    self.limits = limits
    let count = zip_get_num_entries(archive, 0)
    guard count <= zip_int64_t(limits.entries) else {
      throw .tooLarge("it holds \(count) files")
    }
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  /// The bytes of a part; nil if there is none of that name.
  func part(_ name: String) throws(WorkbookProblem) -> [UInt8]? {
    let place = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    guard place >= 0 else { return nil }
    var information = zip_stat_t()
    zip_stat_init(&information)
    guard zip_stat_index(archive, zip_uint64_t(place), 0, &information) == 0,
      let file = zip_fopen_index(archive, zip_uint64_t(place), 0)
    else { throw .broken }
    defer { zip_fclose(file) }
    let packed = Int(clamping: information.comp_size)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = zip_fread(file, &chunk, zip_uint64_t(chunk.count))
      guard count >= 0 else { throw .malformed(part: name) }
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<Int(count)])
      read += Int(count)
      // What comes out counts, not what the archive says of itself.
      try check(content.count, packed: packed)
    }
  }

  private func check(_ size: Int, packed: Int) throws(WorkbookProblem) {
    guard size <= limits.part, read <= limits.total else {
      throw .tooLarge("it unpacks to more than \(limits.part / 1_048_576) megabytes")
    }
    let isDense = size <= 1_048_576 || size / max(1, packed) <= limits.ratio
    guard isDense else {
      throw .tooLarge("a part is more than \(limits.ratio) times as large as it is packed")
    }
  }
}
