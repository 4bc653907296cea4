/// The data files that the program carries, as text.
public enum ShippedData {
  /// The bank holidays of England and Wales: CSV with `date` and `title`.
  public static var holidays: String { ShippedFiles.all["holidays/england-and-wales.csv"] ?? "" }

  /// The files of the region that ships as an example, by name.
  public static var exampleRegion: [(name: String, text: String)] {
    let folder = "regions/devon-cornwall/"
    return ShippedFiles.all.filter { $0.key.hasPrefix(folder) }
      .sorted { $0.key < $1.key }
      .map { (String($0.key.dropFirst(folder.count)), $0.value) }
  }
}
