"""Do the checks of the papers find what they are for? Run by .ci/docs/build."""
import pathlib
import tempfile
import unittest

import checks
from pages import anchor, unique


def program(**verbs):
    made = checks.Program.__new__(checks.Program)
    made.name = "tranche"
    made.verbs = {"": {"--help"}} | {verb: set(options.split()) for verb, options in verbs.items()}
    return made


class Commands(unittest.TestCase):
    def test_commands_are_found_in_code(self):
        known = {"tranche": 1, "tranche-bench": 1}
        found = checks.said_to(known, "$ tranche plan a --gap 1% | head\nparallel 'tranche sweep r \\\n --csv > x' ::: 1\n")
        self.assertEqual([command.split()[:2] for command in found], [["tranche", "plan"], ["tranche", "sweep"]])
        self.assertIn("--csv", found[1])
        self.assertEqual(checks.said_to(known, "tranche-bench make x"), ["tranche-bench make x"])
        self.assertEqual(checks.said_to(known, "release/tranche and my-tranche"), [])
        self.assertEqual(checks.said_to(known, "tranche plan --set 'a=[{b=1, c=2}]' -o d"),
                         ["tranche plan --set 'a=[{b=1, c=2}]' -o d"])

    def test_what_the_program_does_not_know(self):
        known = program(plan="--gap --set -o")
        self.assertEqual(list(known.troubles("tranche plan x --gap 1% --set 'a=[--b]' -o y")), [])
        self.assertEqual(list(known.troubles("tranche plan --gab=1")), ["tranche plan has no --gab"])
        self.assertEqual(list(known.troubles("tranche plna")), ["tranche has no plna"])
        self.assertEqual(list(known.troubles("tranche help plan")), [])
        self.assertEqual(list(known.troubles("tranche help plam")), ["tranche has no plam"])


class Names(unittest.TestCase):
    def test_names_of_swift_that_nobody_declares(self):
        source = """
            public struct Plan: Sendable {
              public var cost: Cost
              case planned(of: Plan), leftOut = "left-out"
              public internal(set) var links: [Link]
              public init(of region: Region) {}
              func secret() {}
              public mutating func take(
                cases: BranchProof, by places: [Int: Day], _ more: (Int, Int) = (1, 2)
              ) -> Int { 0 }
            }
            """
        names, functions = checks.swift_names(source, "let warm = 1")
        self.assertEqual(functions, {("take", ("cases", "by", "_")), ("init", ("of",))})
        for known in ("Plan", "Plan.cost", ".planned", "leftOut", "warm.links", "Plan(of:)", "take(cases:by:_:)", "plan.csv", "a b"):
            self.assertEqual(list(checks.unknown_names(known, names, functions)), [], known)
        for unknown in ("Plans", "Plan.costs", "secret", "take(cases:)", "Plan(in:)", ".left"):
            self.assertEqual(len(list(checks.unknown_names(unknown, names, functions))), 1, unknown)


class Links(unittest.TestCase):
    def test_links_that_lead_nowhere(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "index.html").write_text('<a href="a.html#x"></a><a href="a.html#y"></a><img src="p.png">')
            (folder / "a.html").write_text('<h2 id="x"></h2><h2 id="x"></h2><a href="https://example.org"></a>')
            (folder / "lost.html").write_text("")
            found = sorted(checks.links(folder))
        self.assertEqual(found, [
            "a.html: #x stands twice leads to no heading",
            "index.html: a.html#y leads to no heading",
            "index.html: p.png leads to no file of the site",
            "lost.html: no page leads there",
        ])

    def test_anchors_are_those_of_github(self):
        self.assertEqual(anchor("Chart (png, svg)"), "chart-png-svg")
        self.assertEqual(anchor("Engineers' handbook: why"), "engineers-handbook-why")
        taken = set()
        self.assertEqual([unique("a", taken) for _ in range(3)], ["a", "a-1", "a-2"])


if __name__ == "__main__":
    unittest.main()
