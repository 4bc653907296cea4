extension PageText {
  /// What differs on narrow screens, with forced colours, and on paper.
  static let media = """
    @media screen and (max-width:640px){
    body{padding:0 12px 96px}
    .gantt,.gantt caption,.gantt thead,.gantt tbody,.gantt tr,.gantt th,.gantt td{display:block;border:0}
    .gantt tr[hidden],.gantt tbody[hidden],.folded tr:not(.group){display:none}
    .gantt thead th:not(.lane){display:none}
    .gantt tr[data-at]{border-bottom:1px solid #d8dde0;padding:4px 0}
    .gantt td:not(.lane){display:inline-block;font-size:13px}
    .gantt,.gantt th{min-width:0;width:auto}
    .gantt th.lane,.gantt td.lane{min-width:calc(var(--days)*var(--scale,var(--fit))*1px)}
    .gantt tbody th bdi{max-width:100%;white-space:normal}
    .gantt th{white-space:normal}
    .months,.month,.month tbody,.month tr,.month td{display:block;width:auto}
    .month thead,.month th,.month .out,.month .free,.month .closed{display:none}
    .month caption{display:block}
    .month td{height:auto;border:0}
    form label,form input,form select{width:100%}
    .capacity tbody th{max-width:130px}
    .capacity thead th,.capacity .peak{white-space:normal}
    .capacity thead th:nth-child(2){min-width:80px}
    .list td,.list th{min-width:84px}
    .list tbody th{min-width:120px}
    .list th:first-child,.capacity th:first-child{position:static}
    .halves .list td,.halves .list th,.halves .list tbody th{min-width:0;overflow-wrap:anywhere}
    }
    #strip{position:fixed;left:0;right:0;bottom:0;background:#212b32;color:#fff;padding:8px 24px;\
    font-size:14px}
    #strip[hidden]{display:none}
    @media (forced-colors:active){.lane rect{stroke:CanvasText}}
    @media print{
    @page{size:A3 landscape;margin:10mm}
    body{padding:0;font-size:11pt;--scale:0}
    form,#strip,.skip,#whole,body:not([data-whole]) #practices{display:none}
    .scroll{overflow:visible}
    thead{display:table-header-group}
    tr,.answer,li,.month,.practice{break-inside:avoid}
    h2,h3,caption{break-after:avoid}
    .list th:first-child,.capacity th:first-child{position:static}
    table{font-size:8.5pt}
    .list{font-size:7.5pt}
    .lane text{font-size:8px}
    .list td,.list th{min-width:0;padding:2px 4px}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }

    """
}
