"""Dates, lengths and working days, by section 1 of the contract; nothing of tranche is used."""

import datetime
import re
from bisect import bisect_left

DAY = datetime.timedelta(days=1)


def easter(year):
    """Easter Sunday, by Butcher's rule."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * week) // 433
    month = (h + week - 7 * m + 90) // 25
    return datetime.date(year, month, (h + week - 7 * m + 33 * month + 19) % 32)


def bank_holidays(year):
    """Those of England and Wales by the rule, without the odd extra one."""

    def first_monday(month, day):
        date = datetime.date(year, month, day)
        return date + DAY * (-date.weekday() % 7)

    found = {easter(year) - 2 * DAY, easter(year) + DAY}
    found |= {first_monday(5, 1), first_monday(5, 25), first_monday(8, 25)}
    for month, day in [(1, 1), (12, 25), (12, 26)]:
        date = datetime.date(year, month, day)
        # On a weekend the next day that is free of both gives way.
        while date.weekday() > 4 or date in found:
            date += DAY
        found.add(date)
    return found


def length(text):
    """("wd" or "d", number) of "5wd", "35d" or "5w"."""
    number, unit = re.fullmatch(r"(-?\d+)(wd|d|w)", text.strip()).groups()
    return ("d", 7 * int(number)) if unit == "w" else (unit, int(number))


class Calendar:
    """Working days with a number each, far beyond the horizon on both sides."""

    def __init__(self, start, finish, closed):
        first, last = start - 400 * DAY, finish + 400 * DAY
        holidays = set().union(*(bank_holidays(year) for year in range(first.year, last.year + 1)))
        self.dates = [
            date for date in (first + n * DAY for n in range((last - first).days + 1))
            if date.weekday() < 5 and date not in holidays
            and not any(a <= date <= b for a, b in closed)]
        self.numbers = {date: number for number, date in enumerate(self.dates)}

    def number(self, date):
        """The number of a working day; None for any other."""
        return self.numbers.get(date)

    def on_or_after(self, date):
        return bisect_left(self.dates, date)

    def distance(self, unit, first, second):
        """From one working day's number to another's, in working or calendar days."""
        return second - first if unit == "wd" else (self.dates[second] - self.dates[first]).days


def monday(date):
    return date - date.weekday() * DAY


def yearly(month_day, year):
    month, day = map(int, month_day.split("-"))
    return datetime.date(year, month, day)


def occurrences(start, finish, around):
    """The date ranges of a period with dates, or with "MM-DD" of every year that may wrap."""
    if isinstance(start, datetime.date):
        return [(start, finish)]
    wraps = finish < start
    return [(yearly(start, year), yearly(finish, year + wraps))
            for year in range(around[0].year - 2, around[1].year + 3)]
