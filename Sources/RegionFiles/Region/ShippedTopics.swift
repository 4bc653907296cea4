import Migrations

/// The topics of the shipped tasks.
enum ShippedTopics {
  /// All of them in the order of the file, read once.
  static let all: [TaskTopic] = read(Shipped.table("tasks/topics.toml", reports: Reports()))

  /// Reads every `[[topic]]`; one that lacks something is left out with a report.
  static func read(_ root: TableReader) -> [TaskTopic] {
    let topics = root.tables("topic", title: "[[topic]]").compactMap { reader -> TaskTopic? in
      for key in ["id", "title", "tasks"] where !reader.has(key) {
        reader.report("E312", at: reader.position, "\"\(key)\" is missing in \(reader.name)")
      }
      let (id, title) = (reader.string("id"), reader.string("title"))
      let tasks = reader.elements("tasks")
      reader.finish()
      guard let id, let title, let tasks else { return nil }
      return TaskTopic(id: id, title: title, tasks: tasks.map(\.text))
    }
    root.finish()
    return topics
  }
}
