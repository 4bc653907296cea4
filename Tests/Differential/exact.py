"""The whole question as one CP-SAT model: start and finish of every stage, a switch for each use of a period.

It enumerates nothing and prices nothing, so it shares no idea with the planner. Costs are whole numbers of
1 / `unit` points, exactly.
"""

import math
from dataclasses import replace

from ortools.sat.python import cp_model

from days import length
from question import WEEKDAYS


class Exact:
    def __init__(self, question, resources, judge):
        self.question, self.resources, self.judge = question, resources, judge
        self.calendar = question.calendar
        self.low = self.calendar.on_or_after(question.start)
        self.high = self.calendar.on_or_after(question.finish + question.finish.resolution) - 1
        self.days = range(self.low, self.high + 1)
        weights = [question.practice_weight(p) * v for p in question.practices
                   for v in question.weight.values()]
        prices = [v * c for v in question.weight.values() for c in [1] + [p[2] for p in question.protected]]
        self.unit = math.lcm(*(number.denominator for number in weights + prices))

    def whole(self, points):
        assert (points * self.unit).denominator == 1
        return int(points * self.unit)

    # One practice

    def add_stages(self, model, practice):
        """The variables of a practice's dates, legal by the rules on it alone."""
        q = self.question
        dates = []
        for k, stage in enumerate(q.stages):
            least, _, most = q.lengths(practice, k)
            start = model.new_int_var(self.low, self.high, f"{practice.code} {stage.code}")
            model.add_linear_expression_in_domain(start, self.starts(practice, k))
            finish = model.new_int_var(self.low, self.high, "")
            model.add(finish - start >= least - 1)
            model.add(finish - start <= most - 1)
            self.keep_clear(model, practice, k, start, finish, most)
            if k:
                unit, wait = stage.wait
                model.add(start > dates[-1][1])
                self.at_most(model, (unit, wait + 1), dates[-1][1], start)
            dates.append((start, finish))
        go_live = dates[q.go_live][0]
        if "max_elapsed" in q.rules:
            self.at_most(model, length(q.rules["max_elapsed"]), dates[0][0], go_live)
        for time in q.lead_times:
            first, second = dates[time.origin[0]][time.origin[1]], dates[time.target[0]][time.target[1]]
            least = time.by.get(practice.source, time.least)
            if least:
                self.at_least(model, least, first, second)
            if time.most:
                self.at_most(model, time.most, first, second)
        return dates

    def starts(self, practice, k):
        """The days on which a stage may start, as far as that hangs on nothing else."""
        q = self.question
        allowed = [d for d in self.days
                   if WEEKDAYS[self.calendar.dates[d].weekday()] in q.stages[k].weekdays
                   and not (practice.not_before and self.calendar.dates[d] < practice.not_before)]
        if k == q.go_live:
            hard = q.rules.get("deadlines") == "forbid" and practice.must_be_live_by
            allowed = [d for d in allowed
                       if not (practice.pin and self.calendar.dates[d] != practice.pin)
                       and not (hard and self.calendar.dates[d] > practice.must_be_live_by)]
        return cp_model.Domain.from_values(allowed)

    def keep_clear(self, model, practice, k, start, finish, most):
        """No working day of the stage in a range that forbids it."""
        forbidden = set()
        for ranges, is_forbidden, _, stages in self.question.protected:
            if is_forbidden and k in stages:
                forbidden |= {d for a, b in ranges for d in self.days if a <= self.calendar.dates[d] <= b}
        for a, b, is_forbidden, _, stages in practice.closures:
            if is_forbidden and k in stages:
                forbidden |= {d for d in self.days if a <= self.calendar.dates[d] <= b}
        if forbidden:
            pairs = [(s, f) for s in self.days for f in range(s, min(s + most, self.high + 1))
                     if not any(d in forbidden for d in range(s, f + 1))]
            model.add_allowed_assignments([start, finish], pairs)

    def dated(self, model, day):
        """The calendar day of a working day's variable."""
        ordinals = [date.toordinal() for date in self.calendar.dates[self.low:self.high + 1]]
        ordinal = model.new_int_var(ordinals[0], ordinals[-1], "")
        model.add_element(day - self.low, ordinals, ordinal)
        return ordinal

    def difference(self, model, unit, first, second):
        return second - first if unit == "wd" else self.dated(model, second) - self.dated(model, first)

    def at_least(self, model, lag, first, second, when=()):
        model.add(self.difference(model, lag[0], first, second) >= lag[1]).only_enforce_if(*when)

    def at_most(self, model, lag, first, second):
        model.add(self.difference(model, lag[0], first, second) <= lag[1])

    def earliest(self, place):
        """The go-live from which delay counts, as a day number or None: the first without pin and deadline, else
        the first with the pin."""
        practice = self.question.practices[place]
        free = replace(practice, pin=None, must_be_live_by=None)
        first = self.first_go_live(free)
        if first is None and practice.pin:
            first = self.first_go_live(replace(practice, must_be_live_by=None))
        return first

    def first_go_live(self, practice):
        """The first go-live that the rules on the practice alone allow, as a day number or None."""
        model = cp_model.CpModel()
        go_live = self.add_stages(model, practice)[self.question.go_live][0]
        model.minimize(go_live)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(model)
        assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE), solver.status_name(status)
        return solver.value(go_live) if status == cp_model.OPTIMAL else None

    # All practices

    def solve(self, seconds, workers=1):
        """(status, cost, bound, plan): status is "optimal", "infeasible", "feasible" or "unknown"."""
        q, model = self.question, cp_model.CpModel()
        self.firsts = [self.earliest(place) for place in range(len(q.practices))]
        dates, present, costs = [], [], []
        for place, practice in enumerate(q.practices):
            inside = model.new_bool_var(f"{practice.code} inside")
            present.append(inside)
            possible = self.first_go_live(practice) is not None
            dates.append(self.add_stages(model, practice) if possible else None)
            if practice.pin:
                model.add(inside == 1)
            if not possible:
                model.add(inside == 0)
            costs.append(self.add_cost(model, place, dates[place], inside))
        for resource in self.resources.all:
            self.add_resource(model, resource, dates, present)
        for link in q.links:
            if dates[link.first] and dates[link.second]:
                self.add_link(model, link, dates, (present[link.first], present[link.second]))
        model.minimize(sum(costs))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.num_workers = workers
        status = solver.status_name(solver.solve(model)).lower()
        if status not in ("optimal", "feasible"):
            return status, None, None, None
        plan = [[(solver.value(s), solver.value(f)) for s, f in chain] if solver.value(inside) else None
                for chain, inside in zip(dates, present)]
        return status, solver.objective_value / self.unit, solver.best_objective_bound / self.unit, plan

    def add_cost(self, model, place, dates, inside):
        q = self.question
        practice = q.practices[place]
        left_out = self.whole(self.judge.cost(place, None, None))
        if dates is None:
            return left_out
        weight, points, parts = q.practice_weight(practice), q.weight, []
        first = self.calendar.dates[self.firsts[place]]
        if practice.preferred:
            first = max(first, practice.preferred)
        parts.append(self.table(model, dates[q.go_live][0], lambda date: (
            points["delay"] * weight * max(0, (date - first).days)
            + (points["preference"] * weight * abs((date - practice.preferred).days)
               if practice.preferred else 0)
            + (points["late"] * weight * max(0, (date - practice.must_be_live_by).days)
               if practice.must_be_live_by else 0))))
        for k, (start, finish) in enumerate(dates):
            least, usual, most = q.lengths(practice, k)
            squeeze, stretch = (model.new_int_var(0, self.high, "") for _ in range(2))
            model.add(finish - start + 1 - usual <= stretch)
            model.add(usual - (finish - start + 1) <= squeeze)
            parts += [self.whole(points["squeeze"]) * squeeze, self.whole(points["stretch"]) * stretch]
            if k:
                parts.append(self.whole(points["wait"]) * (start - dates[k - 1][1] - 1))
            if q.stages[k].avoid:
                parts.append(self.table(model, start, lambda date: (
                    points["weekday"] if WEEKDAYS[date.weekday()] in q.stages[k].avoid else 0)))
            parts += self.avoided(model, practice, k, start, finish)
        cost = model.new_int_var(0, 10**15, "")
        model.add(cost >= sum(parts)).only_enforce_if(inside)
        model.add(cost >= left_out).only_enforce_if(~inside)
        return cost

    def table(self, model, day, points):
        """The points of a day as a variable."""
        values = [self.whole(points(date)) for date in self.calendar.dates[self.low:self.high + 1]]
        cost = model.new_int_var(min(values), max(values), "")
        model.add_element(day - self.low, values, cost)
        return cost

    def avoided(self, model, practice, k, start, finish):
        """What the days of a stage inside ranges to avoid cost: a difference of running sums."""
        sums, factor = [0], self.question.weight["avoid"]
        for day in self.days:
            date, price = self.calendar.dates[day], 0
            for ranges, is_forbidden, cost, stages in self.question.protected:
                if not is_forbidden and k in stages:
                    price += cost * sum(a <= date <= b for a, b in ranges)
            for a, b, is_forbidden, cost, stages in practice.closures:
                if not is_forbidden and k in stages and a <= date <= b:
                    price += cost
            sums.append(sums[-1] + self.whole(factor * price))
        if sums[-1] == 0:
            return []
        before, through = (model.new_int_var(0, sums[-1], "") for _ in range(2))
        model.add_element(start - self.low, sums[:-1], before)
        model.add_element(finish - self.low, sums[1:], through)
        return [through - before]

    def add_resource(self, model, resource, dates, present):
        """A switch for each practice, stretch and period that is on if the period is used."""
        loads = {}
        scale = math.lcm(*(amount.denominator for amount in resource.users.values()), 1)
        for place, amount in resource.users.items():
            if dates[place] is None:
                continue
            for period, switches in self.switches(model, resource, dates[place]).items():
                for switch in switches:
                    used = model.new_bool_var("")
                    model.add_bool_or(~switch, ~present[place], used)
                    loads.setdefault(period, []).append(int(amount * scale) * used)
        for period, load in loads.items():
            model.add(sum(load) <= math.floor(self.resources.capacity(resource, period) * scale))

    def switches(self, model, resource, chain):
        """Period -> switches, each on if a use falls into the period."""
        kind, what = resource.use
        if kind == "span":
            (a, a_end, before), (b, b_end, after) = what
            stretches = [(chain[a][a_end] + before, chain[b][b_end] + after, before, after)]
        elif kind == "days":
            stretches = [(*chain[place], 0, 0) for place in what]
        else:
            stretches = [(chain[place][0], chain[place][0], 0, 0) for place in what]
        found = {}
        for first, last, before, after in stretches:
            periods = {}
            for day in range(self.low + min(before, 0), self.high + max(after, 0) + 1):
                periods.setdefault(self.resources.period(resource, day), []).append(day)
            for period, days in periods.items():
                found.setdefault(period, []).append(self.touches(model, first, last, days[0], days[-1]))
        if kind != "starts":
            # Several stages in one period count once.
            found = {period: [self.any_of(model, switches)] for period, switches in found.items()}
        return found

    def touches(self, model, first, last, start, end):
        """On exactly if first <= end and last >= start."""
        begun, ending, both = (model.new_bool_var("") for _ in range(3))
        model.add(first <= end).only_enforce_if(begun)
        model.add(first > end).only_enforce_if(~begun)
        model.add(last >= start).only_enforce_if(ending)
        model.add(last < start).only_enforce_if(~ending)
        model.add_bool_and(begun, ending).only_enforce_if(both)
        model.add_bool_or(~begun, ~ending).only_enforce_if(~both)
        return both

    def any_of(self, model, switches):
        if len(switches) == 1:
            return switches[0]
        one = model.new_bool_var("")
        model.add_max_equality(one, switches)
        return one

    def add_link(self, model, link, dates, both):
        first, second = (dates[place][self.question.go_live][0] for place in (link.first, link.second))
        if link.rule == "together":
            model.add(first == second).only_enforce_if(*both)
        elif link.rule == "before":
            self.at_least(model, link.lag, first, second, both)
        else:
            way = model.new_bool_var("")
            self.at_least(model, link.lag, first, second, (*both, way))
            self.at_least(model, link.lag, second, first, (*both, ~way))
