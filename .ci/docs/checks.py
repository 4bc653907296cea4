"""What the papers claim, held against the site that was written, the tree and the program."""
import html.parser
import json
import pathlib
import re
import shlex
import subprocess
from urllib.parse import unquote

from pages import ROOT, words

README_BYTES = 12 * 1024
# Papers in which no sentence may stand twice.
OWN_WORDS = ("README.md", "CONTRIBUTING.md")


class Links(html.parser.HTMLParser):
    """The addresses and the anchors of one page."""

    def __init__(self):
        super().__init__()
        self.addresses, self.anchors = [], set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                if value in self.anchors:
                    self.addresses.append(f"#{value} stands twice")
                self.anchors.add(value)
            elif name in ("href", "src"):
                self.addresses.append(value)


def links(folder):
    """Addresses of the site that lead nowhere, and files that nobody leads to."""
    folder = pathlib.Path(folder)
    read = {}
    for path in folder.glob("*.html"):
        read[path.name] = Links()
        read[path.name].feed(path.read_text(encoding="utf-8"))
    reached = {"index.html"}
    for name, page in sorted(read.items()):
        for address in page.addresses:
            if re.match(r"https://|mailto:", address):
                continue
            file, _, part = unquote(address).partition("#")
            file = file or name
            reached.add(file)
            if not (folder / file).is_file():
                yield f"{name}: {address} leads to no file of the site"
            elif part and part not in (read[file].anchors if file in read else ()):
                yield f"{name}: {address} leads to no heading"
    for path in sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()):
        if path not in reached:
            yield f"{path}: no page leads there"


def size():
    length = (ROOT / "README.md").stat().st_size
    if length > README_BYTES:
        yield f"README.md: {length} bytes, more than {README_BYTES}"


def sentences(site):
    """Sentences of some length that stand in two papers, or twice in one."""
    first = {}
    for page in site.pages:
        if not page.is_article and page.path not in OWN_WORDS:
            continue
        for token in page.tokens:
            if token.type != "inline":
                continue
            for sentence in re.split(r"(?<=[.!?])\s+", re.sub(r"\s+", " ", words(token.children))):
                if len(sentence) < 45:
                    continue
                if sentence in first:
                    yield f"{page.where(token)}: stands at {first[sentence]} too: {sentence}"
                first.setdefault(sentence, page.where(token))


def tree(site):
    """Paths, make targets and symbols that are named and are not there."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    for page in site.pages:
        if page.path == "CHANGELOG.md":  # it speaks of former versions, too
            continue
        for token, code, kind in codes(page):
            for path in re.findall(r"(?<![\w./])((?:Sources|Tests|\.ci|Data)/[\w.+/-]*\w)", code):
                if not (ROOT / path).exists():
                    yield f"{page.where(token)}: there is no {path}"
            lines = re.findall(r"^(?:\$ )?make ([a-z-]+)", code, re.M)
            for target in lines:
                if target not in targets:
                    yield f"{page.where(token)}: the Makefile has no {target}"
            if kind == "symbol" and code not in site.by_name and not declared(code):
                yield f"{page.where(token)}: no source declares {code}"


def declared(symbol):
    name = symbol.split("/")[-1].split("(")[0]
    pattern = re.compile(rf"public\b.*\b(?:struct|enum|class|actor|protocol|typealias|func|var|let)\s+{re.escape(name)}\b")
    return any(pattern.search(path.read_text()) for path in (ROOT / "Sources").rglob("*.swift"))


def library(site):
    """Names of Swift in the papers on the library that no public declaration has, nor any variable of their code."""
    source = "\n".join(path.read_text() for path in sorted((ROOT / "Sources").rglob("*.swift")))
    client = "\n".join(path.read_text() for path in sorted((ROOT / "Tests/Client/Sources").rglob("*.swift")))
    names, functions = swift_names(source, client)
    for title, pages in site.groups:
        for page in pages if title == "The library" else ():
            for token, code, kind in codes(page):
                if kind == "inline":
                    for trouble in unknown_names(code, names, functions):
                        yield f"{page.where(token)}: {trouble}"


def swift_names(source, client):
    """What public declarations and the client's code call anything, and the labels of each public function."""
    source = source.replace("internal(set)", "").replace("private(set)", "")
    names = set(re.findall(r"\bpublic\b[^\n({=]*?\b(?:struct|enum|class|protocol|typealias|func|var|let)\s+(\w+)", source))
    for line in re.findall(r"^\s*case (.*[^:\n])$", source, re.M):
        names |= set(re.findall(r"(?:^|,\s*)`?(\w+)", re.sub(r"\([^)]*\)|=[^,]*", "", line)))
    names |= set(re.findall(r"\b(?:let|var)\s+(\w+)", client))
    names |= set(re.findall(r"(\w+):", client))  # labels of arguments
    functions = set()
    pattern = r"\bpublic\b[^\n({=]*?\b(?:func\s+(\w+)|init\??)\s*(?:<[^>]*>)?\(([^{]*)"
    for name, parameters in re.findall(pattern, source):
        functions.add((name or "init", tuple(re.findall(r"(?:^|,)\s*(\w+)(?:\s+\w+)?\s*:", top_level(parameters)))))
    return names, functions


