"""Writes the papers as one static site and judges them. Exit 1 where something is wrong, with all of it said.

Usage: docs.py FOLDER [--program PATH]    (from .ci/docs/build, which sees to the Python package)

What is judged: every link, anchor and picture; that each article stands under Topics once; that README.md is no longer
than it may be; that no sentence stands twice; that paths, make targets, symbols in code marks and, in the papers on
the library, names of Swift are there; and, with a program, that it and tranche-bench beside it know every verb and
option, and that the reference has all of them.
"""
import argparse
import pathlib
import sys

import checks
from pages import Site


def main():
    parser = argparse.ArgumentParser(description="Writes the papers as one static site and judges them.")
    parser.add_argument("folder")
    parser.add_argument("--program", type=pathlib.Path)
    asked = parser.parse_args()
    site = Site()
    # Before the pages are written, since writing turns links into those of the site.
    troubles = [*checks.size(), *checks.sentences(site), *checks.tree(site), *checks.library(site)]
    if asked.program:
        bench = asked.program.parent / "tranche-bench"
        programs = [checks.Program(path) for path in (asked.program, bench) if path.exists()]
        if not programs:
            sys.exit(f"There is no program {asked.program}")
        troubles += checks.commands(site, programs)
        troubles += checks.reference(site, programs[0])
    site.write(asked.folder)
    troubles += site.troubles
    troubles += checks.links(asked.folder)
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    if troubles:
        sys.exit(f"{len(troubles)} faults in the papers")
    print(f"Written: {asked.folder}/index.html ({len(site.pages)} pages); every link leads somewhere.")


main()
