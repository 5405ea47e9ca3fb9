"""Checks from a trace that each step of a publication ended before the next began."""

import re

PATHS = re.compile(r'"([^"]*)"|<([^>]*)>')


def events(lines, out):
    """Pairs of a call and the paths below the output that it names."""
    for line in lines:
        match = re.match(r"^(?:\d+ +)?(?:<\.\.\. )?(\w+)", line)
        found = [a or b for a, b in PATHS.findall(line)]
        named = [path[len(out) :].strip("/") for path in found if path.startswith(out)]
        if match and named:
            yield match[1], named


def check(lines, out):
    """Gives what is wrong with the order, and a summary of it."""
    steps = list(events(lines, out))
    problems = []

    def places(wanted, at=-1, start=None, equal=None):
        return [
            number
            for number, (call, named) in enumerate(steps)
            if call in wanted
            and (start is None or named[at].startswith(start))
            and (equal is None or named[at] == equal)
        ]

    def before(what, earlier, later):
        if not earlier or not later:
            problems.append(f"{what}: {len(earlier)} and {len(later)} calls")
        elif max(earlier) > min(later):
            problems.append(f"{what}: {steps[max(earlier)]} after {steps[min(later)]}")

    renames = ("rename", "renameat", "renameat2")
    writes = ("write", "pwrite64", "writev", "pwritev", "sendfile", "copy_file_range")
    flushes = places(("syncfs",))
    switch = places(renames, equal="current.json")
    # A third one is that of the copies of pages, behind the switch.
    if len(flushes) not in (2, 3) or len(switch) != 1:
        return [f"{len(flushes)} flushes, {len(switch)} switches"], ""
    first, second = flushes[:2]
    before("pointer, flush of the copies", switch, flushes[2:] or [len(steps)])
    top = re.compile(r"\.staging/\d+/(top|pages)/")
    staged = [n for n in places(writes, start=".staging/") if not top.match(steps[n][1][-1])]
    placed = [n for n in places(renames) if not top.match(steps[n][1][0])
              and not steps[n][1][-1].startswith(".staging/")]  # fmt: skip
    fresh = [n for n in places(writes) if steps[n][1][-1].endswith("/top/current.json")]
    forced = [n for n in places(("fsync",)) if steps[n][1][-1].endswith("/top/current.json")]
    roots = places(("fsync",), equal="")
    removed = [n for n in places(("unlink", "unlinkat", "rmdir"), start="")
               if not steps[n][1][-1].startswith(".staging")]  # fmt: skip
    before("write, flush", staged, [first])
    before("flush, rename", [first], placed)
    before("rename, flush of the folders", placed, [second])
    before("flush of the folders, pointer", [second], fresh)
    before("write of the pointer, fsync of it", fresh, forced)
    before("fsync of the pointer, rename of it", forced, switch)
    before("rename of the pointer, fsync of its folder", switch, roots[:1])
    # The cache is no part of what is published: a run does without where it is missing or damaged.
    pages = re.compile(r"\.staging/\d+/pages/")
    copies = [n for n in places(renames) if top.match(steps[n][1][0]) and n not in switch
              and not pages.match(steps[n][1][0])
              and not steps[n][1][-1].startswith(".cache/")]  # fmt: skip
    before("fsync of the pointer's folder, copies", roots[:1], copies)
    before("copies, fsync of their folder", copies, roots[-1:])
    before("pointer, removal", switch, removed)
    for copy in copies:
        source = steps[copy][1][0]
        if places(("link", "linkat"), equal=source):
            continue  # another name for a file that was flushed with its generation
        before(
            f"write of {source}, fsync of it",
            [n for n in places(writes) if steps[n][1][-1] == source],
            [n for n in places(("fsync",)) if steps[n][1][-1] == source],
        )
    return problems, (
        f"{len(staged)} writes, flush, {len(placed)} renames, flush, pointer written, fsynced and"
        f" renamed, folder fsynced, {len(copies)} copies, {len(removed)} removals"
    )
