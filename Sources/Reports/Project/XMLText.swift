/// XML written element by element, in the order that is asked for.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private var depth = 0

  /// Adds an element with text in it.
  mutating func add(_ name: String, _ value: String) {
    text += "\(margin)<\(name)>\(Markup.escaped(value))</\(name)>\n"
  }

  /// Adds an element with a number in it.
  mutating func add(_ name: String, _ value: Int) { add(name, String(value)) }

  /// Adds an element with elements in it.
  ///
  /// - Parameter attributes: what stands behind the name, already escaped.
  mutating func add(
    _ name: String, attributes: String = "", _ content: (inout XMLText) -> Void
  ) {
    text += "\(margin)<\(name)\(attributes)>\n"
    depth += 1
    content(&self)
    depth -= 1
    text += "\(margin)</\(name)>\n"
  }

  private var margin: String { String(repeating: " ", count: depth) }
}
