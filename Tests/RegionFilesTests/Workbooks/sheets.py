"""Writes workbooks as planners keep them: several sheets, hidden, merged, struck. Usage: sheets.py FOLDER"""
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="mmmm"/></numFmts>'
    "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId=\"14\"/>"
    '<xf fontId="1"/><xf numFmtId="170"/></cellXfs></styleSheet>')
HEADINGS = ["ods_code", "practice_name", "source_system", "list_size", "must_be_live_by", "pcn_code"]


def cell(name, value, style):
    style = f' s="{style}"' if style else ""
    if value is None:
        return ""
    if isinstance(value, tuple):  # (kind, inner XML)
        kind = f' t="{value[0]}"' if value[0] else ""
        return f'<c r="{name}"{style}{kind}>{value[1]}</c>'
    if isinstance(value, (int, float)):
        return f'<c r="{name}"{style}><v>{value!r}</v></c>'
    return f'<c r="{name}"{style} t="inlineStr"><is><t>{value}</t></is></c>'


def sheet(rows, hidden=(), struck=(), styles={}, head="", tail="", start=1):
    lines = []
    for n, row in enumerate(rows, start):
        cells = "".join(
            cell(f"{chr(65 + c)}{n}", v, 2 if n in struck else styles.get(chr(65 + c) + str(n)))
            for c, v in enumerate(row))
        mark = ' hidden="1"' if n in hidden else ""
        lines.append(f'<row r="{n}"{mark}>{cells}</row>')
    return f'<worksheet xmlns="{MAIN}">{head}<sheetData>{"".join(lines)}</sheetData>{tail}</worksheet>'


def book(path, sheets, states={}, properties="", main="xl/workbook.xml", target="worksheets/sheet{}.xml",
         extra={}, extension="", strict=False):
    folder, name = main.rsplit("/", 1)
    names = "".join(
        f'<sheet name="{s}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{states[s]}"' if s in states else "") + "/>" for n, s in enumerate(sheets, 1))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="{target.format(n)}"/>'
        for n in range(1, len(sheets) + 1))
    files = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a"'
        f' Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        main: f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{names}</sheets>'
        f"{extension}</workbook>",
        f"{folder}/_rels/{name}.rels":
        f'<Relationships xmlns="{PACKAGE}">{links}<Relationship Id="s" Type="{OFFICE}/styles"'
        ' Target="/xl/styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
    }
    for n, text in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{n}.xml"] = text
    files.update(extra)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if strict:
                data = data.replace(MAIN, STRICT).replace(OFFICE, STRICT_OFFICE)
            archive.writestr(zipfile.ZipInfo(name), data)


def row(code, name=None, source="emis", size=5000, *more):
    return [code, name or f"Practice {code}", source, size, *more]


OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def ods(path, body, styles=""):
    names = " ".join(
        f'xmlns:{n}="{OPEN}{n}:1.0"' for n in ("office", "table", "text", "style"))
    names += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(zipfile.ZipInfo("content.xml"), content)


def text(value, extra=""):
    return f'<table:table-cell office:value-type="string"{extra}><text:p>{value}</text:p></table:table-cell>'


def line(*cells, extra=""):
    return f"<table:table-row{extra}>{''.join(cells)}</table:table-row>"


