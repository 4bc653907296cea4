"""Reads the PDF's structure with pypdf. Usage: pdf.py EXPORT STAGES.CSV"""
import sys

import pypdf
from common import Faults, stages


def parts(node):
    """Every part of the structure, in reading order."""
    node = node.get_object()
    if not isinstance(node, pypdf.generic.DictionaryObject) or "/S" not in node:
        return
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from parts(kid)


def check(faults, path, figures, codes):
    """Language, title, headings, an alternative for each drawing, a scope for each heading cell."""
    reader = pypdf.PdfReader(path, strict=True)
    root = reader.trailer["/Root"]
    faults.expect(root["/Lang"], "en-GB", f"{path}: language")
    faults.expect(bool(root["/MarkInfo"]["/Marked"]), True, f"{path}: tagged")
    faults.expect(bool(root["/ViewerPreferences"]["/DisplayDocTitle"]), True, f"{path}: title shown")
    faults.expect(bool(reader.metadata.title), True, f"{path}: title")
    found = [part for kid in [root["/StructTreeRoot"]["/K"]] for part in
             parts(kid[0] if isinstance(kid, list) else kid)]
    tags = [part["/S"] for part in found]
    faults.expect(tags[0], "/Document", f"{path}: root")
    faults.expect(tags.count("/H1") > 0, True, f"{path}: headings")
    drawings = [part for part in found if part["/S"] == "/Figure"]
    faults.expect(len(drawings) >= figures, True, f"{path}: drawings")
    for drawing in drawings:
        faults.expect(len(str(drawing.get("/Alt", ""))) > 40, True, f"{path}: alternative")
    scopes = {str(part["/A"]["/Scope"]) for part in found if part["/S"] == "/TH"}
    faults.expect(scopes, {"/Column", "/Row"} if figures > 1 else set(), f"{path}: scopes")
    for heading in (part for part in found if part["/S"] == "/TR"):
        first = heading["/K"][0].get_object()["/S"] if isinstance(heading["/K"], list) else None
        faults.expect(first, "/TH", f"{path}: first cell of a row")
    text = "".join(page.extract_text() for page in reader.pages)
    for code in codes:
        faults.expect(code in text, True, f"{path}: {code}")


def main(folder, plan):
    faults = Faults()
    check(faults, f"{folder}/report.pdf", 2, sorted({code for code, _ in stages(plan)}))
    check(faults, f"{folder}/board.pdf", 1, [])
    faults.end()


main(*sys.argv[1:])
