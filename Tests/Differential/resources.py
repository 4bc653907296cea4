"""What there is only so much of, by section 4 of the contract: short forms, uses, capacities."""

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from days import monday
from question import number

# Short forms: key -> (name, daily, count, stages or span, amount, side)
OF_SYSTEMS = {
    "extracts_per_week": ("extracts", False, "starts", ["ID", "FD"], 1, "source"),
    "loads_per_week": ("loads", False, "starts", ["ID", "FD"], 1, "target"),
    "go_lives_per_week": ("go-lives", False, "starts", ["GL"], 1, "target"),
    "go_lives_per_day": ("go-lives-day", True, "starts", ["GL"], 1, "target"),
    "concurrent": ("concurrent", False, "days", ("KO.start", "PG.finish"), 1, "target"),
    "trainers": ("trainers", False, "days", ("GL.start-10wd", "GL.start-1wd"), 1, "target"),
}
OF_PARTNERS = {
    "project_managers": ("project-managers", False, "days", ("KO.start", "GL.finish"), 1, "partner"),
    "engineers": ("engineers", False, "days", ["TS", "GL"], 1, "partner"),
    "floor_walkers": ("floor-walkers", False, "days", ("GL.start", "GL.finish+2wd"),
                      {"per_patients": 8000}, "partner"),
}


@dataclass
class Resource:
    id: str
    daily: bool
    capacity: Fraction
    changes: list
    holder: str
    # Practice by place -> amount
    users: dict
    # ("starts", stages), ("days", stages) or ("span", ((stage, is finish, offset), same))
    use: tuple


class Resources:
    def __init__(self, question):
        self.question = question
        self.all = []
        toml = question.toml
        for key, forms in (("system", OF_SYSTEMS), ("partner", OF_PARTNERS)):
            for table in toml.get(key, []):
                for form, (name, daily, count, what, amount, side) in forms.items():
                    if form in table:
                        self.add_short(table["id"], table[form], name, daily, count, what, amount, side)
        if "pcn_cutovers_per_week" in question.rules:
            self.add_each_pcn(
                "pcn-cutovers", False, question.rules["pcn_cutovers_per_week"], [], "",
                lambda practice: True, 1, ("days", self.places(["FD", "CO", "GL"])))
        for table in toml.get("resource", []):
            self.add_table(table)

    def places(self, codes):
        return [self.question.place[code] for code in codes]

    def use(self, count, what):
        if isinstance(what, list):
            return count, self.places(what)
        return "span", tuple(self.end(text) for text in what)

    def end(self, text):
        stage, edge, offset = re.fullmatch(r"([\w-]+)\.(start|finish)(?:([+-]\d+)wd)?", text).groups()
        return self.question.place[stage], edge == "finish", int(offset or 0)

    def add_short(self, holder, value, name, daily, count, what, amount, side):
        table = value if isinstance(value, dict) else {"capacity": value}
        self.add(f"{holder}-{name}", daily, table["capacity"], table.get("changes", []), holder,
                 lambda practice: getattr(practice, side) == holder, amount, self.use(count, what))

    def add_table(self, table):
        holder = table.get("system") or table.get("partner") or ""
        wanted = table.get("applies_to")

        def applies(practice):
            if wanted is not None:
                return all({"source_system": practice.source, "target_system": practice.target,
                            "partner": practice.partner, "pcn": practice.pcn}[key] in values
                           for key, values in wanted.items())
            if "system" in table:
                return holder in (practice.source, practice.target)
            return not holder or practice.partner == holder

        what = table["stages"] if "stages" in table else tuple(table["span"])
        arguments = (table.get("per") == "day", table.get("share", table.get("capacity")),
                     table.get("changes", []), holder, applies, table.get("amount", 1),
                     self.use(table.get("count", "starts"), what))
        if table.get("each") == "pcn":
            self.add_each_pcn(table["id"], *arguments, is_share="share" in table)
        else:
            self.add(table["id"], *arguments)

    def add_each_pcn(self, name, daily, capacity, changes, holder, applies, amount, use, is_share=False):
        practices = self.question.practices
        for pcn in sorted({practice.pcn for practice in practices} - {""}):
            sizes = [p.list_size or 0 for p in practices if p.pcn == pcn]
            most = max(number(capacity) * sum(sizes), max(sizes)) if is_share else capacity
            self.add(f"{name}-{pcn}", daily, most, changes, holder,
                     lambda p, pcn=pcn: p.pcn == pcn and applies(p), amount, use)

    def add(self, name, daily, capacity, changes, holder, applies, amount, use):
        users = {n: self.amount(practice, amount)
                 for n, practice in enumerate(self.question.practices) if applies(practice)}
        self.all.append(Resource(
            name, daily, number(capacity),
            [(c.get("from"), c.get("to"), number(c["capacity"])) for c in changes], holder, users, use))

    def amount(self, practice, amount):
        if amount == "patients":
            return Fraction(practice.list_size) if practice.list_size is not None else self.question.mean
        if isinstance(amount, dict):
            size = practice.list_size
            return Fraction(1 if size is None else math.ceil(Fraction(size) / number(amount["per_patients"])))
        return number(amount)

    def capacity(self, resource, period):
        """What there is in a period, named by its day or its Monday."""
        for first, last, who in self.question.holders_closed:
            if resource.holder in who and first <= period <= last:
                return Fraction(0)
        capacity = resource.capacity
        for first, last, changed in resource.changes:
            if (first is None or first <= period) and (last is None or period <= last):
                capacity = changed
        return capacity

    def period(self, resource, working_day):
        date = self.question.calendar.dates[working_day]
        return date if resource.daily else monday(date)

    def span_of(self, resource, schedule):
        """The working days, first and last, between the ends of a span."""
        (a, a_finish, before), (b, b_finish, after) = resource.use[1]
        return schedule[a][a_finish] + before, schedule[b][b_finish] + after

    def uses(self, resource, schedule):
        """The periods that a schedule uses, each as often as it counts."""
        kind = resource.use[0]
        if kind == "starts":
            return [self.period(resource, schedule[place][0]) for place in resource.use[1]]
        if kind == "span":
            stretches = [self.span_of(resource, schedule)]
        else:
            stretches = [schedule[place] for place in resource.use[1]]
        return sorted({self.period(resource, day)
                       for first, last in stretches for day in range(first, last + 1)})

