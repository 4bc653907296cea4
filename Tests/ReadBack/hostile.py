"""Sends names that have broken programs before through every format, and reads each one back.

Usage: hostile.py make REGION     writes them into practices.csv and region.toml of a region
       hostile.py check EXPORT    reads an export of every format, made with --csv plain
"""
import csv
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Tree

from common import Faults

TYPED = [
    '=HYPERLINK("http://x.invalid","y")',
    "<script>alert(1)</script>]]>&amp;",
    'Line\nbreak; comma, "quotes" \\n back',
    "\u202e\u05d9\u05d3\u05d9\u05d3 \u65e5\u672c \U0001f469\u200d\u2695\ufe0f e\u0301 :#",
]
# What only turns the direction of text is left out where it could turn what follows.
TURNS = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}
NAMES = ["".join(letter for letter in name if letter not in TURNS) for name in TYPED]
REGION = "<script>alert(2)</script>]]> =1+1"


def make(folder):
    path = pathlib.Path(folder, "practices.csv")
    with open(path, newline="", encoding="utf-8-sig") as file:
        heads, *rows = list(csv.reader(file))
    for row, name in zip(rows, TYPED, strict=True):
        row[heads.index("practice_name")] = name
        row[heads.index("pcn_name")] = name
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([heads, *rows])
    path = pathlib.Path(folder, "region.toml")
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub('(?m)^name = ".*fictional.*"', f"name = '{REGION}'", text), encoding="utf-8")


def plain(name):
    """A name in one direction, its line ends and white space as single spaces."""
    return " ".join("".join(letter for letter in name if letter not in TURNS).split())


def tables(faults, folder):
    for path in sorted(folder.glob("*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        names = {row["practice_name"] for row in rows if row.get("practice_name")}
        if path.name not in ("capacity.csv", "protected.csv", "findings.csv"):
            faults.expect(names, set(NAMES), path.name)


def record(faults, folder):
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    faults.expect([practice["name"] for practice in plan["practices"]], NAMES, "plan.json")


def trees(faults, folder):
    project = Tree.parse(folder / "portfolio.mspdi.xml").getroot()
    space = "{http://schemas.microsoft.com/project}"
    found = {task.findtext(f"{space}Name") for task in project.iter(f"{space}Task")}
    for name in NAMES:
        faults.expect(plain(name) in {plain(text) for text in found}, True, f"mspdi: {name!r}")
    for file in ("gantt.svg", "board.svg"):
        root = Tree.parse(folder / file).getroot()
        kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
        faults.expect(kinds <= {"svg", "title", "desc", "rect", "line", "text", "path", "polygon", "g"},
                      True, f"{file}: {kinds}")
        texts = [plain("".join(element.itertext())) for element in root.iter() if element.tag.endswith("text")]
        faults.expect(any(REGION in text for text in texts), True, f"{file}: region")
        for name in NAMES:
            # Long names end in three dots.
            start = plain(name)[:12]
            faults.expect(any(start in text for text in texts), True, f"{file}: {start!r}")


def workbook(faults, folder):
    import openpyxl
    book = openpyxl.load_workbook(folder / "portfolio.xlsx")
    for sheet, head in (("Practices", "Practice"), ("Stages", "Practice"), ("Inputs", "practice_name")):
        rows = list(book[sheet].iter_rows())
        column = [cell.value for cell in rows[0]].index(head)
        cells = [row[column] for row in rows[1:]]
        faults.expect({cell.value for cell in cells}, set(NAMES), sheet)
        faults.expect({cell.data_type for cell in cells}, {"s"}, f"{sheet}: text")


def calendars(faults, folder):
    import icalendar
    data = (folder / "calendars" / "region.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(data)
    found = {plain(str(event["SUMMARY"])) for event in calendar.walk("VEVENT")}
    for number, name in enumerate(NAMES, 1):
        wanted = f"Go-live: {plain(name)} (A9930{number})"
        faults.expect(wanted in found, True, f"ics: {wanted!r}")
    faults.expect(len(calendar.walk("VEVENT")), 40, "ics: events")


def documents(faults, folder):
    for file in ("report.pdf", "board.pdf"):
        text = subprocess.run(["pdftotext", "-layout", folder / file, "-"], capture_output=True,
                              text=True, check=True).stdout
        # Letters that no font here has cannot be read back from a drawing.
        for wanted in (REGION, "=HYPERLINK(", "<script>alert(1)", "Line"):
            faults.expect(wanted in text, True, f"{file}: {wanted}")


def pages(faults, folder):
    """In a browser: the names as text, nothing run, and Mermaid takes them as names."""
    from playwright.sync_api import sync_playwright
    library = pathlib.Path(importlib.util.find_spec("mmdc").origin).with_name("assets") / "mermaid.js"
    said = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((folder / "report.html").absolute().as_uri())
        found = page.evaluate(
            "() => [...document.querySelectorAll('tr[data-at] th bdi')].map(name => name.textContent)")
        # A page shows a line end as a space.
        faults.expect(sorted(found), sorted(name.replace("\n", " ") for name in NAMES), "report.html")
        faults.expect(REGION in page.inner_text("h1"), True, "report.html: region")
        page.locator("#find").fill("<script>")
        faults.expect(page.locator("tr[data-at]:visible").count(), 1, "report.html: found by its text")
        page.goto("about:blank")
        page.add_script_tag(content=library.read_text(encoding="utf-8"))
        page.evaluate("mermaid.initialize({startOnLoad: false})")
        for path in sorted((folder / "mermaid").glob("*.mmd")):
            tasks = page.evaluate(
                """async text => (await mermaid.mermaidAPI.getDiagramFromText(text)).db.getTasks()
                .map(task => task.task)""", path.read_text(encoding="utf-8"))
            faults.expect(len(tasks) > 3, True, path.name)
            if path.name == "region.mmd":
                for name in NAMES:
                    # These three are the language's own.
                    wanted = plain(re.sub("[:#;]", ",", name))
                    faults.expect(any(wanted in plain(task) for task in tasks), True, f"mermaid: {wanted!r}")
        browser.close()
    faults.expect(said, [], "nothing ran")


def main(verb, folder):
    if verb == "make":
        make(folder)
        return
    faults, folder = Faults(), pathlib.Path(folder)
    for reader in (tables, record, trees, workbook, calendars, documents, pages):
        reader(faults, folder)
    faults.end()


main(*sys.argv[1:])
