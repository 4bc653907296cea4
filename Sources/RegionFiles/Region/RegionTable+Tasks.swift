import Files
import Days
import Migrations

/// `[[task]]`: what has to be done on dates that follow from the stages.
extension RegionTable {
  /// Reads the shipped tasks, as far as the pathway has their stages, then region.toml's.
  func readTasks(_ settings: inout Settings) {
    if settings.pathway.stages.map(\.id) == Self.shipped.stages {
      settings.tasks = Self.shipped.tasks
    } else {
      // A pathway of the region's own may lack some of the stages that the shipped tasks hang on.
      readTasks(Shipped.table("tasks/england.toml", reports: Reports()), &settings)
    }
    let shipped = Set(settings.tasks.map(\.id))
    readTasks(root, &settings)
    dropAdrift(shipped, &settings)
    checkAnchors(&settings)
  }

  /// Drops shipped tasks that hang on a task which the pathway has no stage for.
  private func dropAdrift(_ shipped: Set<String>, _ settings: inout Settings) {
    while true {
      let ids = Set(settings.tasks.map(\.id))
      let adrift = settings.tasks.filter { task in
        guard shipped.contains(task.id), case .task(let next) = task.anchor else { return false }
        return !ids.contains(next)
      }
      guard !adrift.isEmpty else { return }
      let gone = Set(adrift.map(\.id))
      settings.tasks.removeAll { gone.contains($0.id) }
    }
  }

  /// The shipped stages and the tasks that hang on them, read once.
  private static let shipped: (stages: [StageID], tasks: [MigrationTask]) = {
    var settings = Settings.fallback
    let root = Shipped.table("tasks/england.toml", reports: Reports())
    RegionTable(root: root, readFile: { _ in .failure(.missing) }).readTasks(root, &settings)
    return (settings.pathway.stages.map(\.id), settings.tasks)
  }()

  private func readTasks(_ owner: TableReader, _ settings: inout Settings) {
    var places = Dictionary(
      settings.tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for reader in owner.tables("task", title: "[[task]]") {
      guard let id = identifier(reader) else { continue }
      if !seen.insert(id).inserted {
        _ = isNew(id, among: [id], reader)
        continue
      }
      let known = places[id].map { settings.tasks[$0] }
      for key in ["title", "role", "anchor", "offset"] where known == nil && !reader.has(key) {
        reader.report("E312", at: reader.position, "\"\(key)\" is missing in \(reader.name)")
      }
      let anchor = anchor(reader, settings.pathway) ?? known?.anchor
      let offset = offset(reader) ?? known?.offset
      let rounding = reader.choice("rounding", of: ["last-working-day-on-or-before", "none"])
      let applies = reader.choice("applies", of: ["all", "dispensing"])
      var task = MigrationTask(
        id: id, title: reader.string("title") ?? known?.title ?? id,
        role: reader.string("role") ?? known?.role ?? "all",
        section: reader.string("section") ?? known?.section ?? "",
        anchor: anchor ?? .task(id), offset: offset ?? .days(0),
        onWorkingDayBefore: rounding.map { $0 != "none" } ?? known?.onWorkingDayBefore ?? false,
        applies: applies ?? known?.applies ?? "", why: reader.string("why") ?? known?.why ?? "",
        source: reader.string("source") ?? known?.source ?? "")
      if task.applies == "all" { task.applies = "" }
      reader.finish()
      guard anchor != nil, offset != nil else { continue }
      if let place = places[id] {
        settings.tasks[place] = task
      } else {
        places[id] = settings.tasks.count
        settings.tasks.append(task)
      }
    }
  }

  private func anchor(_ reader: TableReader, _ pathway: Pathway) -> MigrationTask.Anchor? {
    guard let value = reader.value("anchor"), case .string(let text) = value.content,
      !text.contains(".")
    else { return event("anchor", reader, pathway).map(MigrationTask.Anchor.event) }
    return .task(text)
  }

  private func offset(_ reader: TableReader) -> Length? {
    guard let value = reader.value("offset") else { return nil }
    // Alone among lengths, an offset may be negative: before its anchor.
    if case .string(let text) = value.content, let length = Length(text) { return length }
    return reader.length("offset")
  }

  /// Reports tasks that hang on an unknown task or, by a circle, on themselves.
  private func checkAnchors(_ settings: inout Settings) {
    let tasks = Dictionary(
      settings.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for task in settings.tasks {
      var current = task
      var steps = 0
      while case .task(let next) = current.anchor {
        guard let found = tasks[next] else {
          if steps == 0 {
            reportTask(task, "hangs on the unknown task \"\(next.prefix(60))\"", tasks)
          }
          break
        }
        steps += 1
        guard steps <= tasks.count else {
          reportTask(task, "hangs on itself", tasks)
          break
        }
        current = found
      }
    }
  }

  private func reportTask(
    _ task: MigrationTask, _ message: String, _ tasks: [String: MigrationTask]
  ) {
    let reader = root.tables("task").first { $0.table["id"]?.text == "\"\(task.id)\"" } ?? root
    var fix: String?
    if case .task(let name) = task.anchor, tasks[name] == nil {
      fix = Suggestion.sentence(for: name, in: tasks.keys.sorted())
    }
    reader.report("E319", "anchor", "the task \(task.id) \(message)", fix: fix)
  }
}
