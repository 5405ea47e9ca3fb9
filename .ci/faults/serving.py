"""Serves a registry with the program itself, and compares every answer with what was published."""

import hashlib
import json
import os
import re
import subprocess
import time
import urllib.request

import registry

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


class Server:
    def __init__(self, home, out, log):
        self.log = log
        with open(log, "w", encoding="utf-8") as file:
            self.process = subprocess.Popen(
                [f"{home}/packhouse", "serve", "--public", out, "--address", "127.0.0.1:0"],
                stdout=file, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def __enter__(self):
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            with open(self.log, encoding="utf-8") as file:
                said = file.read()
            address = ADDRESS.search(said)
            if address:
                self.address = address[0]
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.process.kill()
        self.process.wait()
        raise registry.Damaged(f"the server does not start: {said}")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def get(self, path):
        """Status, headers and body."""
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()


def same(path, body, sha256):
    if hashlib.sha256(body).hexdigest() != sha256:
        raise registry.Damaged(f"the server answers something else to {path}")


def check(home, out, log):
    folder = os.path.join(out, "generations", registry.pointer(out)["generation"])
    with Server(home, out, log) as server:
        for path, file in (
            ("/search", "search.json"),
            ("/search?all=true&prerelease=true", "search-all.json"),
            ("/categories", "categories.json"),
        ):
            if json.loads(server.get(path)[2]) != json.loads(registry.read(folder, file)):
                raise registry.Damaged(f"the server answers something else to {path}")
        if json.loads(server.get("/changes.json")[2]) != json.loads(registry.read(folder, "changes.json")):
            raise registry.Damaged("the server answers something else to /changes.json")
        for path, file in registry.below(os.path.join(folder, "feeds")).items():
            same(f"/feeds/{path}", server.get(f"/feeds/{path}")[2], registry.sha256(registry.read(file)))
        for text in registry.read(folder, "versions.jsonl").splitlines():
            line = json.loads(text)
            name, version = line["name"], line["version"]
            path = f"/package/{name}/{version}/"
            same(path, server.get(path)[2], line["record"])
            for archive in line["archives"]:
                path = f"/epr/{name}/{name}-{version}.{archive['format']}"
                same(path, server.get(path)[2], archive["sha256"])
