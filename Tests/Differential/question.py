"""A region folder read by the contract alone: tomllib, csv, and the sections by number."""

import csv
import math
import tomllib
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

from days import Calendar, length, occurrences

DATA = Path(__file__).resolve().parents[2] / "Data"
CUTOVER = ["FD", "CO", "GL", "PG"]
PRIORITY = {1: Fraction(4), 2: Fraction(2), 3: Fraction(1), 4: Fraction(1, 2), 5: Fraction(1, 4)}
WEIGHTS = {"delay": 1, "preference": 2, "late": 10, "avoid": 1, "weekday": 2, "squeeze": 3, "stretch": 1,
           "wait": Fraction(1, 2), "unscheduled": 2000}
PRESETS = {"balanced": {}, "earliest": {"preference": 0, "avoid": Fraction(1, 4)},
           "gentle": {"avoid": 4, "squeeze": 10}}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]


@dataclass
class Practice:
    code: str
    source: str
    target: str
    partner: str = ""
    pcn: str = ""
    list_size: int | None = None
    priority: int = 3
    preferred: date | None = None
    must_be_live_by: date | None = None
    not_before: date | None = None
    pin: date | None = None
    pilot: bool = False
    # (from, to, is it forbidden, cost, stages by number)
    closures: list = field(default_factory=list)


@dataclass
class Link:
    rule: str
    first: int
    second: int
    lag: tuple = ("d", 0)


def number(value):
    """A number of TOML as it is written, without what binary makes of it."""
    return Fraction(str(value))


class Question:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.toml = tomllib.loads((self.folder / "region.toml").read_text())
        about = self.toml["region"]
        self.start, self.finish = about["start"], about["finish"]
        self.read_pathway(about.get("pathway", "england"))
        closures = self.toml.get("calendar", {}).get("closures", [])
        self.calendar = Calendar(
            self.start, self.finish, [(c["from"], c["to"]) for c in closures if "who" not in c])
        self.holders_closed = [(c["from"], c["to"], c["who"]) for c in closures if "who" in c]
        self.rules = self.toml.get("rules", {})
        self.read_objective()
        self.read_practices(about.get("target_system"))
        self.read_protected()
        self.read_closures()
        self.read_links()

    def rows(self, name):
        path = self.folder / name
        if not path.exists():
            return []
        with open(path, newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))

    # Section 3

    def read_pathway(self, name):
        path = DATA / "pathways" / "england.toml" if name == "england" else self.folder / name
        pathway = tomllib.loads(path.read_text())
        stages = pathway["stage"]
        for change in self.toml.get("stage", []):
            [stage] = [s for s in stages if change["id"] in (s["id"], s["code"])]
            stage.update({key: value for key, value in change.items() if key != "id"})
        self.stages = [SimpleNamespace(
            id=s["id"], code=s["code"], min=s["min"], usual=s["usual"], max=s["max"],
            bands=s.get("by_list_size", []), wait=length(s.get("longest_wait", "0wd")),
            weekdays=s.get("weekdays", WEEKDAYS), avoid=s.get("avoid_weekdays", [])) for s in stages]
        self.place = {s.id: n for n, s in enumerate(self.stages)}
        self.place |= {s.code: n for n, s in enumerate(self.stages)}
        self.go_live = self.place["GL"]
        times = {time["id"]: dict(time) for time in pathway.get("lead_time", [])}
        for change in self.toml.get("lead_time", []):
            times[change["id"]] = {**times.get(change["id"], {}), **change}
        self.lead_times = [SimpleNamespace(
            origin=self.event(t["from"]), target=self.event(t["to"]),
            least=length(t["at_least"]) if "at_least" in t else None,
            most=length(t["at_most"]) if "at_most" in t else None,
            by={system: length(text) for system, text in t.get("by", {}).items()})
            for t in times.values()]

    def event(self, text):
        """Which stage, and whether its finish is meant."""
        stage, edge = text.split(".")
        return self.place[stage], edge == "finish"

    def lengths(self, practice, place):
        stage = self.stages[place]
        found = {"min": stage.min, "usual": stage.usual, "max": stage.max}
        if practice.list_size is not None:
            for band in stage.bands:
                if practice.list_size <= band.get("up_to", math.inf):
                    found |= {key: band[key] for key in found if key in band}
                    break
        return found["min"], found["usual"], found["max"]

    # Section 2

    def read_practices(self, target):
        self.practices = []
        for row in self.rows("practices.csv"):
            day = lambda key: date.fromisoformat(row[key]) if row.get(key) else None
            pcn = row.get("pcn_code") or ""
            practice = Practice(
                code=row["ods_code"], source=row["source_system"],
                target=row.get("target_system") or target, partner=row.get("partner") or "",
                pcn="" if pcn == "U" else pcn,
                list_size=int(row["list_size"]) if row.get("list_size") else None,
                priority=int(row.get("priority") or 3), preferred=day("preferred_date"),
                must_be_live_by=day("must_be_live_by"), not_before=day("not_before"),
                pin=day("pinned_go_live"), pilot=row.get("pilot") == "yes")
            for span in filter(None, (row.get("blackout") or "").split(";")):
                first, last = (date.fromisoformat(text.strip()) for text in span.split(" to "))
                practice.closures.append((first, last, True, 0, [self.place[c] for c in CUTOVER]))
            self.practices.append(practice)
        self.index = {practice.code: n for n, practice in enumerate(self.practices)}
        sizes = [p.list_size for p in self.practices if p.list_size is not None]
        self.mean = Fraction(sum(sizes), len(sizes)) if sizes else Fraction(1)

    def read_closures(self):
        for row in self.rows("closures.csv"):
            codes = (row.get("stages") or "").split() or CUTOVER
            self.practices[self.index[row["ods_code"]]].closures.append((
                date.fromisoformat(row["from"]), date.fromisoformat(row["to"]),
                row["rule"] == "forbid", 2, [self.place[c] for c in codes]))

    def read_links(self):
        self.links = []
        for row in self.rows("links.csv"):
            self.links.append(Link(
                row["rule"], self.index[row["first"]], self.index[row["second"]],
                length(row["lag"]) if row.get("lag") else ("d", 0)))
        gap = length(self.rules.get("pilot_gap", "4w"))
        for n, one in enumerate(self.practices):
            for m, other in enumerate(self.practices):
                same = (one.source, one.target) == (other.source, other.target)
                if one.pilot and not other.pilot and same:
                    self.links.append(Link("before", n, m, gap))

    def read_protected(self):
        tables = self.toml.get("protected", [])
        word = self.toml.get("calendar", {}).get("protected", "none" if tables else "england")
        if word == "england":
            shipped = tomllib.loads((DATA / "protected" / "england.toml").read_text())["protected"]
            own = {table.get("id") for table in tables}
            tables = [table for table in shipped if table["id"] not in own] + tables
        # (ranges, is it forbidden, cost, stages by number)
        self.protected = [(
            occurrences(t["from"], t["to"], (self.start, self.finish)),
            t.get("rule", "forbid") == "forbid", number(t.get("cost", 2)),
            [self.place[c] for c in t.get("stages", CUTOVER)]) for t in tables]

    # Section 5

    def read_objective(self):
        table = dict(self.toml.get("objective", {}))
        self.by_patients = table.pop("weight_by", "practices") == "patients"
        preset = PRESETS[table.pop("preset", "balanced")]
        self.weight = {**WEIGHTS, **preset, **{key: number(value) for key, value in table.items()}}

    def practice_weight(self, practice):
        weight = PRIORITY[practice.priority]
        if self.by_patients and practice.list_size is not None:
            weight *= practice.list_size / self.mean
        return weight
