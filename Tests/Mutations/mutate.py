#!/usr/bin/env python3
"""Makes each mistake of the list beside this file in a copy of the sources, and says which no test notices.

All mistakes are built into one program; TRANCHE_MUTANT says which of them is made. For each, the suites that the list
names are run, and at least one test must fail. Exit 0 if all are noticed, 1 if some are not, 2 if the list does not fit
the sources or the copy fails without a mistake.

Usage: Tests/Mutations/mutate.py SCRATCH [--only 3,17-20] [--swift SWIFT] [--check]
"""
import argparse
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SWITCH = """import Glibc

/// Which mistake is made in this run.
enum Mutant {
  private static let number = getenv("TRANCHE_MUTANT").flatMap { Int32(String(cString: $0)) } ?? 0

  @inline(never) static func on(_ mutant: Int32) -> Bool { number == mutant }
}
"""


def entries():
    """The mistakes: path, suites, line, part, and what stands there instead."""
    found = []
    for block in (HERE / "list").read_text().strip().split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith("#")]
        if not lines:
            continue
        if len(lines) != 4 or ": " not in lines[0]:
            sys.exit(f"The entry is not of four lines:\n{block}")
        path, suites = lines[0].split(": ", 1)
        found.append((path, suites, *lines[1:]))
    return found


def faults(mistakes):
    """What does not fit the sources."""
    for number, (path, _, line, part, _) in enumerate(mistakes, 1):
        file = ROOT / path
        known = [text.strip() for text in file.read_text().split("\n")] if file.exists() else []
        if known.count(line) != 1:
            yield f"{number}: {path} holds {known.count(line)} times, not once: {line}"
        elif line.count(part) != 1:
            yield f"{number}: the line holds {line.count(part)} times, not once: {part}"


def mutated(path, text, mistakes):
    """A file with its mistakes, each behind the switch."""
    lines = text.split("\n")
    places = [line.strip() for line in lines]
    for number, (other, _, line, part, instead) in enumerate(mistakes, 1):
        if other != path:
            continue
        place = places.index(line)
        # Two mistakes of one line change different parts of it, which stay as they are in each other's text.
        before = lines[place]
        start = before.index(part)
        lines[place] = f"{before[:start]}(Mutant.on({number}) ? ({instead}) : ({part})){before[start + len(part):]}"
    return "\n".join(lines)


def copy(target, mistakes):
    """Copies what git knows, or would know, and writes only what changed, so that a second build is short."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
        stdout=subprocess.PIPE).stdout.decode().split("\0")
    changed = {path for path, *_ in mistakes}
    for name in filter(None, listed):
        source, place = ROOT / name, target / name
        if source.is_symlink() or not source.is_file():
            if source.is_symlink() and not place.is_symlink():
                place.parent.mkdir(parents=True, exist_ok=True)
                place.symlink_to(os.readlink(source))
            continue
        data = source.read_bytes()
        if name in changed:
            data = mutated(name, data.decode(), mistakes).encode()
        write(place, data, source.stat().st_mode)
    for module in {pathlib.PurePath(path).parts[1] for path in changed}:
        write(target / "Sources" / module / "Mutant.swift", SWITCH.encode(), 0o644)


def write(place, data, mode):
    if place.exists() and place.read_bytes() == data:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    place.chmod(mode & 0o777)


def chosen(text, count):
    """The numbers of `3,17-20`; all of them without a text."""
    if not text:
        return list(range(1, count + 1))
    numbers = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        numbers += range(int(first), int(last or first) + 1)
    return numbers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scratch", nargs="?", help="a folder for the copy and its build; it is kept")
    parser.add_argument("--only", help="numbers of entries, as 3,17-20")
    parser.add_argument("--swift", default="swift")
    parser.add_argument("--check", action="store_true", help="only look whether the list fits the sources")
    options = parser.parse_args()
    mistakes = entries()
    wrong = list(faults(mistakes))
    if wrong:
        print("\n".join(wrong))
        return 2
    print(f"{len(mistakes)} mistakes, each fits the sources.")
    if options.check:
        return 0
    if not options.scratch:
        parser.error("a folder for the copy is needed")
    scratch = pathlib.Path(options.scratch).resolve()
    tree = scratch / "tree"
    copy(tree, mistakes)
    flags = ["-Xswiftc", "-O", "--scratch-path", str(scratch / "build"), "--disable-xctest"]
    built = subprocess.run([options.swift, "build", "--build-tests", *flags], cwd=tree)
    if built.returncode:
        return 2

    def passes(number, suites):
        command = [options.swift, "test", "--skip-build", "--ignore-lock", *flags, "--filter", suites]
        try:
            return subprocess.run(
                command, cwd=tree, env={**os.environ, "TRANCHE_MUTANT": str(number), "SWIFT_BACKTRACE": "enable=no"},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600).returncode == 0
        except subprocess.TimeoutExpired:
            # A search that no longer ends is noticed by anybody.
            return False

    numbers = chosen(options.only, len(mistakes))
    for suites in sorted({mistakes[number - 1][1] for number in numbers}):
        if not passes(0, suites):
            print(f"{suites} fails without any mistake.")
            return 2
    survivors = []
    for number in numbers:
        path, suites, line, part, instead = mistakes[number - 1]
        start = time.monotonic()
        survives = passes(number, suites)
        verdict = "NOT NOTICED" if survives else "noticed"
        print(f"{number:3} {verdict:11} {time.monotonic() - start:5.1f} s  {path}: {part} -> {instead}", flush=True)
        if survives:
            survivors.append(number)
    print(f"{len(numbers) - len(survivors)} of {len(numbers)} mistakes are noticed.")
    return 1 if survivors else 0


sys.exit(main())
