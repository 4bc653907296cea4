"""Which hard rules a plan breaks and what it costs, by sections 4 and 5 of the contract.

A schedule is a list of (first, last) working-day numbers by stage; a plan has one a practice, or None.
"""

import csv
from collections import defaultdict
from datetime import date
from fractions import Fraction

from days import length
from question import WEEKDAYS


class Judge:
    def __init__(self, question, resources):
        self.question = question
        self.resources = resources
        self.calendar = question.calendar

    def date(self, number):
        return self.calendar.dates[number]

    # Section 4

    def own_breaches(self, place, schedule):
        """The rules on a practice alone that its schedule breaks."""
        q, found = self.question, set()
        practice = q.practices[place]
        if self.breaks_pathway(practice, schedule):
            found.add("pathway")
        if self.breaks_lead_time(practice, schedule):
            found.add("lead-time")
        for ranges, is_forbidden, _, stages in q.protected:
            if is_forbidden and any(self.lies_in(schedule[k], span) for k in stages for span in ranges):
                found.add("protected")
        for first, last, is_forbidden, _, stages in practice.closures:
            if is_forbidden and any(self.lies_in(schedule[k], (first, last)) for k in stages):
                found.add("closure")
        go_live = self.date(schedule[q.go_live][0])
        if practice.pin and go_live != practice.pin:
            found.add("pin")
        if q.rules.get("deadlines") == "forbid" and practice.must_be_live_by:
            if go_live > practice.must_be_live_by:
                found.add("deadline")
        return found

    def breaks_pathway(self, practice, schedule):
        q = self.question
        first, last = schedule[0][0], max(finish for _, finish in schedule)
        if self.date(first) < max(q.start, practice.not_before or q.start) or self.date(last) > q.finish:
            return True
        for k, (start, finish) in enumerate(schedule):
            least, _, most = q.lengths(practice, k)
            if not least <= finish - start + 1 <= most:
                return True
            if WEEKDAYS[self.date(start).weekday()] not in q.stages[k].weekdays:
                return True
            if k:
                before = schedule[k - 1][1]
                unit, wait = q.stages[k].wait
                if start <= before or self.calendar.distance(unit, before, start) - 1 > wait:
                    return True
        if "max_elapsed" in q.rules:
            unit, most = length(q.rules["max_elapsed"])
            return self.calendar.distance(unit, first, schedule[q.go_live][0]) > most
        return False

    def breaks_lead_time(self, practice, schedule):
        for time in self.question.lead_times:
            first = schedule[time.origin[0]][time.origin[1]]
            second = schedule[time.target[0]][time.target[1]]
            least = time.by.get(practice.source, time.least)
            if least and self.calendar.distance(least[0], first, second) < least[1]:
                return True
            if time.most and self.calendar.distance(time.most[0], first, second) > time.most[1]:
                return True
        return False

    def lies_in(self, stage, span):
        """How many working days of a stage lie in a range of dates."""
        return sum(span[0] <= self.date(day) <= span[1] for day in range(stage[0], stage[1] + 1))

    def breaches(self, plan):
        """The ids of all hard rules that a plan breaks."""
        q, found = self.question, set()
        for place, schedule in enumerate(plan):
            if schedule is not None:
                found |= self.own_breaches(place, schedule)
            elif q.practices[place].pin:
                found.add("pin")
        for resource in self.resources.all:
            used = defaultdict(Fraction)
            for place, amount in resource.users.items():
                for period in self.resources.uses(resource, plan[place]) if plan[place] else []:
                    used[period] += amount
            if any(sum_used > self.resources.capacity(resource, period)
                   for period, sum_used in used.items()):
                found.add("capacity")
        for link in q.links:
            if plan[link.first] and plan[link.second] and self.breaks_link(link, plan):
                found.add("link")
        return found

    def breaks_link(self, link, plan):
        go = self.question.go_live
        first, second = plan[link.first][go][0], plan[link.second][go][0]
        if link.rule == "together":
            return first != second
        if link.rule == "apart":
            first, second = sorted((first, second))
        return self.calendar.distance(link.lag[0], first, second) < link.lag[1]

    # Section 5

    def cost(self, place, schedule, earliest):
        """The cost of one practice's schedule, exactly; `earliest` is a date."""
        q = self.question
        practice = q.practices[place]
        weight, points = q.practice_weight(practice), q.weight
        if schedule is None:
            return points["unscheduled"] * weight
        go_live = self.date(schedule[q.go_live][0])
        zero = max(earliest, practice.preferred) if practice.preferred else earliest
        total = points["delay"] * weight * max(0, (go_live - zero).days)
        if practice.preferred:
            total += points["preference"] * weight * abs((go_live - practice.preferred).days)
        if practice.must_be_live_by:
            total += points["late"] * weight * max(0, (go_live - practice.must_be_live_by).days)
        for ranges, is_forbidden, cost, stages in q.protected:
            if not is_forbidden:
                total += points["avoid"] * cost * sum(
                    self.lies_in(schedule[k], span) for k in stages for span in ranges)
        for first, last, is_forbidden, cost, stages in practice.closures:
            if not is_forbidden:
                total += points["avoid"] * cost * sum(
                    self.lies_in(schedule[k], (first, last)) for k in stages)
        for k, (start, finish) in enumerate(schedule):
            _, usual, _ = q.lengths(practice, k)
            over = finish - start + 1 - usual
            total += points["stretch"] * over if over > 0 else points["squeeze"] * -over
            if k:
                total += points["wait"] * (start - schedule[k - 1][1] - 1)
            if WEEKDAYS[self.date(start).weekday()] in q.stages[k].avoid:
                total += points["weekday"]
        return total


def read_stages(question, path):
    """The plan in a stages.csv."""
    plan = [None] * len(question.practices)
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            place = question.index[row["ods_code"]]
            plan[place] = plan[place] or [None] * len(question.stages)
            plan[place][question.place[row["stage_code"]]] = tuple(
                question.calendar.number(date.fromisoformat(row[key])) for key in ("start", "finish"))
    return plan


def write_stages(question, path, plan):
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["ods_code", "stage", "stage_code", "start", "finish", "working_days"])
        for practice, schedule in zip(question.practices, plan):
            for stage, (start, finish) in zip(question.stages, schedule or []):
                out.writerow([practice.code, stage.id, stage.code, question.calendar.dates[start],
                              question.calendar.dates[finish], finish - start + 1])
