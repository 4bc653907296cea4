import TrancheKit

/// The files of a frontier: its points as a table and as a drawing.
struct FrontierFiles {
  let frontier: CapacityFrontier
  let region: Region

  /// frontier.csv and frontier.svg.
  var files: [OutputFile] {
    [
      OutputFile(name: "frontier.csv", text: csv),
      OutputFile(
        name: "frontier.svg",
        text: FrontierSVG(
          frontier.points.compactMap(\.bought).map {
            FrontierSVG.Point(by: $0.by, extra: $0.extra, bound: $0.bound)
          }, title: "\(region.name): the last go-live against extra capacity"
        ).text),
    ]
  }

  private var csv: String {
    let header = "by,extra,bound,gap,bought\r\n"
    let text = PurchaseText(region: region)
    return header
      + frontier.points.map { point in
        guard let bought = point.bought else { return "\(point.by.iso),,,,\r\n" }
        let what = text.settings(bought.purchases).joined(separator: " ")
        return "\(point.by.iso),\(JSONText.points(bought.extra)),\(JSONText.points(bought.bound)),"
          + "\(JSONText.points(bought.gap)),\(what)\r\n"
      }.joined()
  }
}
