import Days
import Migrations

/// Builds a practice's chain from the region.
struct PracticeModelBuilder {
  let region: Region
  let timetable: Timetable
  let objective: ScaledObjective
  let meanListSize: Double
  let generator: PatternGenerator
  private let lookup: ResourceLookup

  init(
    region: Region, timetable: Timetable, rows: ResourceRows, lookup: ResourceLookup? = nil
  ) {
    self.region = region
    self.lookup = lookup ?? ResourceLookup(region.resources)
    self.timetable = timetable
    generator = PatternGenerator(timetable: timetable, rows: rows, scratch: PricingScratch())
    objective = ScaledObjective(region.objective)
    meanListSize = region.meanListSize
  }

  /// The models of all practices, those that are alike made once; and for each the place of the
  /// first practice that shares its chain.
  static func models(
    region: Region, timetable: Timetable, rows: ResourceRows, threads: Int
  ) -> (models: [PracticeModel], chains: [Int]) {
    let lookup = ResourceLookup(region.resources)
    let count = region.practices.count
    let found = Parallel.map(count, threads: threads) { place, _ in
      let practice = region.practices[place]
      let places = lookup.places(for: practice)
      return (
        places,
        PracticeLikeness(
          of: practice, in: region, resources: places.map { region.resources[$0] })
      )
    }
    var known: [PracticeLikeness: Int] = [:]
    var firsts: [Int] = []
    let kinds = found.enumerated().map { place, found in
      if let kind = known[found.1] { return kind }
      known[found.1] = firsts.count
      firsts.append(place)
      return firsts.count - 1
    }
    let chosen = firsts
    let made = Parallel.map(chosen.count, threads: threads) { kind, _ in
      let builder = PracticeModelBuilder(
        region: region, timetable: timetable, rows: rows, lookup: lookup)
      return (builder.model(of: chosen[kind]), builder.layout(of: chosen[kind]))
    }
    let builder = PracticeModelBuilder(
      region: region, timetable: timetable, rows: rows, lookup: lookup)
    let models = kinds.enumerated().map { place, kind in
      var model = made[kind].0
      model.practice = place
      model.terms = builder.terms(made[kind].1, region.practices[place], at: found[place].0)
      return model
    }
    return (models, kinds.map { chosen[$0] })
  }

  /// What becomes nodes of a practice's chain.
  private func layout(of place: Int) -> ChainLayout {
    layout(of: region.practices[place], today: region.asOf)
  }

  private func layout(
    of practice: Practice, today: Day?, keepsReserves: Bool = true
  ) -> ChainLayout {
    ChainLayout(
      region: region, practice: practice, today: today,
      resources: lookup.places(for: practice).map { region.resources[$0] },
      keepsReserves: keepsReserves)
  }

  /// The model of a practice, its earliest go-live included.
  func model(of place: Int) -> PracticeModel {
    let practice = region.practices[place]
    let isBound =
      practice.isCommitted || region.asOf != nil || !region.reserves.isEmpty
      || (region.rules.deadlinesAreHard && practice.mustBeLiveBy != nil)
    var earliest = firstGoLive(of: place, as: practice.undated)
    if earliest == nil, practice.isCommitted {
      var agreed = practice
      agreed.frozenGoLive = nil
      agreed.mustBeLiveBy = nil
      earliest = firstGoLive(of: place, as: agreed)
    }
    var model = skeleton(of: place, as: practice, earliest: earliest ?? 0, seesToday: true)
    model.earliest = earliest
    model.hasDates =
      isBound ? generator.best(model, charges: NoCharges()) != nil : earliest != nil
    guard model.hasDates else { return model }
    if var costs = generator.goLiveProfile(model, charges: NoCharges()) {
      for day in costs.indices.dropLast().reversed() {
        costs[day] = min(costs[day], costs[day + 1])
      }
      model.leastCostFrom = costs
    }
    return model
  }

