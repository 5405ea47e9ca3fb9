"""Reads a registry as its readers do, from the pointer to the bytes, and checks every one of them."""

import hashlib
import json
import os
import re

LISTINGS = ("index.json", "search.json", "search-all.json", "categories.json", "openapi.json")
FOLDERS = ("feeds", "ui")


class Damaged(Exception):
    """What the pointer leads to is not whole."""


def read(*path):
    try:
        with open(os.path.join(*path), "rb") as file:
            return file.read()
    except OSError as missing:
        raise Damaged(str(missing)) from missing


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def below(folder):
    """The files below a folder, by their path in it."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(parent, name)
            found[os.path.relpath(file, folder)] = file
    return found


def pointer(out):
    return json.loads(read(out, "current.json"))


def content(out, line, name, version):
    """Files and archives of a version: names that know nothing of where they lie, and digests."""
    base, found = line["contentBase"], {}
    folder = os.path.join(out, base, "package", name, version)
    digest = hashlib.sha256()
    for path, file in sorted(below(folder).items()):
        body = read(file)
        found[f"file/{path}"] = sha256(body)
        digest.update(f"file\0{path}\0{len(body)}\0{sha256(body)}\n".encode())
    for archive in line["archives"]:
        file = f"{name}-{version}.{archive['format']}"
        path = os.path.join(out, base, "epr", name, file)
        body = read(path)
        if (len(body), sha256(body)) != (archive["size"], archive["sha256"]):
            raise Damaged(f"{path} is not the archive that was published")
        if read(path + ".sha256").decode() != f"{archive['sha256']}  {file}\n":
            raise Damaged(f"{path}.sha256 is another archive's")
        found[f"archive/{file}"] = archive["sha256"]
        if archive["signed"]:
            signature = sha256(read(path + ".sig"))
            found[f"archive/{file}.sig"] = signature
            digest.update(f"zip\0{archive['sha256']}\nsig\0{signature}\n".encode())
    if digest.hexdigest() != line["content"]:
        raise Damaged(f"{folder} has not the content that was published")
    return found


def changes(folder, number):
    """The versions that follow from the list of changes, and a digest that knows no number."""
    entries = json.loads(read(folder, "changes.json"))
    cursors = [it["cursor"] for it in entries]
    if cursors != sorted(set(cursors)) or sorted(it["time"] for it in entries) != [
        it["time"] for it in entries
    ]:
        raise Damaged(f"the changes of generation {number} have no order")
    there, ages = set(), {}
    for entry in entries:
        key = (entry["name"], entry["version"])
        if (key in there) == (entry["kind"] == "added"):
            raise Damaged(f"generation {number}: {key} cannot have been {entry['kind']}")
        if entry["kind"] == "removed":
            there.remove(key)
        else:
            there.add(key)
        # An interrupted run uses up a number.
        entry["generation"] = ages.setdefault(entry["generation"], len(ages))
    return there, sha256(json.dumps(entries).encode())


def copied(folder):
    """The files below a generation, or below the output, that are copied to the top."""
    return {
        f"{name}/{path}" for name in FOLDERS for path in below(os.path.join(folder, name))
    } | {*LISTINGS, "archives.json"}


def listed(folder):
    """The files that a generation lists, each as it says."""
    files = {}
    *lines, last = read(folder, "files.jsonl").splitlines(keepends=True)
    if json.loads(last) != {"sha256": sha256(b"".join(lines))}:
        raise Damaged(f"{folder}/files.jsonl is not as it was written")
    for line in map(json.loads, lines):
        files[line["path"]] = body = read(folder, line["path"])
        if (len(body), sha256(body)) != (line["size"], line["sha256"]):
            raise Damaged(f"{folder}/{line['path']} is not what was published")
    if set(files) != copied(folder):
        raise Damaged(f"{folder} lists other files than it has: {set(files) ^ copied(folder)}")
    return files


def generation(out, number, index_digest):
    """All that a generation leads to; two that are equal answer equally."""
    folder = os.path.join(out, "generations", number)
    files = listed(folder)
    # It says where archives lie, and so do pages: what was replaced comes back to its plain place later.
    del files["archives.json"]
    found = {
        path: sha256(re.sub(rb"revisions/[0-9a-f]{64}/", b"", body)) for path, body in files.items()
    }
    there, found["changes"] = changes(folder, number)
    if not {"feeds/all.atom", "ui/index.html"} <= set(found):
        raise Damaged(f"generation {number} has no feeds, or no pages")
    archives = {it["path"]: it["sha256"] for it in json.loads(read(folder, "archives.json"))}
    for text in read(folder, "versions.jsonl").splitlines():
        line = json.loads(text)
        name, version = line["name"], line["version"]
        path = os.path.join(out, line["recordBase"], "records", name, f"{version}.json")
        record = read(path)
        if sha256(record) != line["record"]:
            raise Damaged(f"{path} is not the record that was published")
        download = json.loads(record)["download"]
        zipped = next(it["sha256"] for it in line["archives"] if it["format"] == "zip")
        if archives.pop(line["contentBase"] + download.lstrip("/")) != zipped:
            raise Damaged(f"{path} names another archive")
        key = f"{name}/{version}"
        found[f"{key} record"] = line["record"]
        for what, digest in content(out, line, name, version).items():
            found[f"{key} {what}"] = digest
        if (name, version) not in there:
            raise Damaged(f"the changes of generation {number} lack {name} {version}")
        there.remove((name, version))
        if f"feeds/package/{name}.atom" not in found:
            raise Damaged(f"generation {number} has no feed of {name}")
    if there:
        raise Damaged(f"the changes of generation {number} know of {sorted(there)}")
    found["index"] = index_digest(os.path.join(folder, "index"))
    if found["index"] == "damaged":
        raise Damaged(f"the index of generation {number} cannot be read")
    return found


def current(out, index_digest):
    return generation(out, pointer(out)["generation"], index_digest)


def paths(out):
    """Every path of the tree, generations by their age: an interrupted run uses up a number."""
    ages = {name: f"#{age}" for age, name in enumerate(sorted(os.listdir(f"{out}/generations")))}
    found = set()
    for parent, folders, names in os.walk(out):
        for name in folders + names:
            parts = os.path.relpath(os.path.join(parent, name), out).split(os.sep)
            if parts[0] == "generations" and len(parts) > 1:
                parts[1] = ages[parts[1]]
                if parts[2:3] in (["index"], ["text"]):
                    parts = parts[:3]
            found.add("/".join(parts))
    return found - {".lock"}


def pending_changes(out):
    """Whether the current generation was rolled back to, and its list of changes is yet to be put in place."""
    return os.path.exists(os.path.join(out, "generations", pointer(out)["generation"], "changes.next.json"))


def copies_differ(out, strays_stay=False):
    """Those at the top that are not of the current generation."""
    folder = os.path.join(out, "generations", pointer(out)["generation"])
    files = {**listed(folder), "changes.json": read(folder, "changes.json")}
    strays = set() if strays_stay else copied(out) - set(files)
    return sorted(strays) + [path for path in sorted(files) if read(out, path) != files[path]]
