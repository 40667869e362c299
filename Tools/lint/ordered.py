#!/usr/bin/env python3
"""Nothing in `Simulation` depends on the order of a Dictionary or a Set, which is another one in every process.

Finds names that are declared as hashed, and looks where they are gone through in their own order; chance and clocks
that are not the world's own are found too. A name that is declared both ways is taken as its nearest declaration has it.

    ordered.py [FOLDER]     prints what it finds, `Sources/Simulation` by default; exits with 1 when there is something
    ordered.py --self-test  tries itself on samples
"""

import re
import sys
from pathlib import Path

OPENERS, CLOSERS = "([{", ")]}"
# Over a hashed collection these depend on its order.
GOES_THROUGH = {
    "map", "compactMap", "flatMap", "reduce", "first", "forEach", "enumerated", "prefix", "drop", "dropFirst", "suffix",
    "joined", "lazy", "min", "max", "popFirst", "removeFirst", "randomElement", "indices", "startIndex",
    "elementsEqual", "makeIterator", "reversed", "split", "starts", "shuffled",
}
# These give a hashed collection again: what comes behind them counts.
STAYS_HASHED = {
    "keys", "values", "filter", "mapValues", "compactMapValues", "merging", "union", "subtracting", "intersection",
    "symmetricDifference",
}
FOREIGN = re.compile(
    r"\b(import Foundation|Date\(\)|Hasher\(|SystemRandomNumberGenerator|ContinuousClock|SuspendingClock)|"
    r"\.(hashValue|random\(|shuffled\(|randomElement\()")
DECLARATION = re.compile(r"\b(?:let|var)\s+(\w+)\s*(?::\s*([^={\n]+))?\s*(?:=\s*([^\n]+))?")
PARAMETER = re.compile(r"(?:\b\w+\s+)?\b(\w+):\s*(?:inout\s+)?((?:\[|Set<|Dictionary<|KeyValuePairs<)[^=\n]*)")
FUNCTION = re.compile(r"\bfunc\s+(\w+)[^{\n]*->\s*([^{\n]+)")


def blank(text):
    """The text with comments and what stands in quotes taken out; lines stay lines."""
    text = re.sub(r'"""(?:.|\n)*?"""', lambda quoted: "\n" * quoted.group().count("\n"), text)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"//[^\n]*", "", text)


def closing(text, start):
    """The place behind the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in OPENERS) - (text[place] in CLOSERS)
        if depth == 0:
            return place + 1
    return len(text)


def is_hashed(written, value=""):
    """True when a type, or without one the value, is a Dictionary or a Set; the name that it is another's name for."""
    kind = (written or "").strip()
    if kind:
        if re.match(r"(Set|Dictionary)<", kind):
            return True
        if not kind.startswith("["):
            return False
        inner = kind[1:closing(kind, 0) - 1]
        return bool(re.match(r"(?:[^\[\](){}<>:]|[\[(<][^\])>]*[\])>])+:", inner))
    value = (value or "").strip()
    if re.match(r"(\[:\]|Set[<(]|Dictionary[<(]|\[[\w.]+:\s*[^\]]+\]\()", value):
        return True
    if value.startswith("["):
        return bool(re.match(r"\[\s*(?:\"\"|\.?\w+)\s*:", value))
    if value.endswith("?? [:]"):
        return True
    alias = re.fullmatch(r"[\w.?!]*?(\w+)[\s,{]*(?:else \{)?\s*", value)
    return alias.group(1) if alias else False if value else None


class Names:
    """What is declared where, as hashed or not. Members are seen everywhere, what a function declares in its file."""

    def __init__(self):
        self.declared = {}

    def read(self, path, text):
        for match in DECLARATION.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            head = text[start:match.start()]
            is_member = len(head) - len(head.lstrip()) <= 4 or bool(head.strip())
            self.add(match.group(1), is_hashed(match.group(2), match.group(3)), path, is_member)
        for match in FUNCTION.finditer(text):
            self.add(match.group(1), is_hashed(match.group(2)), path, True)
        for match in PARAMETER.finditer(text):
            self.add(match.group(1), is_hashed(match.group(2)), path, False)

    def add(self, name, hashed, path, is_member):
        if hashed is not None:
            self.declared.setdefault(name, []).append((path, hashed, is_member))

    def is_hashed(self, name, owner, path, depth=3):
        """How the nearest declaration has `name`: the one of `owner` (`settings` is in `…Settings.swift`), the file's
        own, its type's, its folder's, any."""
        places = [place for place in self.declared.get(name, []) if place[2] or place[0] == path]
        stem = path.stem.split("+")[0]
        nearer = [
            lambda other: bool(owner) and other.stem.split("+")[0].lower().endswith(owner.lower()),
            lambda other: not owner and other == path, lambda other: not owner and other.stem.split("+")[0] == stem,
            lambda other: other.parent == path.parent, lambda other: True,
        ]
        for is_near in nearer:
            kinds = {hashed for other, hashed, _ in places if is_near(other)}
            if kinds:
                aliases = [kind for kind in kinds if isinstance(kind, str) and kind != name and depth]
                return True in kinds or any(self.is_hashed(alias, None, path, depth - 1) for alias in aliases)
        return False


