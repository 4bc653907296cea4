"""Reads the workbook with openpyxl. Usage: xlsx.py EXPORT STAGES.CSV"""
import datetime
import sys

import openpyxl
from common import Faults, stages


def main(folder, plan):
    faults = Faults()
    wanted = stages(plan)
    book = openpyxl.load_workbook(f"{folder}/portfolio.xlsx")
    sheet = book["Stages"]
    heads = [cell.value for cell in sheet[1]]
    columns = [heads.index(name) for name in ("ODS code", "Code", "Start", "Finish")]
    found = {}
    for row in sheet.iter_rows(min_row=2, values_only=True):
        code, stage, start, finish = (row[column] for column in columns)
        found[(code, stage)] = (start.date(), finish.date())
    faults.expect(set(found), set(wanted), "stages")
    for key, dates in wanted.items():
        faults.expect(found.get(key), dates, key)
    start = sheet.cell(2, columns[2] + 1)
    faults.expect(start.is_date and start.number_format, "d mmm yyyy", "form of dates")
    for name in ("Practices", "Stages", "Checklists", "Third parties", "PCSE"):
        faults.expect(book[name].freeze_panes, "C2", f"{name}: frozen")
        faults.expect(book[name].auto_filter.ref.startswith("A1:"), True, f"{name}: filter")
        faults.expect(book[name].print_title_rows, "$1:$1", f"{name}: repeated")
    gantt = book["Gantt weeks"]
    faults.expect(gantt.freeze_panes, "E3", "Gantt weeks: frozen")
    rules = [rule for area in gantt.conditional_formatting for rule in area.rules]
    faults.expect(sorted(rule.formula[0] for rule in rules)[:2], ['"CO"', '"DC"'], "rules")
    faults.expect(len(book["Summary"]._charts), 2, "charts")
    lists = book["Checklists"].data_validations.dataValidation
    faults.expect([entry.formula1 for entry in lists], ['"Yes,No,Not needed"'], "choices")
    for sheet in book:
        faults.expect(len(sheet.title) <= 31, True, f"{sheet.title}: name")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    faults.expect(cell.coordinate, None, f"{sheet.title}: a formula")
                if isinstance(cell.value, str) and cell.value[:2] == "20" and len(cell.value) == 10:
                    try:
                        datetime.date.fromisoformat(cell.value)
                        faults.expect(cell.coordinate, None, f"{sheet.title}: a date as text")
                    except ValueError:
                        pass
    faults.end()


main(*sys.argv[1:])
