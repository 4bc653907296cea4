/// Where to split a domain so that what its relaxed answer was charged too little becomes exact.
extension PatternGenerator {
  /// A node and a day before which, and from which on, the charge in question is exact; nil if
  /// neither a span nor a shared week is to blame.
  func undercharged(
    _ model: PracticeModel, charges: some Charges, domain: Domain, days: [Int32]
  ) -> (node: Int, day: Int)? {
    for term in model.terms where !charges.isFree(resource: term.resource) {
      switch term.kind {
      case .starts: continue
      case .range(let from, let fromOffset, let to, let toOffset):
        let gain = toOffset - fromOffset
        guard from != to,
          !isSurelyForward(from: from, to: to, gain: gain, model: model, domain: domain)
        else { continue }
        let (first, last) = (Int(days[from]), Int(days[to]))
        guard last + gain >= first else { continue }
        // First the later end from its day on, then the earlier end up to that.
        if last > domain[to].lowerBound { return (to, last) }
        if last + gain < domain[from].upperBound { return (from, last + gain + 1) }
      case .stages(let stages):
        let stretch = rows.stretches[term.resource]
        guard !stretch.isDaily else { continue }
        for (earlier, later) in zip(stages, stages.dropFirst()) {
          let (finish, start) = (Int(days[earlier.finish]), Int(days[later.start]))
          let week = period(of: start, stretch: stretch)
          guard period(of: finish, stretch: stretch) < week,
            charges.charge(row: stretch.base + week, amount: term.amount) > 0
          else { continue }
          var monday = start
          while monday > 0, period(of: monday - 1, stretch: stretch) == week { monday -= 1 }
          let range = domain[earlier.finish]
          if monday > range.lowerBound, monday <= range.upperBound {
            return (earlier.finish, monday)
          }
        }
      }
    }
    return nil
  }
}
