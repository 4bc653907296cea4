"""What the readers share: the plan's dates, and a place for faults."""
import csv
import datetime
import sys


def stages(path):
    """The dates of stages.csv by (ODS code, stage code), both days inclusive."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        return {
            (row["ods_code"], row["stage_code"]): (
                datetime.date.fromisoformat(row["start"]),
                datetime.date.fromisoformat(row["finish"]))
            for row in csv.DictReader(file)
        }


class Faults:
    """Counts what was compared, and says what differs."""

    def __init__(self):
        self.compared = 0
        self.faults = []

    def expect(self, found, wanted, what):
        self.compared += 1
        if found != wanted:
            self.faults.append(f"{what}: {found!r}, wanted {wanted!r}")

    def end(self):
        for fault in self.faults[:20]:
            print(fault)
        print(f"{self.compared} compared, {len(self.faults)} differ")
        sys.exit(1 if self.faults or not self.compared else 0)
