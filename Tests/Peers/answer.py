"""How a peer reports: one JSON line on standard output, its plan in stages.csv."""

import json
import resource
import sys
import time


class Clock:
    def __init__(self):
        self.began = time.monotonic()

    @property
    def seconds(self):
        return time.monotonic() - self.began


def report(status, objective=None, bound=None, seconds=None, model="", first=None):
    """Costs in thousandths of a point come out in points."""
    points = lambda value: None if value is None else value / 1000
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(
        json.dumps(
            {
                "status": status,
                "objective": points(objective),
                "bound": points(bound),
                "seconds": seconds,
                "first": first,
                "model": model,
                "megabytes": max(own, children) / 1024,
            }
        )
    )
    sys.stdout.flush()
