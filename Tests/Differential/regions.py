"""Small random regions, written as anybody would write them: the same seed, the same files."""

import csv
import datetime
import random

DAY = datetime.timedelta(days=1)
SHORT = [("order", "PR", 1, 2, 3), ("kickoff", "KO", 1, 1, 1), ("technical-survey", "TS", 1, 1, 1),
         ("initial-data-production", "ID", 1, 1, 1), ("final-data-production", "FD", 1, 1, 1),
         ("cutover", "CO", 1, 2, 4), ("go-live", "GL", 1, 1, 1), ("post-go-live", "PG", 2, 3, 4)]
LEAD_TIMES = [("extract-notice", "order.finish", "initial-data-production.start"),
              ("cutover-meeting", "kickoff.start", "final-data-production.start")]
CODES = ["PR", "KO", "TS", "ID", "FD", "CO", "GL", "PG"]


class RandomRegion:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        dice = self.dice
        self.is_long = dice.random() < 0.25
        self.start = datetime.date(2027, dice.randint(1, 9), dice.randint(1, 28))
        weeks = dice.randint(19, 24) if self.is_long else dice.randint(6, 11)
        self.finish = self.start + weeks * 7 * DAY
        self.count = dice.randint(2, 3) if self.is_long else dice.randint(2, 6)
        self.lines = [
            "format = 1", "[region]", f'name = "Random {seed}"', f"start = {self.start}",
            f"finish = {self.finish}"]
        if not self.is_long:
            self.lines.append('pathway = "short.toml"')
        self.has_sizes = dice.random() < 0.7
        self.sizes = [dice.choice([900, 2500, 4000, 6000, 8000, 12000, 16500]) if self.has_sizes else None
                      for _ in range(self.count)]

    def chance(self, share):
        return self.dice.random() < share

    def day(self, low=0.0, high=1.0):
        """A date within a part of the horizon."""
        days = (self.finish - self.start).days
        return self.start + self.dice.randint(int(low * days), int(high * days)) * DAY

    def span(self, longest, low=0.0, high=1.0):
        first = self.day(low, high)
        return first, min(first + self.dice.randint(0, longest) * DAY, self.finish)

    def table(self, name, **values):
        self.lines.append(f"[{name}]" if name in ("calendar", "rules", "objective") else f"[[{name}]]")
        for key, value in values.items():
            if isinstance(value, bool) or value is None:
                continue
            written = value if isinstance(value, (int, float, datetime.date)) else None
            if written is None:
                written = value[1:] if str(value).startswith("=") else '"' + value + '"'
            self.lines.append(f"{key} = {written}")

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.calendar()
        self.systems()
        self.stages()
        self.periods()
        self.resources()
        self.rules()
        if not self.is_long:
            (folder / "short.toml").write_text(self.pathway())
        (folder / "region.toml").write_text("\n".join(self.lines) + "\n")
        self.practices(folder)
        self.tables(folder)

    def calendar(self):
        closures = []
        if self.chance(0.25):
            first, last = self.span(4)
            closures.append(f"{{ from = {first}, to = {last} }}")
        if self.chance(0.2):
            first, last = self.span(10)
            closures.append(f'{{ from = {first}, to = {last}, who = ["tpp"] }}')
        self.table("calendar", closures="=[" + ", ".join(closures) + "]",
                   # The shipped periods name stages that the short pathway does not have.
                   protected="none" if not self.is_long or self.chance(0.5) else None)

    def systems(self):
        dice = self.dice
        maybe = lambda share, values: dice.choice(values) if self.chance(share) else None
        changed = lambda value: value
        if self.chance(0.3):
            first, last = self.span(30)
            changed = lambda value: value and (
                f"={{ capacity = {value}, changes = [{{ from = {first}, to = {last},"
                f" capacity = {dice.randint(0, 2)} }}] }}")
        self.table("system", id="emis", extracts_per_week=maybe(0.4, [1, 2]))
        self.table(
            "system", id="tpp", loads_per_week=maybe(0.3, [1, 2]),
            go_lives_per_week=changed(maybe(0.6, [1, 1, 2])), go_lives_per_day=maybe(0.3, [1]),
            concurrent=maybe(0.3, [1, 2, 3]), trainers=maybe(0.3, [1, 2]))
        self.table(
            "partner", id="csu", project_managers=maybe(0.3, [1, 2, 3]), engineers=maybe(0.3, [1, 2]),
            floor_walkers=maybe(0.3, [2, 3]))

    def stages(self):
        if self.chance(0.3):
            days = self.dice.sample(["mon", "tue", "wed", "thu", "fri"], 3)
            key = "weekdays" if self.chance(0.5) else "avoid_weekdays"
            self.table("stage", id=self.dice.choice(["GL", "FD", "go-live"]), **{key: f"={days}"})
        if self.chance(0.25):
            self.table("stage", id="CO", by_list_size="=[{ up_to = 4000, min = 1, usual = 1, max = 2 }]")
        if self.chance(0.3):
            wait = f"{self.dice.randint(1, 4)}{self.dice.choice(['wd', 'd'])}"
            self.table("stage", id="post-go-live", longest_wait=wait)

    def pathway(self):
        """A pathway of eight stages, in place of the shipped one."""
        dice, lines = self.dice, []
        for place, (name, code, least, usual, most) in enumerate(SHORT):
            lines += ["[[stage]]", f'id = "{name}"', f'code = "{code}"', f'name = "{name}"', f"min = {least}",
                      f"usual = {usual}", f"max = {most}"]
            if place:
                lines.append(f'longest_wait = "{dice.choice([0, 0, 1, 2, 5, 12])}wd"')
        for name, first, second in LEAD_TIMES:
            least = dice.choice(["1wd", "6d", "1w"])
            lines += ["[[lead_time]]", f'id = "{name}"', f'from = "{first}"', f'to = "{second}"',
                      f'at_least = "{least}"']
            if self.chance(0.3):
                lines.append(f'at_most = "{dice.randint(8, 15)}wd"')
            if self.chance(0.3):
                lines.append('by = { vision = "9d" }')
        return "\n".join(lines) + "\n"

    def periods(self):
        for place in range(self.dice.choice([0, 0, 1, 2, 3])):
            first, last = self.span(12, 0.2)
            codes = self.dice.sample(CODES, self.dice.randint(1, 4))
            forbids = self.chance(0.4)
            self.table("protected", id=f"period-{place}", to=last, stages=f"={codes}", **{
                "from": first, "rule": "forbid" if forbids else "avoid",
                "cost": None if forbids or self.chance(0.3) else self.dice.choice([1, 1.5, 3])})

    def resources(self):
        dice = self.dice
        if self.chance(0.3):
            self.table("resource", id="testers", capacity=dice.randint(1, 2), count="days",
                       stages=f"={dice.sample(CODES, 2)}", per=dice.choice(["day", "week"]))
        if self.chance(0.25):
            self.table("resource", id="room", capacity=1, per="day", count="days",
                       span='=["final-data-production.start-2wd", "go-live.finish+1wd"]',
                       applies_to='={ source_system = ["emis"] }')
        if self.chance(0.2) and self.has_sizes:
            self.table("resource", id="people", capacity=dice.choice([17000, 22000]), amount="patients",
                       count="days", stages='=["FD", "CO", "GL"]')
        if self.chance(0.2) and self.has_sizes:
            self.table("resource", id="network", share=dice.choice([0.4, 0.6]), amount="patients",
                       each="pcn", stages='=["GL"]', per=dice.choice(["day", "week"]))

    def rules(self):
        self.table(
            "rules", pilot_gap=self.dice.choice(["3wd", "1w", "10d"]),
            max_elapsed=f"{self.dice.choice([17, 18]) if self.is_long else self.dice.choice([4, 5])}w"
            if self.chance(0.2) else None,
            deadlines="forbid" if self.chance(0.2) else None,
            pcn_cutovers_per_week=1 if self.chance(0.4) else None)
        weights = {}
        if self.chance(0.5):
            weights["preset"] = self.dice.choice(["balanced", "earliest", "gentle"])
        if self.chance(0.3) and self.has_sizes:
            weights["weight_by"] = "patients"
        for key in ("delay", "late", "wait", "squeeze", "stretch", "weekday"):
            if self.chance(0.2):
                weights[key] = self.dice.choice([0, 0.5, 1, 2, 4])
        # Low enough, now and then, that leaving somebody out pays.
        if self.chance(0.3):
            weights["unscheduled"] = self.dice.choice([15, 40, 300])
        self.table("objective", **weights)

    def practices(self, folder):
        dice, rows = self.dice, []
        keys = ["ods_code", "practice_name", "source_system", "target_system", "partner", "pcn_code", "list_size",
                "priority", "preferred_date", "must_be_live_by", "not_before", "pinned_go_live", "pilot", "blackout"]
        pilot = dice.randrange(self.count) if self.chance(0.2) else None
        for place in range(self.count):
            maybe = lambda share, value: value if self.chance(share) else ""
            first, last = self.span(6, 0.4)
            rows.append(dict(zip(keys, [
                f"A9900{place}", f"Practice {place}", dice.choice(["emis", "emis", "vision"]), "tpp", "csu",
                dice.choice(["U99001", "U99002", ""]), self.sizes[place] or "", dice.randint(1, 5),
                maybe(0.3, self.day(0.4)), maybe(0.3, self.day(0.4)), maybe(0.2, self.day(0, 0.2)),
                maybe(0.1, self.working_day()), "yes" if place == pilot else "",
                maybe(0.15, f"{first} to {last}")])))
        self.lines.append("")
        with open(folder / "practices.csv", "w", newline="") as file:
            out = csv.DictWriter(file, keys)
            out.writeheader()
            out.writerows(rows)
        if any(row["source_system"] == "vision" for row in rows):
            with open(folder / "region.toml", "a") as file:
                file.write('[[system]]\nid = "vision"\n')

    def working_day(self):
        date = self.day(0.55, 0.9)
        return date - DAY * max(0, date.weekday() - 4)

    def tables(self, folder):
        dice = self.dice
        if self.chance(0.3):
            first, last = self.span(6, 0.2)
            with open(folder / "closures.csv", "w") as file:
                file.write("ods_code,from,to,rule,stages,reason\n")
                file.write(f"A99000,{first},{last},{dice.choice(['forbid', 'avoid'])},"
                           f"{dice.choice(['', 'GL PG', 'KO ID'])},works\n")
        if self.chance(0.4) and self.count > 2:
            rule = dice.choice(["together", "before", "apart"])
            lag = "" if rule == "together" else dice.choice(["2wd", "1w", "4d"])
            first, second = dice.sample(range(self.count), 2)
            with open(folder / "links.csv", "w") as file:
                file.write(f"rule,first,second,lag\n{rule},A9900{first},A9900{second},{lag}\n")
