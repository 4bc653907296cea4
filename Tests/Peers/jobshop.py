"""PyJobShop as far as it can say the problem: python jobshop.py MODEL.json STAGES.csv SECONDS WORKERS

What it cannot say is approximated on the safe side, so that its plans keep the rules; see the
README. Its own objective is only a likeness of the cost: judge it by `tranche verify`.
"""

import sys

from pyjobshop import Model

from answer import Clock, report
from problem import Problem


class Shop:
    def __init__(self, problem):
        self.problem = problem
        self.model = Model()
        self.tasks = []
        self.renewables = [self.renewable(resource) for resource in problem.resources]
        self.walls = {}
        for practice in problem.practices:
            self.add_practice(practice)
        for link in problem.links:
            self.add_link(link)
        self.model.set_objective(weight_total_tardiness=1, weight_total_earliness=1)

    def renewable(self, resource):
        """A slot a week becomes a unit held for five working days: never more, sometimes fewer."""
        least = min(resource["capacity"])
        return self.model.add_renewable(int(least))

    def wall(self, place):
        """A resource that is closed on a calendar's forbidden days."""
        if place not in self.walls:
            breaks = []
            for day in self.problem.calendars[place]["forbidden"]:
                if breaks and breaks[-1][1] == day:
                    breaks[-1] = (breaks[-1][0], day + 1)
                else:
                    breaks.append((day, day + 1))
            self.walls[place] = self.model.add_renewable(10**6, breaks=breaks)
        return self.walls[place]

    def add_practice(self, practice):
        problem, m = self.problem, self.model
        window = problem.windows(practice)
        if window is None or not practice["isPossible"]:
            self.tasks.append(None)
            return
        low, high = window
        tasks = []
        for k, stage in enumerate(practice["stages"]):
            task = m.add_task(
                earliest_start=low[2 * k], latest_start=high[2 * k],
                earliest_end=low[2 * k + 1] + 1, latest_end=high[2 * k + 1] + 1)
            wall = self.wall(practice["calendars"][k])
            for length in range(stage["min"], stage["max"] + 1):
                m.add_mode(task, wall, length, demands=1)
            if k:
                m.add_end_before_start(tasks[-1], task)
                m.add_start_before_end(task, tasks[-1], -stage["wait"])
            tasks.append(task)
        for place in practice["leadTimes"]:
            self.add_lead_time(tasks, problem.leadTimes[place])
        self.add_dates(practice, tasks[problem.goLive], low[2 * problem.goLive])
        for use in practice["uses"]:
            self.add_use(practice, tasks, use)
        self.tasks.append(tasks)

    def add_lead_time(self, tasks, limit):
        """A lead time in calendar days becomes the most working days that it ever is."""
        latest = limit.get("latest")
        if not latest:
            raise ValueError("PyJobShop model: only least lead times are said")
        lag = max(day - edge for day, edge in enumerate(latest) if edge >= 0)
        first, second = tasks[limit["from"] // 2], tasks[limit["to"] // 2]
        if limit["from"] % 2 and limit["to"] % 2 == 0:
            self.model.add_end_before_start(first, second, lag - 1)
        elif limit["from"] % 2 == 0 and limit["to"] % 2 == 0:
            self.model.add_start_before_start(first, second, lag)
        else:
            raise ValueError("PyJobShop model: this kind of lead time is not said")

    def add_dates(self, practice, go, earliest):
        """One due date: the cheapest go-live day; tardiness and earliness weigh alike."""
        costs = practice["goLiveCost"]
        due = min(range(earliest, len(costs)), key=lambda day: costs[day])
        weight = max(1, round(practice["unscheduled"] / 500_000))
        job = self.model.add_job(weight=weight, due_date=due + 1)
        mark = self.model.add_task(job=job)
        self.model.add_mode(mark, [], 1)
        self.model.add_start_at_start(go, mark)

    def add_use(self, practice, tasks, use):
        problem, m = self.problem, self.model
        resource = problem.resources[use["resource"]]
        renewable = self.renewables[use["resource"]]
        amount = round(use["amount"])
        hold = 1 if resource["isDaily"] else 5
        if resource["kind"] == "starts":
            for k in resource["stages"]:
                self.cover(tasks[k], 0, hold, renewable, amount)
            return
        if resource["kind"] == "span":
            a, a_offset, b, b_offset = resource["span"]
            ends = [(a, a_offset, b, b_offset)]
            if a != b and (a_offset or b_offset) and not (a % 2 == 0 and b == a + 1):
                raise ValueError("PyJobShop model: offsets over several stages are not said")
        else:
            ends = [(2 * a, 0, 2 * b + 1, 0) for a, b in problem.stage_groups(practice, resource)]
        for a, a_offset, b, b_offset in ends:
            if a % 2 == 0 and b == a or (a % 2 == 0 and b == a + 1
                                         and practice["stages"][a // 2]["max"] == 1):
                length = b_offset - a_offset + 1 + (0 if resource["isDaily"] else 4)
                self.cover(tasks[a // 2], a_offset, length, renewable, amount)
            else:
                self.stretch(tasks, a, b, hold, renewable, amount)

    def cover(self, task, offset, length, renewable, amount):
        """A use of fixed length at a fixed distance from a start."""
        m = self.model
        use = m.add_task()
        m.add_mode(use, renewable, length, demands=amount)
        if offset >= 0:
            m.add_start_before_start(task, use, offset)
            m.add_start_before_end(use, task, -offset)
        else:
            m.add_start_before_start(use, task, -offset)
            m.add_start_before_end(task, use, offset + length)
            m.add_end_before_start(use, task, -offset - length)

    def stretch(self, tasks, a, b, hold, renewable, amount):
        """A use from one stage to a later one, as long as they are apart."""
        m = self.model
        first, last = tasks[a // 2], tasks[b // 2]
        use = m.add_task(allow_idle=True)
        m.add_mode(use, renewable, 1, demands=amount)
        m.add_start_before_start(use, first)
        if b % 2:
            m.add_end_before_end(last, use, hold - 1)
        else:
            m.add_start_before_end(last, use, hold)

    def add_link(self, link):
        go = self.problem.goLive
        first, second = self.tasks[link["first"]], self.tasks[link["second"]]
        if not first or not second:
            return
        if link["rule"] == "together":
            self.model.add_start_at_start(first[go], second[go])
        elif link["rule"] == "before":
            lag = max(day - edge for day, edge in enumerate(link["latest"]) if edge >= 0)
            self.model.add_start_before_start(first[go], second[go], lag)
        else:
            raise ValueError("PyJobShop model: apart is not said")


def main(model_path, stages_path, seconds, workers):
    clock = Clock()
    problem = Problem.read(model_path)
    shop = Shop(problem)
    result = shop.model.solve(
        time_limit=max(1, float(seconds) - clock.seconds), display=False,
        num_workers=int(workers))
    data = shop.model.data()
    size = f"{data.num_tasks} tasks, {data.num_modes} modes"
    if not result.best or not result.best.tasks:
        report(str(result.status), seconds=clock.seconds, model=size)
        return
    place = {id(task): number for number, task in enumerate(shop.model.tasks)}
    dates = []
    for tasks in shop.tasks:
        if tasks is None:
            dates.append(None)
            continue
        solved = [result.best.tasks[place[id(task)]] for task in tasks]
        dates.append([(task.start, task.end - 1) for task in solved])
    problem.write_stages(stages_path, dates)
    # Its own objective is not the cost.
    report(str(result.status.value), seconds=clock.seconds, model=size)


if __name__ == "__main__":
    main(*sys.argv[1:])