  /// The first go-live day number of a practice, whatever day it is today and whatever reserve is
  /// kept; nil for none.
  private func firstGoLive(of place: Int, as practice: Practice) -> Int? {
    // The earliest go-live is the cheapest date when nothing but its day number costs.
    let probe = skeleton(of: place, as: practice, earliest: nil, seesToday: false)
    return generator.best(probe, charges: NoCharges()).map { Int($0.days[probe.goLive]) }
  }

  /// The chain; with `earliest` nil its only cost is the go-live's day number.
  private func skeleton(
    of index: Int, as practice: Practice, earliest: Int?, seesToday: Bool
  ) -> PracticeModel {
    let today = seesToday ? region.asOf : nil
    // What delay counts from is asked of the region's rules, not of what a plan keeps besides.
    let layout = layout(of: practice, today: today, keepsReserves: earliest != nil)
    let costs = NodeCosts(
      builder: self, practice: practice, earliest: earliest, seesToday: seesToday)
    let weights =
      earliest == nil
      ? ScaledObjective(freeOf: objective) : objective
    var nodes = layout.nodes.map { event in
      costs.node(event, isAliasedFinish: layout.isOneDay(event.stage))
    }
    var arcs = layout.arcParts.map {
      ChainArc(parts: $0, objective: weights, count: timetable.count)
    }
    limitStretches(layout, practice, today, &nodes, &arcs)
    var chords = chords(layout, practice, &arcs)
    let leave = Cost.ofLeavingOut(practice, in: region, meanListSize: meanListSize).total
    var model = PracticeModel(
      practice: index, nodes: nodes, arcs: arcs, chords: [], anchor: nil,
      terms: earliest == nil
        ? [] : terms(layout, practice, at: lookup.places(for: practice)),
      goLive: layout.node(StageEvent(stage: region.pathway.goLive, edge: .start)),
      unscheduledCost: ScaledObjective.scaled(leave), isCommitted: practice.isCommitted,
      earliest: nil, hasDates: false)
    chords.removeAll { $0.isImplied(by: model) }
    model.chords = chords
    model.anchor = AnchoredChord(choosingFrom: model, goLive: model.goLive)
    return model
  }

  /// Keeps elastic stages within the days that their protected periods leave, and calendar waits
  /// within their days.
  private func limitStretches(
    _ layout: ChainLayout, _ practice: Practice, _ today: Day?, _ nodes: inout [ChainNode],
    _ arcs: inout [ChainArc]
  ) {
    for (place, arc) in arcs.enumerated() {
      let stage = nodes[place].event.stage
      if stage == nodes[place + 1].event.stage {
        let forbidden = NodeCosts.forbiddenDays(
          of: stage, practice: practice, region: region, timetable: timetable)
        if forbidden.contains(true) { arcs[place].floor = runStarts(of: forbidden) }
      }
      if case .gap? = arc.parts.first, arc.parts.count == 1,
        case .days(let days)? = region.pathway.stages[nodes[place + 1].event.stage].longestWait,
        practice.actuals[nodes[place + 1].event.stage] == nil,
        !ChainLayout.isOvertaken(
          waitBefore: nodes[place + 1].event.stage, practice, today, region: region)
      {
        arcs[place].floor = timetable.earliest(before: .days(days + 1))
      }
    }
  }

  /// For each day, the first day of the run of allowed days that it belongs to.
  private func runStarts(of forbidden: [Bool]) -> [Int32] {
    var start = 0
    return forbidden.indices.map { day in
      if forbidden[day] { start = day + 1 }
      return Int32(start)
    }
  }

  /// The lead times and the greatest elapsed time as chords; between neighbours they go into the
  /// arc.
  private func chords(_ layout: ChainLayout, _ practice: Practice, _ arcs: inout [ChainArc])
    -> [PracticeModel.Chord]
  {
    var chords: [PracticeModel.Chord] = []
    for limit in layout.limits {
      var chord = PracticeModel.Chord(from: layout.node(limit.from), to: layout.node(limit.to))
      chord.latest = limit.atLeast.map(timetable.latest(before:))
      chord.earliest = limit.atMost.map(timetable.earliest(before:))
      if chord.to == chord.from + 1 {
        arcs[chord.from].narrow(floor: chord.earliest, ceiling: chord.latest)
      } else if chord.to > chord.from || (limit.atLeast?.count ?? 0) > 0 {
        chords.append(chord)
      }
    }
    return chords
  }

