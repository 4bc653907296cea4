"""The plain form of a region, as `tranche-bench export` writes it, and what every model needs."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Problem:
    """Working days count from 0; costs are in thousandths of a point."""

    raw: dict

    @staticmethod
    def read(path):
        return Problem(json.loads(Path(path).read_text()))

    def __getattr__(self, name):
        return self.raw[name]

    @property
    def horizon(self):
        return len(self.raw["days"])

    def day_rules(self, practice, stage):
        return self.raw["calendars"][practice["calendars"][stage]]

    def period(self, resource, day):
        """The period of a working day, the nearest known one beyond the ends."""
        periods = resource["periods"]
        return periods[min(max(day + resource["margin"], 0), len(periods) - 1)]

    def stage_groups(self, practice, resource):
        """The listed stages of a `days` resource as (first, last) groups that lie side by side.

        Stages that follow each other without a wait are one group, whose periods are counted
        once by nature. Groups must lie so far apart that they never share a period.
        """
        groups = []
        for stage in resource["stages"]:
            if groups and stage == groups[-1][1] + 1 and practice["stages"][stage]["wait"] == 0:
                groups[-1] = (groups[-1][0], stage)
            else:
                if groups and self.least_gap(practice, groups[-1][1], stage) < (
                    1 if resource["isDaily"] else 5
                ):
                    raise ValueError(f"{resource['id']}: groups of stages may share a period")
                groups.append((stage, stage))
        return groups

    def least_gap(self, practice, first, second):
        """The least working days from the finish of one stage to the start of a later one."""
        between = sum(practice["stages"][k]["min"] for k in range(first + 1, second))
        gap = between + 1
        for place in practice["leadTimes"]:
            limit = self.raw["leadTimes"][place]
            if limit.get("latest") and limit["from"] <= 2 * first + 1 and limit["to"] == 2 * second:
                lag = min(t - d for t, d in enumerate(limit["latest"]) if d >= 0)
                most = sum(
                    practice["stages"][k]["max"] + practice["stages"][k]["wait"]
                    for k in range(limit["from"] // 2 + 1, first + 1)
                )
                gap = max(gap, lag - most)
        return gap

    def windows(self, practice):
        """For each event the first and the last day that the chain of stages leaves."""
        stages = practice["stages"]
        events = 2 * len(stages)
        low, high = [0] * events, [self.horizon - 1] * events
        for k in range(len(stages)):
            low[2 * k] = practice["firstStart"]
        go = 2 * self.raw["goLive"]
        low[go] = max(low[go], practice["goLiveFrom"])
        high[go] = min(high[go], practice["goLiveTo"])
        forbidden = [set(self.day_rules(practice, k)["forbidden"]) for k in range(len(stages))]
        no_start = [set(self.day_rules(practice, k)["noStart"]) for k in range(len(stages))]
        before = None
        while before != (low, high):
            before = (low[:], high[:])
            for k, stage in enumerate(stages):
                s, f = 2 * k, 2 * k + 1
                if k:
                    low[s] = max(low[s], low[s - 1] + 1)
                    high[s] = min(high[s], high[s - 1] + 1 + stage["wait"])
                while low[s] <= high[s] and (low[s] in forbidden[k] or low[s] in no_start[k]):
                    low[s] += 1
                low[f] = max(low[f], low[s] + stage["min"] - 1)
                high[f] = min(high[f], high[s] + stage["max"] - 1)
                while low[f] <= high[f] and low[f] in forbidden[k]:
                    low[f] += 1
            for k in reversed(range(len(stages))):
                stage = stages[k]
                s, f = 2 * k, 2 * k + 1
                while low[f] <= high[f] and high[f] in forbidden[k]:
                    high[f] -= 1
                high[s] = min(high[s], high[f] - stage["min"] + 1)
                low[s] = max(low[s], low[f] - stage["max"] + 1)
                while low[s] <= high[s] and (high[s] in forbidden[k] or high[s] in no_start[k]):
                    high[s] -= 1
                if k:
                    high[s - 1] = min(high[s - 1], high[s] - 1)
                    low[s - 1] = max(low[s - 1], low[s] - 1 - stage["wait"])
            for place in practice["leadTimes"]:
                limit = self.raw["leadTimes"][place]
                a, b = limit["from"], limit["to"]
                if limit.get("latest"):
                    while low[b] <= high[b] and limit["latest"][low[b]] < low[a]:
                        low[b] += 1
                    if low[b] <= high[b]:
                        high[a] = min(high[a], limit["latest"][high[b]])
                if limit.get("earliest"):
                    while low[b] <= high[b] and limit["earliest"][high[b]] > high[a]:
                        high[b] -= 1
                    if low[b] <= high[b]:
                        low[a] = max(low[a], limit["earliest"][low[b]])
            if any(x > y for x, y in zip(low, high)):
                return None
        return low, high

    def write_stages(self, path, dates):
        """Writes stages.csv; `dates` has per practice a list of (start, finish) or None."""
        days = self.raw["days"]
        with open(path, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["ods_code", "stage", "stage_code", "start", "finish", "working_days"])
            for practice, stages in zip(self.raw["practices"], dates):
                for about, pair in zip(self.raw["stages"], stages or []):
                    start, finish = pair
                    out.writerow(
                        [practice["code"], about["id"], about["code"], days[start], days[finish],
                         finish - start + 1]
                    )

    def read_stages(self, path):
        """The dates of a stages.csv as day numbers, per practice; None where it has none."""
        number = {day: place for place, day in enumerate(self.raw["days"])}
        place = {p["code"]: i for i, p in enumerate(self.raw["practices"])}
        stage = {s["code"]: i for i, s in enumerate(self.raw["stages"])}
        dates = [None] * len(place)
        with open(path, newline="", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                i = place[row["ods_code"]]
                dates[i] = dates[i] or [None] * len(stage)
                dates[i][stage[row["stage_code"]]] = (number[row["start"]], number[row["finish"]])
        return dates
