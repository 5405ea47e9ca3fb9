"""Three sets of packages: each adds, changes and removes some of the one before."""

import os
import shutil
import zipfile

MANIFEST = """format_version: 3.0.0
name: {name}
version: {version}
title: Title of {name}
description: A package for the proof by faults.
"""


def files(name, version, text):
    return {
        "manifest.yml": MANIFEST.format(name=name, version=version),
        "docs/README.md": f"# {name}\n\n{text}\n",
    }


def folder(root, name, version, text="one"):
    target = os.path.join(root, name, version)
    shutil.rmtree(target, ignore_errors=True)
    for path, content in files(name, version, text).items():
        file = os.path.join(target, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as out:
            out.write(content)


def signed_zip(root, name, version):
    os.makedirs(root, exist_ok=True)
    file = os.path.join(root, f"{name}-{version}.zip")
    with zipfile.ZipFile(file, "w") as out:
        for path, content in files(name, version, "zipped").items():
            out.writestr(f"{name}-{version}/{path}", content)
    with open(file + ".sig", "w", encoding="utf-8") as out:
        out.write("signature\n")


# Some of the samples: each run reads all that is there.
SAMPLES = ("orchard_db", "lighthouse_log", "roesterei")


def make(samples, root):
    """Gives the folders of the sets. The second has 30 package versions."""
    past, old, new = (os.path.join(root, name) for name in ("past", "old", "new"))
    for name in SAMPLES:
        shutil.copytree(os.path.join(samples, name), os.path.join(past, name))
    for number in range(11):
        for version in ("1.0.0", "1.1.0"):
            folder(past, f"fixture_{number}", version)
    shutil.copytree(past, old)
    folder(past, "past", "1.0.0")
    folder(old, "fixture_1", "1.0.0", "two")
    folder(old, "fixture_5", "1.0.0", "two")
    signed_zip(old, "zipped", "1.0.0")
    shutil.copytree(old, new)
    folder(new, "fixture_0", "2.0.0")
    folder(new, "added", "1.0.0")
    signed_zip(new, "zipped_too", "1.0.0")
    folder(new, "fixture_1", "1.0.0", "three")
    folder(new, "fixture_2", "1.1.0", "two")
    shutil.rmtree(os.path.join(new, "fixture_3"))
    shutil.rmtree(os.path.join(new, "fixture_4", "1.0.0"))
    return past, old, new
