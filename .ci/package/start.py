"""Starts tranche, which comes with its libraries and a font in the folder bundle beside this file."""

import os
import pathlib
import sys


def main():
    bundle = pathlib.Path(__file__).resolve().parent / "bundle"
    os.environ.setdefault("FONTCONFIG_FILE", str(bundle / "fonts" / "fonts.conf"))
    os.execv(bundle / "lib" / "tranche", ["tranche", *sys.argv[1:]])
