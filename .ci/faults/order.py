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
    if len(flushes) != 4 or len(switch) != 1:
        return [f"{len(flushes)} flushes, {len(switch)} switches"], ""
    first, second, third, fourth = flushes
    top = re.compile(r"\.staging/\d+/(top|copies)/")
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
    copy = re.compile(r"\.staging/\d+/copies/")
    written = [n for n in places(writes) if copy.match(steps[n][1][-1])]
    copies = [n for n in places(renames) if copy.match(steps[n][1][0])]
    before("fsync of the pointer's folder, copies", roots[:1], written)
    before("write of the copies, flush", written, [third])
    before("flush of the copies, rename", [third], copies)
    before("rename of the copies, flush of their folders", copies, [fourth])
    before("flush of the copies' folders, removal", [fourth], removed)
    return problems, (
        f"{len(staged)} writes, flush, {len(placed)} renames, flush, pointer written, fsynced and"
        f" renamed, folder fsynced, {len(copies)} copies, {len(removed)} removals"
    )