def main(folder):
    def path(name):
        return f"{folder}/{name}"

    one, two, three = row("A81001"), row("A81002"), row("A81003")
    book(path("two-sheets.xlsx"), {
        "Read me": sheet([["What this is"]]),
        "EMIS": sheet([HEADINGS[:4], one, two]),
        "TPP &amp; co": sheet([["Title"], [], ["source_system", "Practice code", "Practice size", "practice_name"],
                               ["emis", "A81003", 7, "Three"]]),
        "Contacts": sheet([["ods_code", "practice_name", "telephone"], ["A81001", "One", "1"]]),
    })
    book(path("old-copy.xlsx"), {
        "OLD do not use": sheet([HEADINGS[:4], one, two]), "Tracker": sheet([HEADINGS[:4], one, three])})
    book(path("hidden-sheet.xlsx"), {
        "Archive": sheet([HEADINGS[:4], one, two]), "Current": sheet([HEADINGS[:4], three], )},
        states={"Archive": "veryHidden"})
    book(path("rows.xlsx"), {"S": sheet(
        [HEADINGS, *(row(f"A8100{n}", None, "emis", 5000, "2027-06-30") for n in range(1, 8))],
        hidden={3, 5, 6}, struck={4}, head='<cols><col min="5" max="5" hidden="1"/></cols>')})
    book(path("comments.xlsx"), {"S": sheet([HEADINGS[:4], one, two])}, extra={
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="a" Type="{OFFICE}/comments" Target="../comments1.xml"/>'
        '<Relationship Id="b" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"'
        ' Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>',
        "xl/comments1.xml": f'<comments xmlns="{MAIN}"><commentList><comment ref="D2"><text><r><t>only </t></r>'
        '<r><t>Tuesdays</t></r></text></comment><comment ref="A3"><text><t>[Threaded comment]</t></text>'
        "</comment></commentList></comments>",
        "xl/threadedComments/threadedComment1.xml":
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="A3"><text>NOT agreed</text></threadedComment></ThreadedComments>'})
    book(path("merged.xlsx"), {"S": sheet(
        [HEADINGS, row("A81001", None, "emis", 5000, "2027-06-30", "Z90021"), two, three,
         ["North PCN"], row("A81004")],
        tail='<mergeCells><mergeCell ref="E2:E4"/><mergeCell ref="F2:F4"/><mergeCell ref="A5:F5"/></mergeCells>')})
    book(path("merged-bomb.xlsx"), {"S": sheet(
        [HEADINGS, *(row(f"B{n}") for n in range(10000, 14000))],
        tail="<mergeCells>" + '<mergeCell ref="D2:D4001"/>' * 1_000 + "</mergeCells>")})
    book(path("errors.xlsx"), {"S": sheet(
        [HEADINGS, row("A81001", None, "emis", ("e", "<v>#REF!</v>"), (None, "<f>DATE(2027,6,8)</f>"),
                       ("e", "<v>#N/A</v>")),
         row("A81002", None, "emis", 5000, ("str", "<f>IF(1,\"\",2)</f><v></v>"), "TBC")])})
    extension = (
        '<extLst><ext xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">'
        '<x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>')
    days = sheet([HEADINGS, row("A81001", None, "emis", 5000, 45118), row("A81002", None, "emis", 5000, 45118),
                  row("A81003", None, "emis", 5000, 45118)], styles={"E2": 1, "E3": 3})
    book(path("from-1904.xlsx"), {"S": days}, properties='<workbookPr date1904="1"/>', extension=extension)
    plain = {"S": sheet([HEADINGS[:4], one, two])}
    book(path("elsewhere.xlsx"), plain, main="xl/workbook2.xml", target="/xl/./worksheets/../worksheets/sheet{}.xml")
    book(path("deep.xlsx"), plain, main="books/deep/book.xml", target="../../xl/worksheets/sheet{}.xml")
    book(path("strict.xlsx"), plain, strict=True)
    book(path("plain.xlsm"), plain, extra={"xl/vbaProject.bin": "macros"})
    book(path("binary.xlsx"), plain, main="xl/workbook.bin")
    book(path("deep-headings.xlsx"), {"S": sheet(
        [[f"Note {n}"] for n in range(1, 19)] + [["Practice code", "Practice name", "Current system"],
                                                ["A81001", "One", "emis"]])})
    book(path("two-rows.xlsx"), {"S": sheet(
        [["BSOL tracker"], ["ODS code", "Practice", None, "Dates", None], [None, "name", "Current system", "Preferred", "Deadline"],
         ["A81001", "One", "emis", "2027-06-07", "2027-09-30"]],
        tail='<mergeCells><mergeCell ref="D2:E2"/></mergeCells>')})
    book(path("groups.xlsx"), {"S": sheet(
        [["Practice", None, "System"], ["ods_code", "practice_name", "Current system"], ["A81001", "One", "emis"]])})
    book(path("footers.xlsx"), {"S": sheet(
        [HEADINGS[:4], ["North PCN"], one, HEADINGS[:4], two, ["Total practices", None, None, 2],
         ["Count", "2"], ["Key: red = late"], [None, "BSOL total", None, 9], [None, None, None, 10000]])})
    book(path("marks.xlsx"), {"S": sheet(
        [HEADINGS, row("\u200bA81001\u00a0", None, "emis\u00a0", 5000.0000000001, "\u200e30/06/2027")])})
    book(path("early.xlsx"), {"S": sheet([HEADINGS, row("A81001", None, "emis", 5000, "2027-01-29")])})
    book(path("beyond.xlsx"), {"S": sheet([HEADINGS[:4], one + [None, "see Jo"], two])})

    head = line(*(text(h) for h in HEADINGS[:5]), '<table:table-cell table:number-columns-repeated="16379"/>')
    style = (
        '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>')
    note = "<office:annotation><text:p>ask</text:p><text:p>again</text:p></office:annotation>"
    rows = (
        line(text("A81001"), text("One<text:s text:c=\"2\"/>and<text:line-break/>more"), text("emis"),
             '<table:table-cell office:value-type="float" office:value="5000"><text:p>5,000</text:p></table:table-cell>',
             '<table:table-cell office:value-type="date" office:date-value="2027-06-30T00:00:00" table:number-rows-spanned="2">'
             f"{note}<text:p>30/06/27</text:p></table:table-cell>"),
        line(text("A81002", ' table:style-name="gone"'), text("Two"), text("emis"), "<table:table-cell/>",
             "<table:covered-table-cell/>", extra=' table:visibility="filter"'),
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        line(text("A81003"), text("Three"), text("emis"),
             '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
             '<table:table-cell table:formula="of:=DATE(2027;6;8)"/>'))
    sheets = (
        f'<table:table table:name="Old" table:style-name="ta2">{head}{rows[0]}</table:table>'
        f'<table:table table:name="List">{head}{"".join(rows)}</table:table>')
    ods(path("good.ods"), sheets, style)
    ods(path("clean.ods"), f'<table:table table:name="List">{head}{rows[0]}</table:table>')
    filled = '<table:table-row table:number-rows-repeated="1000000">' + text("A", ' table:number-columns-repeated="16000"') + "</table:table-row>"
    ods(path("bomb.ods"), f'<table:table table:name="List">{head}{filled}</table:table>')
    ods(path("cut.ods"), f'<table:table table:name="List">{head}')


main(sys.argv[1])
