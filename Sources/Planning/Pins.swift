import Model

/// Images by SSM parameter are looked up once and stay (DESIGN section 9): a newer one is not rolled by itself.
struct Pins {
    /// What stays, by the lookup's name.
    private(set) var values: [String: String] = [:]
    /// The same as outputs.
    private(set) var outputs: [Reference: Value] = [:]

    /// What `resource` looks up: as recorded, else as found now.
    init(of resource: Resource, recorded: [String: String], _ known: [Reference: Value]) {
        for reference in resource.spec.references where Self.isPinned(reference.resource) {
            guard let value = recorded[reference.resource.name] ?? known[reference]?.string else { continue }
            values[reference.resource.name] = value
            outputs[reference] = .string(value)
        }
    }

    private static func isPinned(_ id: ResourceID) -> Bool { id.kind == "Lookup" && id.name.hasPrefix("Image?ssm=") }
}
