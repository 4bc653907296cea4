import Migrations

/// Puts a block into a plan where it costs least, with the room that the others leave.
struct Insertion {
  let model: Model
  let generator: PatternGenerator
  /// Millionths of a point per unit of each row, to guide; empty for none.
  var guide: [Double] = []
  /// The weight on the guide, 0 to 1.
  var guideWeight = 0.0

  /// Puts every member of a block that has a place; members must have no days yet.
  func insert(_ block: Int, into state: inout PlanState) {
    let members = model.blocks[block].members
    if members.count == 1 {
      if let days = best(members[0], in: state, goLive: nil) {
        state.put(members[0], days: days, model: model, generator: generator)
      }
      return
    }
    insertGroup(members, into: &state)
  }

  /// The days that cost a practice least now; nil if leaving it out costs less.
  private func best(_ practice: Int, in state: PlanState, goLive: Int?) -> [Int32]? {
    let chain = model.practices[practice]
    let out = chain.isCommitted ? model.artificialCost : chain.unscheduledCost
    return withCharges(practice, state) { charges in
      guard let priced = generator.best(chain, charges: charges, goLive: goLive),
        priced.cost < model.noRoom / 2, chain.ownCost(of: priced.days) < out
      else { return nil }
      return priced.days
    }
  }

  private func withCharges<Result>(
    _ practice: Int, _ state: PlanState, _ body: (RoomCharges) -> Result
  ) -> Result {
    let links = state.linkCharges(practice, model: model)
    return state.room.withUnsafeBufferPointer { room in
      guide.withUnsafeBufferPointer { guide in
        guard let room = room.baseAddress else {
          // No resource at all: one row that nobody asks for stands in for the room.
          return withUnsafePointer(to: 0.0) {
            body(
              RoomCharges(
                room: $0, noRoom: model.noRoom, prices: nil, weight: 0, goLive: links))
          }
        }
        return body(
          RoomCharges(
            room: room, noRoom: model.noRoom, prices: guide.isEmpty ? nil : guide.baseAddress,
            weight: guideWeight,
            goLive: links))
      }
    }
  }

  /// A group goes live on one day: the days in order of what they seem to cost are tried until
  /// all who have a place there are in.
  private func insertGroup(_ members: [Int], into state: inout PlanState) {
    // Who may not be left out comes first.
    let members =
      members.filter { model.practices[$0].isCommitted }
      + members.filter { !model.practices[$0].isCommitted }
    let outs = members.map {
      model.practices[$0].isCommitted
        ? model.artificialCost : model.practices[$0].unscheduledCost
    }
    var sums = [Double](repeating: 0, count: model.timetable.count)
    for (place, member) in members.enumerated() {
      let profile =
        withCharges(member, state) {
          generator.goLiveProfile(model.practices[member], charges: $0)
        } ?? [Double](repeating: .infinity, count: sums.count)
      for day in sums.indices { sums[day] += min(profile[day], outs[place]) }
    }
    let everybodyOut = outs.reduce(0, +)
    let candidates = sums.indices.filter { sums[$0] < everybodyOut }
      .sorted { (sums[$0], $0) < (sums[$1], $1) }
    var best: (state: PlanState, placed: Int)?
    for day in candidates.prefix(12) {
      var trial = state
      var placed = 0
      for member in members {
        if let days = self.best(member, in: trial, goLive: day) {
          trial.put(member, days: days, model: model, generator: generator)
          placed += 1
        }
      }
      if best.map({ trial.total < $0.state.total }) ?? (trial.total < state.total) {
        best = (trial, placed)
      }
      if placed == members.count { break }
    }
    if let best { state = best.state }
  }
}
