/// Tasks that belong together for a reader, such as those about prescriptions.
public struct TaskTopic: Hashable, Sendable {
  /// The id, such as `prescriptions`.
  public var id: String
  /// The topic, for people.
  public var title: String
  /// The ids of its tasks.
  public var tasks: [String]

  /// A topic.
  public init(id: String, title: String, tasks: [String]) {
    self.id = id
    self.title = title
    self.tasks = tasks
  }
}
