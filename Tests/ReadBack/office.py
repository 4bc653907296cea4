"""Opens the workbook in LibreOffice, which works it out again, shows it, prints it and saves it.

Usage: office.py EXPORT STAGES.CSV

Leaves EXPORT/saved/portfolio.xlsx, the workbook as LibreOffice saved it, and EXPORT/saved/portfolio.pdf.
"""
import csv
import datetime
import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl
from common import Faults, stages

# Every sheet, cells as they are shown, in UTF-8 with all texts quoted.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1"
ERROR = re.compile(r"^(#[A-Z/0!?]+|Err:\d+)$")


def convert(path, form, into):
    """Has LibreOffice open a file and write it in another form; a profile of its own, no network."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
             "--convert-to", form, "--outdir", str(into), str(path)],
            check=True, capture_output=True, timeout=240)


def date(text):
    return datetime.datetime.strptime(text, "%d %b %Y").date()


def sheets(folder):
    """The rows of every sheet by its name."""
    found = {}
    for path in sorted(folder.glob("portfolio-*.csv")):
        with open(path, newline="", encoding="utf-8") as file:
            found[path.stem.removeprefix("portfolio-")] = list(csv.reader(file))
    return found


def shown(faults, folder, wanted):
    """What a reader sees: every date as words, no cell in error, and the conditions of the grid."""
    tables = sheets(folder)
    faults.expect("Stages" in tables and "Summary" in tables, True, "sheets")
    for name, rows in tables.items():
        faults.expect(len(rows) > 0, True, f"{name}: rows")
        for number, row in enumerate(rows, 1):
            for text in row:
                faults.expect(bool(ERROR.match(text)) or "###" in text, False, f"{name}, row {number}: {text}")
    heads, *rows = tables["Stages"]
    columns = [heads.index(name) for name in ("ODS code", "Code", "Start", "Finish")]
    found = {}
    for row in rows:
        code, stage, start, finish = (row[column] for column in columns)
        found[(code, stage)] = (date(start), date(finish))
    faults.expect(found, wanted, "stages as shown")
    codes = {stage for _, stage in wanted}
    grid = {text for row in tables["Gantt weeks"][2:] for text in row[4:] if text}
    faults.expect(grid <= codes and "GL" in grid, True, f"grid of weeks: {grid}")
    numbers = [row[3:] for row in tables["Capacity"][1:]]
    faults.expect(any(any(cell not in ("", "0") for cell in row) for row in numbers), True, "capacities")


def saved(faults, first, second):
    """The workbook as saved again: the same cells, the same looks that depend on them."""
    before, after = openpyxl.load_workbook(first), openpyxl.load_workbook(second)
    faults.expect(after.sheetnames, before.sheetnames, "sheets saved")
    for sheet in before:
        again = after[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    faults.expect(again[cell.coordinate].value, cell.value, f"{sheet.title} {cell.coordinate}")
        rules = [rule for area in sheet.conditional_formatting for rule in area.rules]
        again = [rule for area in again.conditional_formatting for rule in area.rules]
        faults.expect(len(again), len(rules), f"{sheet.title}: conditions")
    faults.expect(len(after["Summary"]._charts), 2, "charts saved")


def printed(faults, path):
    """On A3 across, with the headings of a list on every page of it."""
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    width, height = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups()
    faults.expect((round(float(width)), round(float(height))), (1191, 842), "A3 across")
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = [page for page in text.split("\f") if "Working days" in page or "Calendar" in page]
    faults.expect(len(pages) > 0, True, "a page of stages with its headings")


def main(folder, plan):
    faults = Faults()
    folder = pathlib.Path(folder)
    into = folder / "saved"
    into.mkdir(exist_ok=True)
    book = folder / "portfolio.xlsx"
    for form in (CSV, "xlsx:Calc MS Excel 2007 XML", "pdf"):
        convert(book, form, into)
    shown(faults, into, stages(plan))
    saved(faults, book, into / "portfolio.xlsx")
    printed(faults, into / "portfolio.pdf")
    faults.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
