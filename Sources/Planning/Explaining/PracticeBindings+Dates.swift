/// Dates of the practice in the room that the others leave.
extension PracticeBindings {
  /// The earliest day number of a node: the days that allow some are those from it on.
  func earliest(_ node: Int) -> Int {
    var low = max(0, chain.nodes[node].lower)
    var high = Int(days[node])
    while low < high {
      let middle = (low + high) / 2
      if dates(narrowed(chain, node, atMost: middle)) != nil {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return high
  }

  /// Working days by which a stage may start later.
  func slack(_ node: Int) -> Int {
    let now = Int(days[node])
    guard node != chain.goLive else {
      var day = now
      while day + 1 <= chain.nodes[node].upper {
        let next = narrowed(narrowed(chain, node, atMost: day + 1), node, atLeast: day + 1)
        guard dates(next) != nil else { break }
        day += 1
      }
      return day - now
    }
    let goLive = Int(days[chain.goLive])
    let held = narrowed(
      narrowed(chain, chain.goLive, atMost: goLive), chain.goLive, atLeast: goLive)
    var low = now
    var high = min(chain.nodes[node].upper, model.timetable.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if dates(narrowed(held, node, atLeast: middle)) != nil {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low - now
  }

  func narrowed(
    _ chain: PracticeModel, _ node: Int, atLeast: Int = 0, atMost: Int = .max
  ) -> PracticeModel {
    var narrowed = chain
    narrowed.nodes[node].lower = max(narrowed.nodes[node].lower, atLeast)
    narrowed.nodes[node].upper = min(narrowed.nodes[node].upper, atMost)
    return narrowed
  }

  /// The cheapest dates in the room that the others leave; nil if there are none.
  func dates(_ limited: PracticeModel) -> PatternGenerator.Priced? {
    charged(limited, group: true).flatMap { $0.cost < model.noRoom / 2 ? $0 : nil }
  }

  func charged(_ limited: PracticeModel, group: Bool) -> PatternGenerator.Priced? {
    let links = others.linkCharges(chain.practice, model: model)
    return others.room.withUnsafeBufferPointer { room in
      guard let base = room.baseAddress else {
        return withUnsafePointer(to: 0.0) {
          explainer.generator.best(
            limited,
            charges: RoomCharges(
              room: $0, noRoom: model.noRoom, prices: nil, weight: 0, goLive: links),
            goLive: group ? groupDay : nil)
        }
      }
      return explainer.generator.best(
        limited,
        charges: RoomCharges(
          room: base, noRoom: model.noRoom, prices: nil, weight: 0, goLive: links),
        goLive: group ? groupDay : nil)
    }
  }
}
