"""Reads a service model, cuts it down to what Neap calls or answers, and prints it as table lines."""

SCALARS = {"integer": "integer", "long": "integer", "double": "number", "float": "number",
           "boolean": "boolean", "timestamp": "timestamp", "blob": "blob", "string": "string"}
# Traits that the codecs do not know, because nothing that Neap calls or answers has them.
STRANGE = {"timestampFormat", "jsonvalue", "xmlNamespace", "xmlAttribute", "location", "hostLabel", "streaming",
           "eventstream"}
STRANGE_OPERATION = {"endpoint", "requestcompression", "httpChecksum"}
# Clients may compress these; the server's side reads it, and Neap never sends any.
STRANGE_SERVED = STRANGE_OPERATION - {"requestcompression"}
TOKENS = ("nextToken", "NextToken", "Marker")


def read_supplements(text):
    """Service to its supplement lines, each split into words, without comments and sources."""
    found = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        statement, bar, source = line.partition(" | ")
        if not bar or not source.strip():
            raise SystemExit(f"supplements.txt: no source: {line}")
        service, *words = statement.split()
        found.setdefault(service, []).append(words)
    return found


class Service:
    def __init__(self, module, entry, loader, supplements):
        self.module, self.entry = module, entry
        raw = loader.load_service_model(entry["model"], "service-2")
        self.metadata = raw["metadata"]
        self.shapes = raw["shapes"]
        if entry["protocol"] not in self.metadata["protocols"]:
            raise SystemExit(f"{module}: {entry['protocol']} is none of {self.metadata['protocols']}")
        self.called = entry.get("operations", "").split()
        names = sorted(self.called + entry.get("served", "").split())
        if twice := {name for name in names if names.count(name) > 1}:
            raise SystemExit(f"{module}: said twice: {', '.join(sorted(twice))}")
        self.operations = {name: raw["operations"][name] for name in names}
        self.views = entry.get("views", "").split()
        self.pages = self._pages(loader)
        for words in supplements:
            self._supplement(*words)
        self._refuse_strange()

    def _refuse_strange(self):
        """Stops when a service asks for something that the codecs leave out."""
        found = [f"{name} {trait}" for name, operation in self.operations.items()
                 for trait in (STRANGE_OPERATION if name in self.called else STRANGE_SERVED) & operation.keys()]
        for name in self.used_shapes():
            shape = self.shapes[name]
            members = shape.get("members", {})
            for place in [shape, *members.values()]:
                found += [f"{name} {trait}" for trait in STRANGE & place.keys()]
            if "query" in self.metadata["protocols"]:  # JSON has nothing to flatten
                found += [f"{name}.{member} flattened" for member, item in members.items() if "flattened" in item]
        if found:
            raise SystemExit(f"{self.module}: the codecs do not know {', '.join(sorted(found))}")

    # Supplements

    def _supplement(self, what, *words):
        getattr(self, f"_supplement_{what}")(*words)

    def _supplement_shape(self, form, name, *words):
        if name in self.shapes:
            raise SystemExit(f"supplements.txt: the model has {name} now")
        if form == "enum":
            self.shapes[name] = {"type": "string", "enum": list(words)}
        else:
            members = dict(word.split(":") for word in words)
            self.shapes[name] = {"type": "structure", "members": {m: {"shape": s} for m, s in members.items()}}

    def _supplement_member(self, shape, word):
        name, target = word.split(":")
        members = self.shapes[shape]["members"]
        if name in members:
            raise SystemExit(f"supplements.txt: the model has {shape}.{name} now")
        members[name] = {"shape": target}

    def _supplement_sensitive(self, shape, member):
        reference = self.shapes[shape]["members"][member]
        if self._is_sensitive(reference):
            raise SystemExit(f"supplements.txt: the model marks {shape}.{member} now")
        reference["sensitive"] = True

    def _supplement_token(self, shape, member):
        reference = self.shapes[shape]["members"][member]
        if reference.get("idempotencyToken"):
            raise SystemExit(f"supplements.txt: the model marks {shape}.{member} now")
        reference["idempotencyToken"] = True

    # Pagination

    def _pages(self, loader):
        """Operation to its words: input token, output token, result keys, limit key."""
        known = loader.load_service_model(self.entry["model"], "paginators-1")["pagination"]
        pages = {name: _paginator(known[name]) for name in self.operations if name in known}
        for line in self.entry.get("pages", []):
            name, *words = line.split()
            if name in pages:
                raise SystemExit(f"{self.module}: botocore pages {name} now")
            pages[name] = words
        for name, operation in self.operations.items():
            if name not in pages and self._has_token(operation) and name not in self.entry.get("unpaged", "").split():
                raise SystemExit(f"{self.module}: {name} has a page token; say how it is paged in services.toml")
        return pages

    def _has_token(self, operation):
        shape = operation.get("input", {}).get("shape")
        return bool(shape) and any(token in self.shapes[shape]["members"] for token in TOKENS)

    # Table lines

    def used_shapes(self):
        """Names of all shapes that the operations reach."""
        waiting = [operation[end]["shape"] for operation in self.operations.values()
                   for end in ("input", "output") if end in operation]
        waiting += self.error_shapes()
        seen = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            shape = self.shapes[name]
            waiting += [member["shape"] for member in shape.get("members", {}).values()]
            waiting += [shape[part]["shape"] for part in ("member", "key", "value") if part in shape]
        return seen

    def error_shapes(self):
        return sorted({error["shape"] for operation in self.operations.values()
                       for error in operation.get("errors", [])})

    def lines(self):
        """The table: operations, pages, then shapes by name."""
        lines = [self._operation_line(name, operation) for name, operation in self.operations.items()]
        lines += [" ".join(["pages", name, *words]) for name, words in sorted(self.pages.items())]
        return lines + [self.shape_line(name) for name in sorted(self.used_shapes())]

    def _operation_line(self, name, operation):
        ends = [operation.get(end, {}).get("shape", "-") for end in ("input", "output")]
        line = f"operation {name} {ends[0]} {ends[1]}"
        wrapper = operation.get("output", {}).get("resultWrapper")
        if wrapper and self.entry["protocol"] == "query":
            line += f" result={wrapper}"
        line += " unsigned" if operation.get("authtype") == "none" else ""
        errors = [error["shape"] for error in operation.get("errors", [])]
        return line + (f" errors={','.join(errors)}" if errors else "")

    def shape_line(self, name):
        shape = self.shapes[name]
        kind = shape["type"]
        star = "*" if shape.get("sensitive") else ""
        if shape.get("exception"):
            return " ".join([f"error {name}", *self._error_words(name, shape), *self._members(shape)])
        if kind == "structure":
            word = "document" if shape.get("document") else "structure"
            return " ".join([f"{word}{star} {name}", *self._members(shape)])
        if kind == "list":
            return " ".join([f"list{star} {name} {shape['member']['shape']}", *self._list_words(shape)])
        if kind == "map":
            return " ".join([f"map{star} {name} {shape['key']['shape']} {shape['value']['shape']}",
                             *self._map_words(shape)])
        if "enum" in shape:
            return " ".join([f"enum{star} {name}", *map(_escaped, shape["enum"])])
        return " ".join([f"{SCALARS[kind]}{star} {name}", *_bounds(shape)])

    def _error_words(self, name, shape):
        error = shape.get("error", {})
        status = error.get("httpStatusCode", 500 if shape.get("fault") else 400)
        return [error.get("code", name), str(status)]

    def _members(self, shape):
        required = shape.get("required", [])
        for name, member in shape.get("members", {}).items():
            word = name + ("!" if name in required else "") + ("*" if self._is_sensitive(member) else "")
            word += ("^" if member.get("idempotencyToken") else "") + ":" + member["shape"]
            wire = member.get("locationName", name)
            word += f"={wire}" if wire != name else ""
            word += f"~{member['queryName']}" if "queryName" in member else ""
            yield word

    def _is_sensitive(self, member):
        return bool(member.get("sensitive") or self.shapes[member["shape"]].get("sensitive"))

    def _list_words(self, shape):
        # The key of a list in JSON means nothing; only XML and forms use it.
        wire = shape["member"].get("locationName", "member")
        if wire != "member" and self.entry["protocol"] != "json":
            yield f"item={wire}"
        if shape.get("flattened"):
            yield "flat"
        yield from _bounds(shape)

    def _map_words(self, shape):
        for part in ("key", "value"):
            wire = shape[part].get("locationName", part)
            if wire != part:
                yield f"{part}={wire}"
        if shape.get("flattened"):
            yield "flat"
        yield from _bounds(shape)


def _paginator(entry):
    keys = entry["result_key"]
    keys = keys if isinstance(keys, list) else [keys]
    return [entry["input_token"], entry["output_token"], ",".join(keys), entry.get("limit_key", "-")]


def _bounds(shape):
    low, high = shape.get("min"), shape.get("max")
    if low is not None or high is not None:
        yield f"{'' if low is None else low}..{'' if high is None else high}"


def _escaped(word):
    return word.replace("%", "%25").replace(" ", "%20")
