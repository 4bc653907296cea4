import CGLPK
import CGLPKShim

extension IntegerOutcome {
  /// The outcome where the relaxation has no optimum to start a search from.
  init(relaxationOnly relaxation: RelaxationOutcome) {
    let knowledge: Knowledge =
      switch relaxation.knowledge {
      case .infeasible: .infeasible
      case .unbounded: .unbounded
      default: .nothing
      }
    self.init(
      stop: relaxation.stop, knowledge: knowledge, objective: nil,
      bound: knowledge == .infeasible ? .infinity : -.infinity, values: [], nodes: 0,
      improvements: 0, nodesAtLastImprovement: 0, startTaken: false, relaxation: relaxation,
      code: .done)
  }

  /// The outcome of a search, from what GLPK returned and what the callback saw.
  init(
    relaxation: RelaxationOutcome, floor: Double, search: cglpk_search, code: ReturnCode,
    gap: Double,
    status: Int32, objective: Double, values: [Double]
  ) {
    let stop = code.search(endedFor: StopReason(ofSearch: search.stop))
    let hasValues = status == GLP_FEAS || status == GLP_OPT
    let knowledge: Knowledge
    var bound = max(floor, search.bound)
    if hasValues {
      knowledge = stop == .finished ? .optimal : .feasible
      // GLPK compares the gap before the callback sees the bound that closed it.
      if stop == .gapReached { bound = max(bound, objective - gap * abs(objective)) }
      bound = stop == .finished ? objective : min(bound, objective)
    } else {
      knowledge = stop == .finished ? .infeasible : .nothing
      if stop == .finished { bound = .infinity }
    }
    self.init(
      stop: stop, knowledge: knowledge, objective: hasValues ? objective : nil, bound: bound,
      values: hasValues ? values : [], nodes: Int(search.nodes),
      improvements: Int(search.incumbents),
      nodesAtLastImprovement: Int(search.node_of_incumbent), startTaken: search.start_taken,
      relaxation: relaxation, code: code)
  }
}

extension StopReason {
  /// Why the callback ended the search.
  fileprivate init(ofSearch stop: Int32) {
    switch UInt32(bitPattern: stop) {
    case CGLPK_STOP_NODES.rawValue: self = .nodeLimit
    case CGLPK_STOP_TIME.rawValue: self = .timeLimit
    case CGLPK_STOP_CUTOFF.rawValue: self = .cutoffReached
    default: self = .cancelled
    }
  }
}
