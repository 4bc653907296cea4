"""The problem as one mixed-integer programme over time steps, for any MIP solver.

z[p, e, t] = 1 if event e (the start or finish of a stage) of practice p has happened by day t.
Rules between two dates become precedences between steps, the strongest compact form that is
known; the use of a period by a span is a difference of two steps, so resources are plain rows.
"""

import numpy as np

ONE = -1  # stands for the constant 1 in a term


class Step:
    """Columns and rows; a term is (column, coefficient)."""

    def __init__(self, problem):
        self.problem = problem
        self.cost, self.lower, self.upper, self.integer, self.names = [], [], [], [], []
        self.rows = []  # (lower, upper, {column: coefficient})
        self.constant = 0
        self.first, self.present, self.windows = [], [], []
        self.use = [{} for _ in problem.resources]
        for place, practice in enumerate(problem.practices):
            self.add_practice(place, practice)
        for resource, periods in zip(problem.resources, self.use):
            for period, terms in sorted(periods.items()):
                most = sum(abs(c) for c in terms.values())
                if most > resource["capacity"][period]:
                    self.row(-np.inf, resource["capacity"][period], terms)
        for link in problem.links:
            self.add_link(link)

    def column(self, cost, lower, upper, integer, name):
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.integer.append(integer)
        self.names.append(name)
        return len(self.cost) - 1

    def row(self, lower, upper, terms):
        terms = {c: v for c, v in terms.items() if v != 0}
        shift = terms.pop(ONE, 0)
        if terms:
            self.rows.append((lower - shift, upper - shift, terms))
        elif shift < lower - 1e-9 or shift > upper + 1e-9:
            raise ValueError("a row that can never hold")

    # Steps of one practice.

    def z(self, p, event, day):
        """The step of an event as a term: nothing before its window, the practice's own after."""
        low, high = self.windows[p][0][event], self.windows[p][1][event]
        if day < low:
            return {}
        if day >= high:
            return {self.present[p]: 1}
        return {self.first[p][event] + day - low: 1}

    def minus(self, a, b):
        terms = dict(a)
        for column, value in b.items():
            terms[column] = terms.get(column, 0) - value
        return terms

    def at_most(self, a, b):
        """Step a never before step b."""
        terms = self.minus(a, b)
        if any(terms.values()):
            self.row(-np.inf, 0, terms)

    def pay(self, terms, cost):
        for column, value in terms.items():
            if column == ONE:
                self.constant += cost * value
            else:
                self.cost[column] += cost * value

    def add_practice(self, p, practice):
        problem = self.problem
        window = problem.windows(practice) if practice["isPossible"] else None
        self.windows.append(window)
        self.first.append([])
        if window is None:
            self.present.append(None)
            self.constant += practice["unscheduled"]
            return
        code = practice["code"]
        y = self.column(-practice["unscheduled"], 0 if practice["mayBeLeftOut"] else 1, 1, True,
                        f"{code}")
        self.constant += practice["unscheduled"]
        self.present.append(y)
        stages = practice["stages"]
        low, high = window
        for event in range(2 * len(stages)):
            if event % 2 == 1 and stages[event // 2]["max"] == 1:
                # The finish of a stage of one day is its start.
                self.first[p].append(self.first[p][event - 1])
                low[event], high[event] = low[event - 1], high[event - 1]
                continue
            self.first[p].append(len(self.cost))
            for day in range(low[event], high[event]):
                self.column(0, 0, 1, True, f"{code}_{event}_{day}")
            for day in range(low[event], high[event]):
                self.at_most(self.z(p, event, day), self.z(p, event, day + 1))
        for k, stage in enumerate(stages):
            self.add_stage(p, practice, k, stage)
        for place in practice["leadTimes"]:
            limit = problem.leadTimes[place]
            a, b = limit["from"], limit["to"]
            for day in range(problem.horizon):
                if limit.get("latest"):
                    self.at_most(self.z(p, b, day), self.z(p, a, limit["latest"][day]))
                if limit.get("earliest") and limit["earliest"][day] > 0:
                    self.at_most(self.z(p, a, limit["earliest"][day] - 1),
                                 self.z(p, b, day - 1))
        go = 2 * problem.goLive
        for day in range(low[go], high[go] + 1):
            self.pay(self.happens(p, go, day), practice["goLiveCost"][day])
        for use in practice["uses"]:
            self.add_use(p, practice, use)

    def happens(self, p, event, day):
        return self.minus(self.z(p, event, day), self.z(p, event, day - 1))

    def add_stage(self, p, practice, k, stage):
        problem = self.problem
        s, f = 2 * k, 2 * k + 1
        days = range(-1, problem.horizon)
        if stage["max"] > 1:
            for day in days:
                self.at_most(self.z(p, f, day + stage["min"] - 1), self.z(p, s, day))
                self.at_most(self.z(p, s, day), self.z(p, f, day + stage["max"] - 1))
            length = self.difference(p, s, f)
            y = self.present[p]
            # One variable for all days under, one for all over the usual length.
            for sign, each, most in ((1, problem.squeeze, stage["usual"] - stage["min"]),
                                     (-1, problem.stretch, stage["max"] - stage["usual"])):
                if each and most:
                    over = self.column(each, 0, most, False, f"{practice['code']}_{k}_{sign}")
                    terms = {c: sign * v for c, v in length.items()}
                    terms[y] = terms.get(y, 0) + sign * (1 - stage["usual"])
                    terms[over] = 1
                    self.row(0, np.inf, terms)
        if k:
            for day in days:
                self.at_most(self.z(p, s, day + 1), self.z(p, f - 2, day))
                self.at_most(self.z(p, f - 2, day), self.z(p, s, day + 1 + stage["wait"]))
            if stage["wait"] and problem.wait:
                self.pay(self.difference(p, f - 2, s), problem.wait)
                self.pay({self.present[p]: 1}, -problem.wait)
        rules = problem.day_rules(practice, k)
        for day in rules["forbidden"]:
            self.row(0, 0, self.minus(self.z(p, s, day), self.z(p, f, day - 1)))
        for day in rules["noStart"]:
            self.row(0, 0, self.happens(p, s, day))
        for day in range(problem.horizon):
            if rules["avoid"][day]:
                self.pay(self.minus(self.z(p, s, day), self.z(p, f, day - 1)),
                         rules["avoid"][day])
            if rules["startCost"][day]:
                self.pay(self.happens(p, s, day), rules["startCost"][day])

    def difference(self, p, earlier, later):
        """The days from one event to a later one: the sum of their steps' difference."""
        total = {}
        low = self.windows[p][0][earlier]
        high = self.windows[p][1][later]
        for day in range(low, high):
            for column, value in self.minus(
                self.z(p, earlier, day), self.z(p, later, day)
            ).items():
                total[column] = total.get(column, 0) + value
        return total

    def add_use(self, p, practice, use):
        problem = self.problem
        resource = problem.resources[use["resource"]]
        margin = resource["margin"]
        spans = {}
        for place, period in enumerate(resource["periods"]):
            day = place - margin
            first, _ = spans.get(period, (day, day))
            spans[period] = (first, day)
        if resource["kind"] == "span":
            ends = [tuple(resource["span"])]
        elif resource["kind"] == "starts":
            ends = [(2 * k, 0, None, 0) for k in resource["stages"]]
        else:
            ends = [(2 * a, 0, 2 * b + 1, 0) for a, b in problem.stage_groups(practice, resource)]
        for a, a_offset, b, b_offset in ends:
            for period, (first, last) in spans.items():
                begun = self.z(p, a, last - a_offset)
                over = (self.z(p, a, first - 1) if b is None
                        else self.z(p, b, first - 1 - b_offset))
                row = self.use[use["resource"]].setdefault(period, {})
                for column, value in self.minus(begun, over).items():
                    if value:
                        row[column] = row.get(column, 0) + value * use["amount"]

    def add_link(self, link):
        p, q, go = link["first"], link["second"], 2 * self.problem.goLive
        if self.windows[p] is None or self.windows[q] is None:
            return
        # Binds only where both are in.
        slack = {ONE: -2, self.present[p]: 1, self.present[q]: 1}

        def binds(a, b, extra=None):
            terms = self.minus(a, b)
            for more in (slack, extra or {}):
                for column, value in more.items():
                    terms[column] = terms.get(column, 0) + value
            self.row(-np.inf, 0, terms)

        order = None
        if link["rule"] == "apart":
            order = self.column(0, 0, 1, True, f"order_{p}_{q}")
        for day in range(self.problem.horizon):
            if link["rule"] == "together":
                binds(self.z(p, go, day), self.z(q, go, day))
                binds(self.z(q, go, day), self.z(p, go, day))
                continue
            edge = link["latest"][day]
            binds(self.z(q, go, day), self.z(p, go, edge), order and {ONE: -1, order: 1})
            if order:
                binds(self.z(p, go, day), self.z(q, go, edge), {order: -1})

    # What comes out.

    @property
    def size(self):
        entries = sum(len(terms) for _, _, terms in self.rows)
        return f"{len(self.rows)} rows, {len(self.cost)} columns, {entries} entries"

    def dates(self, values):
        """Per practice the (start, finish) of each stage, from a solution's values."""
        plans = []
        for p, practice in enumerate(self.problem.practices):
            if self.windows[p] is None or values[self.present[p]] < 0.5:
                plans.append(None)
                continue
            days = []
            for event in range(2 * len(practice["stages"])):
                low, high = self.windows[p][0][event], self.windows[p][1][event]
                first = self.first[p][event]
                day = high
                for place in range(high - low):
                    if values[first + place] > 0.5:
                        day = low + place
                        break
                days.append(day)
            plans.append(list(zip(days[::2], days[1::2])))
        return plans