def chain(text, place):
    """The members that are asked for behind `place`, one after the other, brackets passed over."""
    members = []
    while True:
        while place < len(text) and text[place] in "?! \n":
            if text[place] in " \n" and not re.match(r"\s*\.\w", text[place:]):
                return members
            place += 1
        if place < len(text) and text[place] in "[(":
            members.append(text[place])
            place = closing(text, place)
            continue
        match = re.match(r"\.(\w+)", text[place:])
        if not match:
            return members
        members.append(match.group(1))
        place += match.end()
        block = re.match(r" ?\{", text[place:])
        if block and members[-1] in GOES_THROUGH | STAYS_HASHED:
            place = closing(text, place + block.end() - 1)


def is_gone_through(members, loops):
    """True when the members read a hashed collection in its own order; `loops` when a loop goes over what they give."""
    for member in members:
        if member in GOES_THROUGH:
            return True
        if member == "(":
            continue
        if member not in STAYS_HASHED:
            return False
    return loops


def findings(path, text, names):
    """Line numbers and what is wrong there."""
    found = []
    for match in FOREIGN.finditer(text):
        found.append((text.count("\n", 0, match.start()) + 1, match.group().strip(".(") + " is not the world's own"))
    for match in re.finditer(r"\b\w+\b", text):
        name, before = match.group(), text[max(0, match.start() - 80):match.start()]
        makes = name in ("Set", "Dictionary") and text[match.end():match.end() + 1] in ("(", "<")
        owner = re.search(r"(\w+)[?!]?\.$|$", before).group(1)
        owner = None if owner == "self" else owner
        if not makes and not names.is_hashed(name, owner, path):
            continue
        if re.search(r"\b(let|var|func|case)\s+$", before) or re.match(r"\s*:(?!:)", text[match.end():]) and not makes:
            continue
        line = before.rsplit("\n", 1)[-1]
        loops = bool(re.search(r"\bfor\b[^\n]*\bin\s+[\w.?!]*$", line)) or bool(re.search(r"\bArray\([\w.?!]*$", line))
        members = chain(text, match.end())
        if makes and members[:1] == ["("]:
            members = members[1:]
        if is_gone_through(members, loops):
            found.append((text.count("\n", 0, match.start()) + 1, f"{name} is gone through in no order"))
    return found


def check(sources):
    """Every finding in `sources`, pairs of path and text."""
    texts = [(path, blank(text)) for path, text in sources]
    names = Names()
    for path, text in texts:
        names.read(path, text)
    return [
        f"{path}:{line}: {what}"
        for path, text in texts for line, what in sorted(set(findings(path, text, names)))
    ]


BAD = [
    "var a: [String: Int] = [:]\nfor (key, value) in a { use(key) }",
    "var a: [Key: [Int]] = [:]\nfor item in world.a.values where item > 1 {}",
    "var a: Set<Int> = []\nlet b = a.map { $0 + 1 }",
    "let a = Set(list)\nreturn a.first",
    "private(set) var a: [String: Int]\nlet b = a.keys.joined()",
    "var a: [String: Int] = [:]\nlet b = a.filter { $0.value > 1 }.map(\\.key)",
    "var a: [(x: Int, y: Int): Int] = [:]\na.forEach { print($0) }",
    "func f(_ a: [String: Int]) { let b = Array(a.keys) }",
    "func f() { for item in Set(list) { use(item) } }",
    "let order = list.shuffled()",
]
GOOD = [
    "var a: [String: Int] = [:]\nfor key in a.keys.sorted() { use(a[key]) }",
    "var a: [String: [Int]] = [:]\nfor item in a[\"x\"] ?? [] { use(item) }",
    "var a: Set<Int> = []\nlet b = list.filter { a.contains($0) }.map { $0 }",
    "var a: [String: Int] = [:]\nlet b = a.merging(c) { $1 }\nlet d = a.count",
    "var a: [Int] = []\nfor item in a { use(item) }\nlet b = a.first",
    "let a: [String: Int]\nlet b = a.sorted { $0.key < $1.key }.map(\\.value)",
    "// for item in Set(list)\nlet text = \"for x in Set(list)\"",
]


def self_test():
    wrong = [text for text in BAD if not check([(Path("sample.swift"), text)])]
    wrong += [text for text in GOOD if check([(Path("sample.swift"), text)])]
    for text in wrong:
        print(f"judged wrongly:\n{text}", file=sys.stderr)
    return 1 if wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "Sources/Simulation")
    found = check([(path, path.read_text()) for path in sorted(folder.rglob("*.swift"))])
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
