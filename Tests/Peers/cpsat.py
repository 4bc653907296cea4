"""OR-Tools CP-SAT on the plain problem: python cpsat.py MODEL.json STAGES.csv SECONDS WORKERS [HINT.csv]"""

import sys

from ortools.sat.python import cp_model

from answer import Clock, report
from problem import Problem


class Model:
    """An optional interval per stage, cumulative rows per resource, tables for what days cost."""

    def __init__(self, problem):
        self.problem = problem
        self.model = cp_model.CpModel()
        self.events = []
        self.present = []
        self.costs = []
        self.loads = [([], []) for _ in problem.resources]
        self.goes = []
        for practice in problem.practices:
            self.add_practice(practice)
        for place, link in enumerate(problem.links):
            self.add_link(link, place)
        for resource, load in zip(problem.resources, self.loads):
            self.add_resource(resource, *load)
        self.model.minimize(sum(self.costs))

    def add_practice(self, practice):
        m, problem = self.model, self.problem
        code = practice["code"]
        present = m.new_bool_var(f"{code} in")
        self.present.append(present)
        windows = problem.windows(practice)
        if not windows or not practice["isPossible"]:
            m.add(present == 0)
            self.events.append(None)
            self.costs.append(practice["unscheduled"])
            return
        if not practice["mayBeLeftOut"]:
            m.add(present == 1)
        low, high = windows
        events = []
        for k, stage in enumerate(practice["stages"]):
            s = m.new_int_var(low[2 * k], high[2 * k], f"{code} {k} start")
            f = s
            if stage["max"] > 1:
                f = m.new_int_var(low[2 * k + 1], high[2 * k + 1], f"{code} {k} finish")
                m.add(f - s >= stage["min"] - 1)
                m.add(f - s <= stage["max"] - 1)
            if k:
                m.add(s - events[-1] >= 1)
                m.add(s - events[-1] <= 1 + stage["wait"])
                self.costs.append(self.times(present, s - events[-1] - 1, problem.wait,
                                             stage["wait"], code))
            events += [s, f]
            self.add_days(practice, k, s, f, present)
        self.events.append(events)
        for place in practice["leadTimes"]:
            limit = problem.leadTimes[place]
            a, b = events[limit["from"]], events[limit["to"]]
            for table, is_latest in ((limit.get("latest"), True), (limit.get("earliest"), False)):
                if table:
                    edge = m.new_int_var(min(table), max(table), "")
                    m.add_element(b, table, edge)
                    m.add(a <= edge) if is_latest else m.add(a >= edge)
        go = events[2 * problem.goLive]
        self.table(practice["goLiveCost"], go, present)
        self.costs.append(practice["unscheduled"] * (1 - present))
        for use in practice["uses"]:
            self.add_use(practice, events, present, use)

    def times(self, present, amount, each, most, name):
        """The cost of an amount of days, 0 for a practice that is left out."""
        if each == 0 or most == 0:
            return 0
        cost = self.model.new_int_var(0, each * min(most, self.problem.horizon), name)
        self.model.add(cost >= each * amount).only_enforce_if(present)
        return cost

    def table(self, values, index, present):
        """The cost that a table gives to an index, 0 for a practice that is left out."""
        low, high = min(values), max(values)
        if low == high == 0:
            return
        m = self.model
        value = m.new_int_var(low, high, "")
        m.add_element(index, values, value)
        cost = m.new_int_var(min(low, 0), max(high, 0), "")
        m.add(cost >= value).only_enforce_if(present)
        self.costs.append(cost)

    def add_days(self, practice, k, s, f, present):
        """What the days of a stage forbid and cost, and its length."""
        m, problem = self.model, self.problem
        stage = practice["stages"][k]
        rules = problem.day_rules(practice, k)
        one_day = stage["max"] == 1
        closed = runs(rules["forbidden"])
        if closed:
            if one_day:
                m.add_linear_expression_in_domain(s, complement(closed, problem.horizon))
            else:
                length = m.new_int_var(stage["min"], stage["max"], "")
                own = m.new_interval_var(s, length, f + 1, "")
                walls = [m.new_fixed_size_interval_var(a, b - a + 1, "") for a, b in closed]
                m.add_no_overlap([own] + walls)
        if rules["noStart"]:
            m.add_linear_expression_in_domain(
                s, complement(runs(rules["noStart"]), problem.horizon))
        if any(rules["startCost"]):
            self.table(rules["startCost"], s, present)
        if any(rules["avoid"]):
            if one_day:
                self.table(rules["avoid"], s, present)
            else:
                sums = [0]
                for each in rules["avoid"]:
                    sums.append(sums[-1] + each)
                before = m.new_int_var(0, sums[-1], "")
                through = m.new_int_var(0, sums[-1], "")
                m.add_element(s, sums, before)
                m.add_element(f, sums[1:], through)
                cost = m.new_int_var(0, sums[-1], "")
                m.add(cost >= through - before).only_enforce_if(present)
                self.costs.append(cost)
        if not one_day:
            length = f - s + 1
            usual = stage["usual"]
            self.costs.append(self.times(present, usual - length, problem.squeeze,
                                         usual - stage["min"], ""))
            self.costs.append(self.times(present, length - usual, problem.stretch,
                                         stage["max"] - usual, ""))

    def in_periods(self, resource, event, offset):
        """The period of an event moved by some working days."""
        problem, m = self.problem, self.model
        periods = [problem.period(resource, day + offset) for day in range(problem.horizon)]
        if resource["isDaily"]:
            return event + (periods[0] - 0)
        period = m.new_int_var(periods[0], periods[-1], "")
        m.add_element(event, periods, period)
        return period

    def add_use(self, practice, events, present, use):
        m = self.model
        resource = self.problem.resources[use["resource"]]
        amount = round(use["amount"])
        if abs(amount - use["amount"]) > 1e-9:
            raise ValueError("CP-SAT needs whole amounts")
        if resource["kind"] == "starts":
            ends = [(2 * k, 0, 2 * k, 0) for k in resource["stages"]]
        elif resource["kind"] == "span":
            ends = [tuple(resource["span"])]
        else:
            ends = [(2 * a, 0, 2 * b + 1, 0)
                    for a, b in self.problem.stage_groups(practice, resource)]
        for first, first_offset, last, last_offset in ends:
            a = self.in_periods(resource, events[first], first_offset)
            if (first, first_offset) == (last, last_offset) and resource["kind"] == "starts":
                one = m.new_optional_fixed_size_interval_var(a, 1, present, "")
            else:
                b = self.in_periods(resource, events[last], last_offset)
                size = m.new_int_var(1, self.problem.horizon, "")
                one = m.new_optional_interval_var(a, size, b + 1, present, "")
            intervals, amounts = self.loads[use["resource"]]
            intervals.append(one)
            amounts.append(amount)

    def add_resource(self, resource, intervals, amounts):
        if not intervals:
            return
        capacity = [int(c + 1e-9) for c in resource["capacity"]]
        most = max(capacity)
        intervals, amounts = intervals[:], amounts[:]
        for period, c in enumerate(capacity):
            if c < most:
                intervals.append(self.model.new_fixed_size_interval_var(period, 1, ""))
                amounts.append(most - c)
        self.model.add_cumulative(intervals, amounts, most)

    def add_link(self, link, place):
        m, go = self.model, 2 * self.problem.goLive
        if not self.events[link["first"]] or not self.events[link["second"]]:
            return
        a, b = self.events[link["first"]][go], self.events[link["second"]][go]
        both = [self.present[link["first"]], self.present[link["second"]]]
        table = link["latest"]

        def before(x, y, conditions):
            edge = m.new_int_var(min(table), max(table), "")
            m.add_element(y, table, edge)
            m.add(x <= edge).only_enforce_if(conditions)

        if link["rule"] == "together":
            m.add(a == b).only_enforce_if(both)
        elif link["rule"] == "before":
            before(a, b, both)
        else:
            order = m.new_bool_var(f"order {place}")
            before(a, b, both + [order])
            before(b, a, both + [~order])

    def hint(self, dates):
        """Offers the dates of another plan; what follows from them CP-SAT completes itself."""
        for events, present, plan in zip(self.events, self.present, dates):
            self.model.add_hint(present, plan is not None)
            if plan and events:
                seen = set()
                for k, (start, finish) in enumerate(plan):
                    for event, day in ((events[2 * k], start), (events[2 * k + 1], finish)):
                        if event.index not in seen:
                            seen.add(event.index)
                            self.model.add_hint(event, day)


