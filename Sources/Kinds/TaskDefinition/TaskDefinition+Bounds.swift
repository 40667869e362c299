import Model

extension TaskDefinition {
    /// What ECS takes of a container's settings.
    static let bounds = [
        FieldBound("/cpu", FieldBound.counts),
        FieldBound("/memory", 4...Int(Int32.max)),
        FieldBound("/memoryReservation", 4...Int(Int32.max)),
        FieldBound("/portMappings/*/containerPort", 0...65_535),
        FieldBound("/portMappings/*/hostPort", 0...65_535),
    ].map { $0.below("/containerDefinitions/*") }

    /// Containers whose names ECS refuses.
    static func faults(of definition: Resource) -> [Diagnostic] {
        let containers = definition.spec["containerDefinitions"]?.list ?? []
        return containers.enumerated().compactMap { index, container in
            guard let name = container["name"], let text = name.string, !isName(text) else { return nil }
            return Diagnostic(
                "\(text.isEmpty ? "an empty text" : text) is no name of a container",
                hint: "1 to 255 letters, digits, - and _", at: name.place ?? definition.place, of: definition.id,
                path: FieldPath(["containerDefinitions", String(index), "name"]))
        }
    }

    private static func isName(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count) && text.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil
    }
}
