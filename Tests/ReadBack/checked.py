"""Reads the marked tables of check --xlsx. Usage: checked.py CHECKED.XLSX TABLE.CSV CELL...

The cells are those that have to be coloured and have a note, and no others.
"""
import csv
import pathlib
import sys
import tempfile

import openpyxl
from common import Faults
from office import convert


def check(faults, path, table, cells, reader):
    book = openpyxl.load_workbook(path)
    faults.expect(book.sheetnames, [pathlib.Path(table).name, "Findings"], f"{reader}: sheets")
    sheet = book.worksheets[0]
    with open(table, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            value = sheet.cell(number, column).value
            faults.expect("" if value is None else str(value), text, f"{reader}: {number}, {column}")
    noted, coloured = set(), set()
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment is not None:
                noted.add(cell.coordinate)
                faults.expect(len(cell.comment.text) > 10, True, f"{reader}: {cell.coordinate}")
            if cell.fill.fill_type == "solid" and str(cell.fill.fgColor.rgb)[2:] != "FFFFFF":
                coloured.add(cell.coordinate)
    faults.expect(noted, set(cells), f"{reader}: notes")
    faults.expect(coloured, set(cells), f"{reader}: colours")
    findings = [[cell.value for cell in row] for row in book["Findings"].iter_rows(min_row=2)]
    faults.expect(len(findings) >= len(cells), True, f"{reader}: findings")


def main(path, table, *cells):
    faults = Faults()
    check(faults, path, table, cells, "as written")
    with tempfile.TemporaryDirectory() as folder:
        convert(path, "xlsx:Calc MS Excel 2007 XML", folder)
        check(faults, pathlib.Path(folder, pathlib.Path(path).name), table, cells, "by LibreOffice")
    faults.end()


main(*sys.argv[1:])
