/// One practice of a portfolio, before it is written.
struct PortfolioPractice {
  var code: String
  var name: String
  var pcn: String
  var pcnName: String
  var icb: String
  var source: String
  var listSize: Int
  /// The delivery partner, one per ICB.
  var partner: String { "\(icb.lowercased())-delivery" }
}
