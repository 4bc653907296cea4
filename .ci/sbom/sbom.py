"""Writes the bill of materials of a release, by CycloneDX, and has it judged by the standard's own schema.

    sbom.py FOLDER VERSION RESOLVED < LIST

FOLDER is the release, RESOLVED the Package.resolved of the build. LIST has a line for each further part: its kind (inside
or needed), name, version, licence by SPDX, and where it is from, split by tabs. The same parts give the same bytes.
"""

import json
import pathlib
import sys
import uuid

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.factory.license import LicenseFactory
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

SPACE = uuid.UUID("b7d1a0f6-5f0e-5c54-9d43-2a5a6f4a1c11")


def component(kind, name, version, licence, address):
    return Component(
        type=ComponentType.LIBRARY, name=name, version=version, bom_ref=f"{kind}:{name}",
        scope=ComponentScope.REQUIRED, licenses=[LicenseFactory().make_from_string(licence)],
        properties=[Property(name="tranche:linked", value="inside" if kind == "inside" else "at run time")],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(address))] if address else [])


def main():
    folder, version, resolved = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    parts = [component(*line.rstrip("\n").split("\t")) for line in sys.stdin if line.strip()]
    for pin in json.loads(resolved.read_text())["pins"]:
        parts.append(component("inside", pin["identity"], pin["state"]["version"], "Apache-2.0", pin["location"]))
    digest = next(
        line.split()[0] for line in (folder / "SHA256SUMS.part").read_text().splitlines() if line.split()[1] == "tranche")
    program = Component(
        type=ComponentType.APPLICATION, name="tranche", version=version, bom_ref="tranche",
        licenses=[LicenseFactory().make_from_string("GPL-3.0-or-later")],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)])
    bom = Bom(components=parts, serial_number=uuid.uuid5(SPACE, digest))
    bom.metadata.component = program
    # When it was made would make each release another one.
    bom.metadata.timestamp = None
    bom.register_dependency(program, parts)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_5).output_as_string(indent=2)
    error = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if error:
        sys.exit(f"The bill of materials is not CycloneDX: {error}")
    (folder / "tranche.cdx.json").write_text(text + "\n")


main()
