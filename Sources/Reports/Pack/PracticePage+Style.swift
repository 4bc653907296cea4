/// How a practice's page looks.
extension PracticePage {
  /// The style sheet: A4, Arial, tables that break between rows.
  static let style = """
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:1000px;padding:0 20px 40px;font:16px/1.5 Arial,sans-serif;\
    color:#212b32;background:#fff}
    h1{font-size:26px;line-height:1.2;margin:24px 0 4px}
    h2{font-size:20px;margin:28px 0 6px}
    h3{font-size:17px;margin:18px 0 4px}
    table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.35}
    th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-bottom:1px solid #d8dde0;\
    overflow-wrap:anywhere}
    thead th{border-bottom:2px solid #4c6272}
    tbody th{font-weight:bold}
    small{color:#4c6272}
    .box{width:44px}
    .day{width:150px}
    .source{width:220px}
    footer{margin-top:32px;font-size:13px;color:#4c6272}
    @media print{
    @page{size:A4;margin:14mm}
    body{max-width:none;padding:0;font-size:10.5pt}
    table{font-size:9pt}
    thead{display:table-header-group}
    tr,h2,h3{break-inside:avoid}
    h2,h3{break-after:avoid}
    }
    """
}
