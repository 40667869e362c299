import Model

/// The schemas of what stands for other manifests: releases and overlays.
enum ReleaseSchema {
    /// By kind.
    static var schemas: [String: Value] { ["Release": release, "Overlay": overlay] }

    private static let texts: Value = ["type": "array", "items": ["type": "string"]]

    private static var release: Value {
        var properties: [String: Value] = [
            "chart": ["type": "string"], "valuesFiles": texts, "patches": patches,
            // What values there are is the chart's to say.
            "values": ["type": "object", "properties": [:], "additionalProperties": true],
        ]
        describe(
            &properties,
            [
                "chart": "The chart's folder, from the folder of this file.",
                "valuesFiles": "Files of values, from the folder of this file; later ones lie over earlier ones.",
                "values": "Values of this release, over all files; null takes a value away.",
                "patches": "Changes of what the chart makes.",
            ])
        let spec = EnvironmentSchema.object(properties, required: ["chart"])
        return EnvironmentSchema.envelope(
            "Release", "A chart with values; it stands for the manifests that the chart makes of them.", spec: spec,
            policy: EnvironmentSchema.policy(of: nil))
    }

    private static var overlay: Value {
        var base = texts
        base["minItems"] = 1
        var properties: [String: Value] = ["base": base, "patches": patches]
        describe(
            &properties,
            [
                "base": "Folders and files of manifests, from the folder of this file.",
                "patches": "Changes of these manifests; one that finds nothing is an error.",
            ])
        let spec = EnvironmentSchema.object(properties, required: ["base"])
        return EnvironmentSchema.envelope(
            "Overlay", "Manifests that stand elsewhere, with changes: one base for several environments.", spec: spec,
            policy: nil)
    }

    private static var patches: Value {
        let words = Patch.Operation.Word.allCases.map { Value.string($0.rawValue) }
        var operation: [String: Value] = [
            "op": ["enum": .list(words)], "path": pointer, "from": pointer, "value": [:],
        ]
        describe(
            &operation,
            ["path": "A JSON pointer from the manifest's top; an element by its index or by what tells it apart."])
        var patch: [String: Value] = [
            "target": EnvironmentSchema.object(
                ["kind": ["type": "string"], "name": ["type": "string"]], required: ["kind"]),
            "merge": ["type": "object", "properties": [:], "additionalProperties": true],
            "json": ["type": "array", "items": EnvironmentSchema.object(operation, required: ["op", "path"])],
        ]
        describe(
            &patch,
            [
                "target": "The manifest; without a name every one of the kind.",
                "merge":
                    "Laid over the manifest: elements of AWS's lists meet by what tells them apart, null takes a member away.",
                "json": "Operations of RFC 6902, in their order.",
            ])
        return ["type": "array", "items": EnvironmentSchema.object(patch, required: ["target"])]
    }

    private static let pointer: Value = ["type": "string", "pattern": "^/."]

    private static func describe(_ properties: inout [String: Value], _ notes: [String: String]) {
        for (name, note) in notes { properties[name]?["description"] = .string(note) }
    }
}