  /// How the practice uses each resource that applies to it, given their places.
  private func terms(
    _ layout: ChainLayout, _ practice: Practice, at places: [Int]
  ) -> [PracticeModel.Term] {
    places.compactMap { place in
      let resource = region.resources[place]
      let amount = resource.amount(of: practice, meanListSize: meanListSize)
      guard amount > 0 else { return nil }
      func node(_ stage: Int, _ edge: StageEvent.Edge) -> Int {
        layout.node(StageEvent(stage: stage, edge: edge))
      }
      let kind: PracticeModel.Term.Kind =
        switch resource.use {
        case .starts(let stages): .starts(stages.map { node($0, .start) })
        case .days(let stages):
          .stages(
            stages.sorted().map { .init(start: node($0, .start), finish: node($0, .finish)) })
        case .span(let from, let to):
          .range(
            from: layout.node(from.event), fromOffset: from.offset, to: layout.node(to.event),
            toOffset: to.offset)
        }
      return PracticeModel.Term(resource: place, amount: amount, kind: kind)
    }
  }
}

extension ScaledObjective {
  /// The same weights, all 0, for questions of what is possible at all.
  init(freeOf other: ScaledObjective) {
    squeeze = 0
    stretch = 0
    wait = 0
    weekday = 0
  }
}

extension ChainArc {
  /// Narrows the limits of the earlier date.
  mutating func narrow(floor: [Int32]?, ceiling: [Int32]?) {
    if let floor { self.floor = self.floor.map { zip($0, floor).map(max) } ?? floor }
    if let ceiling { self.ceiling = self.ceiling.map { zip($0, ceiling).map(min) } ?? ceiling }
  }
}

extension PracticeModel.Chord {
  /// Whether the chain keeps the chord whatever the days are.
  func isImplied(by model: PracticeModel) -> Bool {
    guard earliest == nil, to > from, let latest else { return false }
    let least = model.leastLag(from: from, to: to)
    return latest.indices.allSatisfy { $0 - least <= Int(latest[$0]) }
  }
}

extension AnchoredChord {
  /// The chord that the chain alone is furthest from keeping; nil if there is none.
  init?(choosingFrom model: PracticeModel, goLive: Int) {
    var worst: (place: Int, excess: Int)?
    for (place, chord) in model.chords.enumerated() {
      guard let latest = chord.latest, chord.to > chord.from, chord.to <= goLive,
        model.nodes[chord.from].lower < model.nodes[chord.from].upper
      else { continue }
      let least = model.leastLag(from: chord.from, to: chord.to)
      let excess = (latest.indices.map { $0 - Int(latest[$0]) }.max() ?? 0) - least
      if excess > (worst?.excess ?? 0) { worst = (place, excess) }
    }
    guard let worst, let latest = model.chords[worst.place].latest else { return nil }
    let chord = model.chords[worst.place]
    let required = latest.indices.map { $0 - Int(latest[$0]) }.max() ?? 0
    let satisfied = (chord.from..<chord.to).map {
      required - model.leastLag(from: $0, to: chord.to)
    }
    let arc = model.arcs[chord.to - 1]
    // At the last node before the target the lag since the anchor is at least this.
    let leastBefore = model.leastLag(from: chord.from, to: chord.to - 1)
    let tailLag = max(arc.leastLag, required - leastBefore)
    self.init(
      chord: worst.place, from: chord.from, to: chord.to, latest: latest, satisfiedAt: satisfied,
      tail: tailLag <= arc.greatestLag ? arc.tail(from: tailLag) : nil,
      tailLag: min(tailLag, arc.greatestLag + 1))
  }
}
