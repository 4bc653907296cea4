"""Writes workbooks, good and hostile, with nothing but zipfile. Usage: make.py FOLDER"""
import struct
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(sheets, from1904=False):
    names = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1))
    flag = '<workbookPr date1904="1"/>' if from1904 else ""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{flag}<sheets>{names}</sheets></workbook>'


def relations(count):
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="x" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, count + 1))
    return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="ddd\\ d\\ mmm\\ yyyy"/>'
    '<numFmt numFmtId="165" formatCode="&quot;day &quot;0"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    "</styleSheet>")

TEXTS = (
    f'<sst xmlns="{MAIN}"><si><t>ods_code</t></si><si><t>practice_name</t></si>'
    "<si><t>source_system</t></si><si><t>preferred_date</t></si><si><t>list_size</t></si>"
    "<si><r><t>The </t></r><r><t>Mill</t></r><rPh><t>reading</t></rPh></si></sst>")


def row(number, *cells):
    return f'<row r="{number}">' + "".join(cells) + "</row>"


def shared(name, place):
    return f'<c r="{name}" t="s"><v>{place}</v></c>'


def inline(name, text):
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


def number(name, value, style=0):
    return f'<c r="{name}" s="{style}"><v>{value}</v></c>'


def sheet(*rows, prefix=""):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


HEADINGS = row(3, *(shared(f"{letter}3", n) for n, letter in enumerate("ABCDE")))
GOOD = sheet(
    row(1, inline("A1", "Practices of Testshire")), HEADINGS,
    row(4, inline("A4", "A81001"), shared("B4", 5), inline("C4", "EMIS"), number("D4", 46545, 2),
        number("E4", "8.0E3")),
    row(6, inline("A6", "A81002"), inline("B6", "Oak &amp; &quot;Elm&quot;&#10;Surgery"),
        inline("C6", "EMIS"), number("D6", "46545.75", 1), number("E6", 4000, 3)))


def write(path, parts, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)


def parts(sheets, **options):
    files = {
        "xl/workbook.xml": book(list(sheets), **options),
        "xl/_rels/workbook.xml.rels": relations(len(sheets)),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": TEXTS,
    }
    for n, text in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{n}.xml"] = text
    return files


def main(folder):
    def path(name):
        return f"{folder}/{name}.xlsx"

    good = parts({"Notes": sheet(row(1, inline("A1", "nothing"))), "List": GOOD})
    write(path("good"), good)
    write(path("stored"), good, zipfile.ZIP_STORED)
    shifted = GOOD.replace("46545", str(46545 - 1462))
    write(path("from-1904"), parts({"List": shifted}, from1904=True))
    prefixed = GOOD.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    write(path("prefixed"), parts({"List": prefixed}))

    lines = "".join(row(n, inline(f"A{n}", "A" * 5_000)) for n in range(4, 2_000))
    write(path("ratio"), parts({"List": sheet(HEADINGS, lines)}))
    write(path("huge"), parts({"List": sheet(HEADINGS, "<!--" + " " * 120_000_000 + "-->")}))
    far = "".join(row(n, number(f"XFD{n}", n)) for n in range(4, 9_000))
    write(path("far"), parts({"List": sheet(HEADINGS, far)}))
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    bomb = f"<!DOCTYPE worksheet [{entities}]>" + GOOD.replace("EMIS", "&e11;")
    write(path("entities"), parts({"List": bomb}))
    external = '<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    write(path("external"), parts({"List": external + GOOD.replace("EMIS", "&e;")}))
    write(path("no-workbook"), {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    write(path("no-sheet"), {k: v for k, v in good.items() if "sheet" not in k})
    write(path("cut-xml"), parts({"List": GOOD[:-60]}))
    write(path("rows-backwards"), parts({"List": sheet(row(9, inline("A9", "x")), HEADINGS)}))
    nested = '<row r="9223372036854775807"><row><c r="A1"/></row></row>'
    write(path("rows-nested"), parts({"List": sheet(HEADINGS, nested)}))
    many = dict(good)
    many.update({f"x/{n}": "" for n in range(5_000)})
    write(path("entries"), many)
    with open(path("good"), "rb") as file:
        data = file.read()
    with open(path("truncated"), "wb") as file:
        file.write(data[: len(data) // 2])
    with open(path("wrong-sum"), "wb") as file:
        # One byte of the packed list turned round.
        place = data.index(b"xl/worksheets/sheet2.xml") + 60
        file.write(data[:place] + struct.pack("B", data[place] ^ 0xFF) + data[place + 1:])
    with open(path("old"), "wb") as file:
        file.write(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))


main(sys.argv[1])
