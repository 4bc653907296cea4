import Days
import Migrations

/// The kinds of organisation to tell of a migration, as shipped.
enum ShippedThirdParties {
  /// All of them in the order of the checklist, read once.
  static let all: [ThirdParty] = read(
    Shipped.table("tasks/third-parties.toml", reports: Reports()))

  /// Reads every `[[third_party]]`; one that lacks its id, name or notice is left out with a report.
  static func read(_ root: TableReader) -> [ThirdParty] {
    let parties = root.tables("third_party", title: "[[third_party]]").compactMap { reader in
      for key in ["id", "name", "notice", "disconnect", "reconnect"] where !reader.has(key) {
        reader.report("E312", at: reader.position, "\"\(key)\" is missing in \(reader.name)")
      }
      let party = party(reader)
      reader.finish()
      return party
    }
    root.finish()
    return parties
  }

  private static func party(_ reader: TableReader) -> ThirdParty? {
    let asksFirst = reader.choice("applies", of: ["all", "ask"]) == "ask"
    let (note, source) = (reader.string("note") ?? "", reader.string("source") ?? "")
    guard let id = reader.string("id"), let name = reader.string("name"),
      let notice = reader.length("notice"), let disconnect = reader.string("disconnect"),
      let reconnect = reader.string("reconnect")
    else { return nil }
    return ThirdParty(
      id: id, name: name, notice: notice, disconnect: disconnect, reconnect: reconnect,
      asksFirst: asksFirst, note: note, source: source)
  }
}
