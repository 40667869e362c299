"""Prints a service as Swift: its table, and views over its replies."""
import textwrap

KEYWORDS = {"protocol", "default", "operator", "in", "self", "extension", "internal", "public", "private", "init",
            "repeat", "where", "case", "class", "struct", "enum", "func", "import", "return", "switch"}
READERS = {"string": ("String", ".string"), "integer": ("Int", ".integer"), "long": ("Int", ".integer"),
           "double": ("Double", ".number"), "float": ("Double", ".number"), "timestamp": ("Double", ".number"),
           "boolean": ("Bool", ".bool")}
HEADER = "// Written by Tools/generate from AWS's service model; change that and run `make generate`.\n"


def table_file(service):
    metadata, entry = service.metadata, service.entry
    namespace = f'"{metadata["xmlNamespace"]}"' if entry["protocol"] != "json" else "nil"
    return (
        f"// swift-format-ignore-file\n{HEADER}\npublic import AWSWire\n\n"
        f"/// {metadata.get('serviceAbbreviation', metadata['serviceFullName'])}: what Neap calls or answers of it, as AWS's model says.\n"
        f"public enum {entry['enum']} {{\n"
        f"    /// The service's operations and shapes, read as late as somebody asks.\n"
        f"    public static let model = ServiceModel(\n"
        f'        name: "{entry["name"]}", serviceID: "{metadata["serviceId"]}",'
        f' endpointPrefix: "{metadata["endpointPrefix"]}",\n'
        f'        signingName: "{metadata.get("signingName", metadata["endpointPrefix"])}",'
        f" protocol: {protocol(service, entry['protocol'])},\n{others(service)}"
        f"        apiVersion: \"{metadata['apiVersion']}\","
        f" xmlNamespace: {namespace}, table: table)\n\n"
        f'    private static let table = #"""\n'
        + textwrap.indent("\n".join(service.lines()), " " * 8)
        + '\n        """#\n}\n')


def protocol(service, name):
    metadata = service.metadata
    if name == "json":
        return f'.json(version: "{metadata["jsonVersion"]}", targetPrefix: "{metadata["targetPrefix"]}")'
    # botocore names the service in CBOR's paths by the same word.
    return f'.cbor(serviceName: "{metadata["targetPrefix"]}")' if name == "smithy-rpc-v2-cbor" else f".{name}"


def others(service):
    """The line for the protocols that AWS takes besides the one that Neap speaks; none for most services."""
    names = [protocol(service, name) for name in service.metadata["protocols"] if name != service.entry["protocol"]]
    if not names:
        return ""
    compatible = "true" if "awsQueryCompatible" in service.metadata else "false"
    return f"        others: [{', '.join(names)}], isQueryCompatible: {compatible},\n"


def views_file(service):
    used = service.used_shapes()
    for name in service.views:
        if name not in used:
            raise SystemExit(f"{service.module}: no operation reaches the view {name}")
    views = "\n".join(textwrap.indent(view(service, name), " " * 4) for name in sorted(service.views))
    return (f"// swift-format-ignore-file\n{HEADER}\npublic import Model\n\n"
            f"extension {service.entry['enum']} {{\n{views}}}\n")


def view(service, name):
    members = service.shapes[name]["members"]
    lines = [f"/// A view of AWS's `{name}`; a property is nil when AWS did not send it.",
             f"public struct {name}: Sendable, Hashable {{",
             "    /// What AWS sent.", "    public let raw: Value", "    /// The view of `raw`.",
             "    public init(_ raw: Value) { self.raw = raw }"]
    for member, reference in members.items():
        swift_type, reader = read(service, reference["shape"])
        key = lower_camel(member)
        label = f"`{key}`" if key in KEYWORDS else key
        unit = ", seconds since 1970" if service.shapes[reference["shape"]]["type"] == "timestamp" else ""
        lines += [f"    /// AWS's `{member}`{unit}.",
                  f'    public var {label}: {swift_type}? {{ raw["{key}"]{reader} }}']
    return "\n".join(lines + ["}", ""])


def read(service, name):
    """The Swift type of a shape, and how it is read from an optional value."""
    shape = service.shapes[name]
    kind = shape["type"]
    if kind in READERS:
        swift_type, accessor = READERS[kind]
        return swift_type, "?" + accessor
    if kind == "structure" and name in service.views:
        return name, f".map({name}.init)"
    if kind == "list":
        return read_list(service, shape["member"]["shape"])
    if kind == "map" and service.shapes[shape["value"]["shape"]]["type"] == "string":
        return "[String: String]", "?.object?.compactMapValues(\\.string)"
    return "Value", ""


def read_list(service, name):
    kind = service.shapes[name]["type"]
    if kind in READERS:
        swift_type, accessor = READERS[kind]
        return f"[{swift_type}]", f"?.list?.compactMap(\\{accessor})"
    if kind == "structure" and name in service.views:
        return f"[{name}]", f"?.list?.map({name}.init)"
    return "[Value]", "?.list"


def lower_camel(name):
    """As Model's `lowerCamel`; a test compares the two over every view."""
    run = len(name) - len(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if run == 0:
        return name
    plural = run > 1 and len(name) == run + 1 and name[run] == "s"
    next_is_small = run < len(name) and name[run].islower()
    lowered = run if run == 1 or not next_is_small or plural else run - 1
    return name[:lowered].lower() + name[lowered:]
