"""Holds the schema of region.toml against the reader, and runs the programs that editors use on good and bad files.

Usage: editors.py TRANCHE FOLDER. The folder is an empty one.

region.toml beside this script has every key. It is changed one line at a time: a key goes, is misspelt, or gets a value
of another kind or beyond its limits; the schema and the reader have to say the same of each.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib

import jsonschema

HERE = pathlib.Path(__file__).parent
# What the reader says of the shape of a file, which a schema can know: unknown and missing keys, kinds, words, limits.
SHAPE = {
    "E300", "E301", "E302", "E305", "E310", "E312", "E313", "E320", "E321", "E322", "E323", "E325", "E327", "E328",
    "E329", "E333", "E334", "E336", "E337", "E364",
}
# What only a new lead time or task needs: a schema does not know which ids are shipped.
IF_NEW = re.compile(r'E312 "\w+" is missing in \[\[(lead_time|task)\]\] own')
NEIGHBOURS = {
    "practices.csv": "ods_code,practice_name,source_system,partner,pcn_code,list_size\nA99701,Mill,emis,csu,U00001,5000\n",
    "holidays.csv": "date,title\n2027-01-01,New Year\n2028-12-25,Christmas\n",
}


class Judges:
    def __init__(self, tranche, folder):
        self.tranche, self.folder = tranche, pathlib.Path(folder)
        text = self.told("schema", "region", "--json")
        self.schema = json.loads(text)
        jsonschema.Draft4Validator.check_schema(self.schema)
        formats = jsonschema.FormatChecker(formats=["date"])
        self.validator = jsonschema.Draft4Validator(self.schema, format_checker=formats)
        for name, content in (NEIGHBOURS | {"region.schema.json": text}).items():
            (self.folder / name).write_text(content)

    def told(self, *arguments):
        return subprocess.run([self.tranche, *arguments], capture_output=True, text=True).stdout

    def write(self, lines):
        (self.folder / "region.toml").write_text("\n".join(lines) + "\n")

    def reader(self, lines):
        """What the reader says of the shape, by code; and whether it refuses the file at all."""
        self.write(lines)
        found = json.loads(self.told("check", str(self.folder), "--json"))["diagnostics"]
        told = [f"{d['code']} {d['message']}" for d in found if d["code"] in SHAPE and d["file"] == "region.toml"]
        return told, any(d["severity"] == "error" for d in found)

    def schemas(self, lines):
        """What the schema says, dates being texts to it as they are to editors."""
        values = json.loads(json.dumps(tomllib.loads("\n".join(lines)), default=str))
        return [error.message for error in self.validator.iter_errors(values)]

    def editor(self, program):
        """Whether an editor's program takes the file that was written."""
        path = pathlib.Path(sys.executable).parent / program
        options = ["--offline"] if program == "tombi" else []
        told = subprocess.run(
            [path, "lint", *options, "region.toml"], cwd=self.folder, capture_output=True, text=True)
        return told.returncode == 0, told.stdout + told.stderr


def changes(lines):
    """Files that differ in one line, each with what was done."""
    for place, line in enumerate(lines):
        key, equals, value = line.partition(" = ")
        if not equals or line.startswith("#"):
            continue
        yield f"{place + 1}: without {line}", lines[:place] + lines[place + 1:]
        others = {"misspelt": f"q{key} = {value}", "a flag": f"{key} = true"}
        if re.fullmatch(r"[0-9.]+", value):
            others |= {"negative": f"{key} = -1", "too much": f"{key} = 99999999999999", "a text": f'{key} = "many"'}
            if "." not in value:
                others["not whole"] = f"{key} = {value}.5"
        elif value.startswith("2"):
            others |= {"a number": f"{key} = 5", "no date": f'{key} = "soon"'}
        elif value.startswith('"'):
            others |= {"a number": f"{key} = 5", "another word": f'{key} = "q q"', "empty": f'{key} = ""'}
        elif value.startswith("["):
            others |= {"a list of numbers": f"{key} = [5]", "a number": f"{key} = 5"}
        for what, changed in others.items():
            yield f"{place + 1}: {what}: {changed}", lines[:place] + [changed] + lines[place + 1:]


