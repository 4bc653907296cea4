/// The fixed parts of the page: policy, shapes, style.
enum PageText {
  /// The outline of a shape around 0, 0.
  static func path(of shape: StageShape, half: Double) -> String {
    let corners = shape.corners(half).map { "\(Markup.number($0.x)) \(Markup.number($0.y))" }
    return "M" + corners.joined(separator: "L") + "Z"
  }

  /// The style sheet.
  ///
  /// The colours are the NHS palette's; fills of SVG print with backgrounds off.
  static var style: String {
    let families = StageFamily.allCases.map {
      ".\($0.rawValue){fill:\($0.fill);stroke:\($0.edge)}"
    }
    let heats = Heat.allCases.map { ".\($0.rawValue){background:\($0.fill);color:\($0.ink)}" }
    return base + media + (families + heats).joined(separator: "\n")
  }

  private static let base = """
    *{box-sizing:border-box}
    html{scroll-padding:8px 0 96px}
    body{margin:0;padding:0 24px 96px;font:16px/1.5 Arial,sans-serif;color:#212b32;background:#fff}
    h1{font-size:28px;line-height:1.2;margin:24px 0 4px}
    h2{font-size:21px;margin:32px 0 8px}
    h3{font-size:16px;margin:16px 0 4px}
    a{color:#005eb8}
    .defs{position:absolute}
    header p{margin:0 0 16px}
    .answer{border:2px solid #005eb8;border-left-width:8px;padding:4px 20px 8px;max-width:1000px}
    .answer h2{margin:8px 0 0}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:8px;top:8px;background:#fff;padding:8px}
    :focus-visible{outline:4px solid #ffeb3b;outline-offset:0;box-shadow:inset 0 0 0 2px #212b32}
    .scroll{overflow-x:auto;margin:8px 0 16px}
    table{border-collapse:collapse;font-size:14px;line-height:1.3}
    caption{text-align:left;color:#4c6272;padding:4px 0}
    th,td{text-align:left;vertical-align:top;padding:3px 10px 3px 4px;white-space:nowrap}
    tbody th{font-weight:normal}
    thead th{border-bottom:2px solid #4c6272;vertical-align:bottom}
    .list td,.list th{border-bottom:1px solid #d8dde0;white-space:normal;min-width:104px}
    .list tbody th{min-width:190px;font-weight:bold}
    .list th:first-child,.capacity th:first-child{position:sticky;left:0;background:#fff}
    .number{text-align:right}
    @media screen and (min-width:900px){
    .gantt tr:not(.group) th:first-child{position:sticky;left:0;background:#fff}
    }
    .gantt{table-layout:fixed;width:100%;\
    min-width:calc(44.5em + var(--days)*var(--scale,var(--fit))*1px)}
    .gantt th{width:6.5em}
    .gantt th:first-child{width:20em}
    .gantt th:nth-child(n+3):nth-child(-n+4){width:5.5em}
    .gantt th:nth-child(5){width:7em}
    .gantt a{display:block;line-height:24px;min-height:24px;color:#212b32;text-decoration:none}
    .gantt a:hover,.gantt a:focus{text-decoration:underline}
    .gantt button{font:inherit;font-weight:bold;color:inherit;background:none;border:0;padding:0 8px 0 0;\
    min-height:24px;min-width:24px;cursor:pointer;text-align:left}
    .folded tr:not(.group){display:none}
    .gantt td,.gantt tbody th{vertical-align:middle;border-bottom:1px solid #e8edee;padding-top:0}
    .gantt td,.gantt tbody th{padding-bottom:0}
    .gantt tbody th bdi{display:inline-block;max-width:100%;overflow:hidden;\
    text-overflow:ellipsis;vertical-align:bottom}
    .gantt .group th{font-weight:bold;padding:0 4px;background:#f0f4f5}
    .gantt th.lane,.gantt td.lane{padding:0;width:auto;\
    border-left:1px solid #4c6272;border-right:1px solid #4c6272}
    .lane svg{display:block;overflow:hidden}
    @media screen{td.lane>svg,.practice{content-visibility:auto}
    .practice{contain-intrinsic-size:auto 41px}}
    .lane svg svg{overflow:visible}
    body[data-zoom="1"]{--scale:4}
    body[data-zoom="2"]{--scale:10}
    .lane text{font-size:11px;fill:#212b32;font-weight:normal}
    .lane text.year{font-weight:bold}
    .lane text.code{font-weight:bold;text-anchor:middle;fill:#fff}
    .lane text.code.dark{fill:#212b32}
    .lane .z1,.lane .z2{display:none}
    body[data-zoom="1"] .lane .z1,body[data-zoom="2"] .lane .z1,\
    body[data-zoom="2"] .lane .z2{display:inline}
    body[data-zoom="1"] .lane .z0.only,body[data-zoom="2"] .lane .z0.only,\
    body[data-zoom="2"] .lane .z1.only{display:none}
    .tick{stroke:#aeb7bd}
    rect.hard{fill:#e8edee}rect.soft{fill:#f4f6f7}
    line.hard{stroke:#768692}line.soft{stroke:#768692;stroke-dasharray:4 3}
    .event{stroke:#fff;stroke-width:1}
    .icon{vertical-align:-2px}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:8px 0;\
    font-size:14px}
    .heat{text-align:center;padding:3px 6px;border:1px solid #aeb7bd}
    .full,.over{font-weight:bold}
    .capacity tbody th{white-space:normal;min-width:150px;max-width:250px}
    .capacity td{text-align:center;min-width:46px;border:1px solid #d8dde0}
    form{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:end;margin:8px 0}
    form[hidden]{display:none}
    form label{font-weight:bold}
    form input,form select{display:block;font:inherit;min-height:44px;padding:4px 8px;\
    border:2px solid #4c6272;background:#fff;color:#212b32}
    form p{margin:0}
    summary{cursor:pointer;min-height:24px}
    tr[data-at]:hover,tr.told{background:#fff9c4}
    .closed{background:#e8edee;color:#425563}
    .peak{white-space:nowrap}
    .months{display:flex;flex-wrap:wrap;gap:24px}
    .month{table-layout:fixed;width:620px;max-width:100%}
    .month caption{color:#212b32}
    .month th{width:auto}
    .month th:first-child{width:74px}
    .month th:nth-child(n+7){width:36px}
    .month abbr{text-decoration:none}
    .month td{border:1px solid #d8dde0;padding:2px 4px;white-space:normal;height:44px;\
    overflow-wrap:anywhere}
    .month .out{background:none;border-color:#eef1f2}
    .month ul{margin:0 0 4px;padding:0;list-style:none;font-size:12px}
    .month summary{font-size:13px;min-height:24px}
    .practice{border-bottom:1px solid #d8dde0;padding:4px 0}
    .practice>summary{min-height:32px}
    .practice h3{display:inline;margin:0}
    .halves{display:flex;flex-wrap:wrap;gap:0 40px;align-items:flex-start}
    .halves .list{flex:1 1 400px;max-width:640px}
    button{font:inherit;min-height:44px;padding:4px 16px;border:2px solid #4c6272;background:#fff;\
    color:#212b32;cursor:pointer}
    button[hidden]{display:none}

    """
}
