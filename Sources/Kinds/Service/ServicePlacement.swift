import Model

/// `placement`: the console's placement templates by name.
enum ServicePlacement {
    static let member = Member(
        "placement", ShapeReference(Shape("ServicePlacement", .enumeration(templates.map(\.name)))))

    static let note = """
        One of the console's templates instead of placementStrategy and placementConstraints; where a template packs \
        tasks, it packs by memory unless its name says CPU.
        """

    private struct Template: Sendable {
        let name: String
        let strategy: [Value]
        var constraints: [Value] = []
    }

    private static let templates = [
        Template(name: "azBalancedSpread", strategy: [zones, spread("instanceId")]),
        Template(name: "azBalancedBinpack", strategy: [zones, binpack("MEMORY")]),
        Template(name: "azBalancedBinpackCpu", strategy: [zones, binpack("CPU")]),
        Template(name: "azBalancedBinpackMemory", strategy: [zones, binpack("MEMORY")]),
        Template(name: "binpack", strategy: [binpack("MEMORY")]),
        Template(name: "binpackCpu", strategy: [binpack("CPU")]),
        Template(name: "binpackMemory", strategy: [binpack("MEMORY")]),
        Template(name: "onePerHost", strategy: [], constraints: [["type": "distinctInstance"]]),
    ]

    private static let zones = spread("attribute:ecs.availability-zone")
    private static func spread(_ field: String) -> Value { ["type": "spread", "field": .string(field)] }
    private static func binpack(_ field: String) -> Value { ["type": "binpack", "field": .string(field)] }

    /// The spec with the template's strategy and constraints in its place.
    static func expanded(_ resource: Resource) -> (spec: Value, diagnostics: [Diagnostic]) {
        guard let placement = resource.spec["placement"] else { return (resource.spec, []) }
        var spec = resource.spec
        spec["placement"] = nil
        guard let template = templates.first(where: { $0.name == placement.string }) else { return (spec, []) }
        var diagnostics: [Diagnostic] = []
        for (name, items) in [("placementStrategy", template.strategy), ("placementConstraints", template.constraints)]
        {
            if name == "placementConstraints" && items.isEmpty { continue }
            if let stated = spec[name] { diagnostics.append(twice(name, stated, resource)) }
            spec[name] = Value(.list(items), at: placement.place, key: placement.keyPlace)
        }
        return (spec, diagnostics)
    }

    private static func twice(_ name: String, _ stated: Value, _ resource: Resource) -> Diagnostic {
        Diagnostic(
            "is stated beside placement, which stands for it", hint: "keep one of the two",
            at: stated.keyPlace ?? stated.place, of: resource.id, path: FieldPath([name]))
    }

    /// `cpu`, `memory` and `host` as AWS reads them back.
    static let field: @Sendable (Value) -> Value = { value in
        let readBack = ["cpu": "CPU", "memory": "MEMORY", "host": "instanceId"]
        return value.string.flatMap { readBack[$0] }.map { Value(.string($0), at: value.place, key: value.keyPlace) }
            ?? value
    }
}