def keys(schema, definitions, path=""):
    """Every key of the schema by its path; a table that a list holds goes by the list's."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/").replace("%20", " ").replace("%5B", "[").replace("%5D", "]")
        yield from keys(definitions[name], definitions, path)
    for part in schema.get("anyOf", []) + schema.get("allOf", []):
        yield from keys(part, definitions, path)
    if isinstance(schema.get("items"), dict):
        yield from keys(schema["items"], definitions, path)
    for key, value in schema.get("properties", {}).items():
        yield f"{path}.{key}"
        yield from keys(value, definitions, f"{path}.{key}")


def written(value, path=""):
    """Every key of a file by its path."""
    for part in value if isinstance(value, list) else ():
        yield from written(part, path)
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield f"{path}.{key}"
        yield from written(inner, f"{path}.{key}")


def main(tranche, folder):
    judges, faults, compared = Judges(tranche, folder), [], 0
    good = (HERE / "region.toml").read_text().splitlines()
    for judge, told in (("reader", judges.reader(good)[0]), ("schema", judges.schemas(good))):
        faults += [f"the good file: {judge}: {sentence}" for sentence in told]
    # That every key of the schema is in the file makes the changes reach every key.
    short = {f".{p}.{k}.{r}" for p in ("system", "partner") for k in judges.schema["definitions"][f"[[{p}]]"]["properties"]
             for r in ("capacity", "changes", "changes.from", "changes.to", "changes.capacity", "changes.reason", "extra",
                       "extra.cost")}
    lacking = set(keys(judges.schema, judges.schema["definitions"])) - set(written(tomllib.loads("\n".join(good)))) - short
    faults += [f"no line of the good file has {path}" for path in sorted(lacking)]
    for what, lines in changes(good):
        compared += 1
        (by_reader, refused), by_schema = judges.reader(lines), judges.schemas(lines)
        by_reader = [sentence for sentence in by_reader if not IF_NEW.match(sentence)]
        # The reader may find something else in what the schema refuses, but refuses it, too.
        if by_schema and not refused or by_reader and not by_schema:
            faults.append(f"line {what}: reader {by_reader or 'takes it'}, schema {by_schema or 'takes it'}")
    # The programs of editors, by the line that init writes.
    started = judges.folder / "started"
    subprocess.run([tranche, "init", started, "--quiet"], stdout=subprocess.DEVNULL, check=True)
    head = (started / "region.toml").read_text().splitlines()[:1]
    faults += [] if (started / "region.schema.json").read_text() == (judges.folder / "region.schema.json").read_text() else [
        "init writes another schema than the one that is printed"]
    bad = {
        "a wrong kind": ("start = 2027-01-04", "start = 5"),
        "a missing key": ("start = 2027-01-04", ""),
        "an unknown key": ("threads = 2", "treads = 2"),
        "a wrong word": ('deadlines = "price"', 'deadlines = "perhaps"'),
        "too much": ("threads = 2", "threads = 5000"),
    }
    for program in ("taplo", "tombi"):
        judges.write(head + good)
        takes, told = judges.editor(program)
        compared += 1
        faults += [] if takes else [f"{program} refuses the good file: {told}"]
        for what, (before, after) in bad.items():
            judges.write(head + [after if line == before else line for line in good])
            compared += 1
            takes, told = judges.editor(program)
            faults += [f"{program} takes {what}"] if takes else []
        shutil.copy(started / "region.toml", judges.folder / "region.toml")
        compared += 1
        takes, told = judges.editor(program)
        faults += [] if takes else [f"{program} refuses what init wrote: {told}"]
    for fault in faults:
        print(fault)
    print(f"{compared} compared, {len(faults)} differ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
