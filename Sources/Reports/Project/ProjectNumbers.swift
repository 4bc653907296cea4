/// The numbers of tasks, the same in every export, so that Project's own links to them hold.
struct ProjectNumbers {
  private var ids: [String: String] = [:]
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - keys: the names of the tasks.
  ///   - identifier: makes a UUID of a name.
  init(keys: [String], identifier: (String) -> String) {
    var taken: Set<Int> = []
    // In order of name, so that the few that clash do not depend on the order of dates.
    for key in keys.sorted() where ids[key] == nil {
      let id = identifier(key)
      ids[key] = id
      // 1 to 2^31 - 1 is what the format holds.
      let digits = id.filter(\.isHexDigit).prefix(8)
      var number = Int(digits, radix: 16).map { $0 & 0x7FFF_FFFF } ?? 1
      while number == 0 || !taken.insert(number).inserted { number = number % 0x7FFF_FFFF + 1 }
      numbers[key] = number
    }
  }

  /// The UUID of a task.
  func id(of key: String) -> String { ids[key] ?? "" }

  /// The number of a task.
  func number(of key: String) -> Int { numbers[key] ?? 0 }
}
