#!/usr/bin/python3
"""Makes a bundle run with glibc 2.35, and says with exit 1 what still needs more. Usage: glibc.py BUNDLE

Debian's libexpat asks glibc 2.36 for arc4random_buf, and for nothing else that is newer than 2.35. libbsd, which comes with
the bundle, has a function of that name that does the same. So the name is asked for without a version (glibc is looked at
first, then libbsd), and in place of that version an older one is demanded, which the library demands anyway. A few numbers
are changed in place; nothing moves.
"""

import pathlib
import re
import sys

from elftools.elf.elffile import ELFFile

GLIBC = (2, 35)
LIBSTDCXX = (3, 4, 30)  # GCC 12
HERE = re.compile(r"lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+)\.so\.\d+|ld-linux-x86-64\.so\.2")
FROM_LIBBSD = {"arc4random_buf"}
GLOBAL = 1  # VER_NDX_GLOBAL: any version will do


def number(version, prefix):
    """GLIBC_2.36 as (2, 36); nothing for versions of another kind."""
    found = re.fullmatch(prefix + r"_([\d.]+)", version)
    return tuple(map(int, found[1].split("."))) if found else ()


def needed_versions(elf):
    """Every version that is demanded: the library's name, the version, its entry."""
    section = elf.get_section_by_name(".gnu.version_r")
    if section is None:
        return
    for library, versions in section.iter_versions():
        for version in versions:
            yield library.name, version.name, version.entry


def entry_offset(elf, wanted):
    """Where in the file the entry of a demanded version lies."""
    section = elf.get_section_by_name(".gnu.version_r")
    at = section["sh_offset"]
    while True:
        library = elf.structs.Elf_Verneed.parse_stream(seek(elf, at))
        inner = at + library["vn_aux"]
        for _ in range(library["vn_cnt"]):
            entry = elf.structs.Elf_Vernaux.parse_stream(seek(elf, inner))
            if entry["vna_other"] == wanted:
                return inner
            inner += entry["vna_next"]
        if library["vn_next"] == 0:
            raise ValueError(f"no entry {wanted}")
        at += library["vn_next"]


def seek(elf, offset):
    elf.stream.seek(offset)
    return elf.stream


def symbols_of(elf, index):
    """The symbols that are asked for with the version of this index: their number and name."""
    versions = elf.get_section_by_name(".gnu.version")
    symbols = elf.get_section_by_name(".dynsym")
    for place in range(symbols.num_symbols()):
        if versions.get_symbol(place)["ndx"] == index:
            yield place, symbols.get_symbol(place).name


def relax(path, libraries):
    """Takes the demand for a newer glibc back where libbsd has all that it is for."""
    changes = []
    with path.open("rb") as file:
        elf = ELFFile(file)
        for library, version, entry in needed_versions(elf):
            if number(version, "GLIBC") <= GLIBC:
                continue
            asked = list(symbols_of(elf, entry["vna_other"]))
            if not {name for _, name in asked} <= FROM_LIBBSD or "libbsd.so.0" not in libraries:
                continue
            table = elf.get_section_by_name(".gnu.version")["sh_offset"]
            older = next(
                other
                for source, name, other in needed_versions(elf)
                if source == library and () < number(name, "GLIBC") <= GLIBC
            )
            at = entry_offset(elf, entry["vna_other"])
            changes += [(table + 2 * place, GLOBAL, 2) for place, _ in asked]
            changes += [(at, older["vna_hash"], 4), (at + 8, older["vna_name"], 4)]
    with path.open("r+b") as file:
        for offset, value, size in changes:
            file.seek(offset)
            file.write(value.to_bytes(size, "little"))


def faults_of(path, libraries):
    """What one file needs that is neither in the bundle nor on the systems that it is for."""
    with path.open("rb") as file:
        elf = ELFFile(file)
        for tag in elf.get_section_by_name(".dynamic").iter_tags("DT_NEEDED"):
            if tag.needed not in libraries and not HERE.fullmatch(tag.needed):
                yield f"{path.name} needs {tag.needed}, which is not in the bundle"
        for library, version, entry in needed_versions(elf):
            if number(version, "GLIBC") > GLIBC or number(version, "GLIBCXX") > LIBSTDCXX:
                names = ", ".join(name for _, name in symbols_of(elf, entry["vna_other"]))
                yield f"{path.name} needs {version} of {library} (for {names})"


def main(bundle):
    files = sorted((pathlib.Path(bundle) / "lib").iterdir())
    libraries = {path.name for path in files}
    faults = []
    for path in files:
        relax(path, libraries)
        faults += faults_of(path, libraries)
    for fault in faults:
        print(f"bundle: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