def runs(days):
    """Numbers as ranges."""
    found = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return [tuple(run) for run in found]


def complement(closed, horizon):
    domain = cp_model.Domain.from_intervals([list(run) for run in closed])
    return domain.complement().intersection_with(cp_model.Domain(0, horizon - 1))


class First(cp_model.CpSolverSolutionCallback):
    def __init__(self):
        super().__init__()
        self.seconds = None

    def on_solution_callback(self):
        if self.seconds is None:
            self.seconds = self.wall_time


def main(model_path, stages_path, seconds, workers, hint=None):
    clock = Clock()
    problem = Problem.read(model_path)
    model = Model(problem)
    if hint:
        model.hint(problem.read_stages(hint))
    solver = cp_model.CpSolver()
    # Building the model counts: the limit is for the whole.
    solver.parameters.max_time_in_seconds = max(1, float(seconds) - clock.seconds)
    solver.parameters.num_workers = int(workers)
    solver.parameters.random_seed = 1
    first = First()
    status = solver.solve(model.model, first)
    size = f"{len(model.model.proto.variables)} variables, " \
        f"{len(model.model.proto.constraints)} constraints"
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        report(solver.status_name(status), None, solver.best_objective_bound, clock.seconds, size)
        return
    dates = []
    for events, present in zip(model.events, model.present):
        if events is None or not solver.value(present):
            dates.append(None)
        else:
            days = [solver.value(event) for event in events]
            dates.append(list(zip(days[::2], days[1::2])))
    problem.write_stages(stages_path, dates)
    report(solver.status_name(status), solver.objective_value, solver.best_objective_bound,
           clock.seconds, size, first.seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