def top_level(parameters):
    """Parameters up to their closing bracket, without what stands in brackets in between."""
    kept, depth = "", 0
    for letter in parameters:
        depth += (letter in "([<") - (letter in ")]>")
        if depth < 0:
            break
        kept += letter if depth == 0 and letter not in ")]>" else ""
    return kept


def unknown_names(code, names, functions):
    """What in a piece of code, if it is a name of Swift at all, nobody declares."""
    found = re.fullmatch(r"\.?([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)(\((?:\w+:)*\))?", code)
    if not found or re.search(r"\.(?:csv|json|jsonl|toml|md|swift)$", code):
        return
    parts = found[1].split(".")
    for part in parts:
        if part not in names and part not in ("nil", "rawValue"):
            yield f"nothing public is called {part}"
    if found[2] is not None:
        labels = tuple(found[2][1:-1].split(":")[:-1])
        made = "init" if parts[-1][0].isupper() else parts[-1]
        if (made, labels) not in functions:
            yield f"no public function is {parts[-1]}{found[2]}"


def codes(page):
    """Every piece of code of a page: the token that holds it, the text, and its kind."""
    for token in page.tokens:
        yield from pieces(token)


def pieces(token):
    """The pieces of code of one token."""
    if token.type in ("fence", "code_block"):
        yield token, token.content, "block"
    for child in token.children or ():
        if child.type == "code_inline":
            yield token, child.content, "symbol" if child.markup == "``" else "inline"


class Program:
    """The verbs of a program and the options of each, from its own help."""

    def __init__(self, path):
        self.name = pathlib.Path(path).name
        told = subprocess.run([path, "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
        self.verbs = {}
        top = json.loads(told)["command"]
        self.verbs[""] = self.options(top)
        for command in top.get("subcommands", []):
            self.verbs[command["commandName"]] = self.options(command)

    @staticmethod
    def options(command):
        return {
            ("--" if name["kind"] == "long" else "-") + name["name"]
            for argument in command.get("arguments", [])
            for name in argument.get("names") or []
        }

    def troubles(self, text):
        """What in `PROGRAM VERB --option ...` the program does not know."""
        try:
            parts = shlex.split(text, comments=True)
        except ValueError:
            parts = text.split()
        parts = parts[1:]
        if parts[:1] == ["help"]:
            parts = [part for part in parts[1:] if part.islower()]
        if not parts or parts[0] in ("VERB", "..."):
            return
        verb = "" if parts[0].startswith("-") else parts[0]
        if verb not in self.verbs:
            yield f"{self.name} has no {verb}"
            return
        for part in parts:
            if re.match(r"--?[a-z]", part) and part.split("=")[0] not in self.verbs[verb]:
                yield f"{self.name} {verb} has no {part.split('=')[0]}"


def commands(site, programs):
    """Commands in the papers that the programs do not know.

    In a row of a table, the options that follow a verb are options of that verb. Any other option that stands alone must
    be one of some verb.
    """
    known = {program.name: program for program in programs}
    every = set().union(*(options for program in programs for options in program.verbs.values()))
    for page in site.pages:
        if page.path == "CHANGELOG.md":  # as above
            continue
        verb = None
        for token in page.tokens:
            if token.type in ("tr_open", "paragraph_open"):
                verb = None
            in_row = token.map and page.text.split("\n")[token.map[0]].startswith("|")
            for _, code, kind in pieces(token):
                for command in said_to(known, code) if kind == "block" or code.startswith(tuple(known)) else ():
                    program = known[command.split()[0]]
                    if in_row and len(command.split()) > 1 and program is programs[0]:
                        verb = command.split()[1]
                    for trouble in program.troubles(command):
                        yield f"{page.where(token)}: {trouble}: {command.strip()}"
                if kind == "inline" and code.startswith("-"):
                    for option in re.findall(r"(?:^|(?<=[ \[]))--?[a-z][\w-]*", code):
                        if option not in programs[0].verbs.get(verb, every):
                            yield f"{page.where(token)}: {'tranche ' + verb if verb else 'no verb'} has {option}"


def said_to(known, code):
    """The commands in a piece of code, each up to its line's end, a pipe, a redirection or the quote that it stands in."""
    # The longer name first, as one begins with the other.
    named = "|".join(sorted(map(re.escape, known), reverse=True))
    until = r"[^\n|<>;']*"
    return re.findall(rf"(?<![\w/.'-])'?((?:{named})(?![\w-])(?: +{until}(?:'[^'\n]*'{until})*)?)", code.replace("\\\n", " "))


def reference(site, program):
    """Verbs that have no row in the reference, and options that neither its row nor the text below names."""
    page = site.by_name["TheCommand"]
    rows, general = {}, set()
    for part in page.text.split("\n"):
        options = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", part))
        verb = re.match(rf"\| `{program.name} ([\w-]+)", part)
        if verb:
            rows[verb[1]] = options
        else:
            general |= options
    short = {"--output": "-o", "--quiet": "-q", "--verbose": "-v"}
    for verb, options in program.verbs.items():
        if verb in ("", "help"):
            continue
        if verb not in rows:
            yield f"{page.path}: no row for {verb}"
        for option in sorted(o for o in options if o.startswith("--") and o not in ("--help", "--version")):
            if not {option, short.get(option)} & (rows.get(verb, set()) | general):
                yield f"{page.path}: {verb} has {option}, which stands nowhere"
