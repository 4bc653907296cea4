import Migrations

/// The suffixes by which expanded short forms are named, with the keys they come from.
enum ShortFormNames {
  /// For each kind of holder: suffix of the resource's id, and key of the short form.
  static let all: [(list: String, forms: [(suffix: String, key: String)])] = [
    ("system", Resource.ShortForm.ofSystems.map { ($0.suffix, $0.rawValue) }),
    ("partner", Resource.ShortForm.ofPartners.map { ($0.suffix, $0.rawValue) }),
  ]
}
