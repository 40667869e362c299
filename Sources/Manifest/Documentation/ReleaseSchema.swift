import Model

/// The schemas of what stands for other manifests: releases and overlays.
enum ReleaseSchema {
    /// By kind.
    static var schemas: [String: Value] { ["Release": release, "Overlay": overlay] }

    private static let texts: Value = ["type": "array", "items": ["type": "string"]]

    private static var release: Value {
        let properties: [String: Value] = [
            "chart": ["type": "string"], "valuesFiles": texts, "patches": patches,
            // What values there are is the chart's to say.
            "values": ["type": "object", "properties": [:], "additionalProperties": true],
        ]
        let spec = EnvironmentSchema.object(properties, required: ["chart"], noted: releaseNotes)
        return EnvironmentSchema.envelope(
            "Release", "A chart with values; it stands for the manifests that the chart makes of them.", spec: spec,
            policy: EnvironmentSchema.policy(of: nil))
    }

    private static let releaseNotes = [
        "chart": "The chart's folder, from the folder of this file.",
        "valuesFiles": "Files of values, from the folder of this file; later ones lie over earlier ones.",
        "values": "Values of this release, over all files; null takes a value away.",
        "patches": "Changes of what the chart makes.",
    ]

    private static var overlay: Value {
        var base = texts
        base["minItems"] = 1
        let spec = EnvironmentSchema.object(
            ["base": base, "patches": patches], required: ["base"], noted: overlayNotes)
        return EnvironmentSchema.envelope(
            "Overlay", "Manifests that stand elsewhere, with changes: one base for several environments.", spec: spec,
            policy: nil)
    }

    private static let overlayNotes = [
        "base": "Folders and files of manifests, from the folder of this file.",
        "patches": "Changes of these manifests; one that finds nothing is an error.",
    ]

    private static var patches: Value {
        let patch: [String: Value] = [
            "target": EnvironmentSchema.object(
                ["kind": ["type": "string"], "name": ["type": "string"]], required: ["kind"], noted: targetNotes),
            "merge": ["type": "object", "properties": [:], "additionalProperties": true],
            "json": ["type": "array", "items": operation],
        ]
        let schema = EnvironmentSchema.object(patch, required: ["target"], noted: patchNotes)
        return ["type": "array", "items": schema]
    }

    private static var operation: Value {
        let words = Patch.Operation.Word.allCases.map { Value.string($0.rawValue) }
        let members: [String: Value] = ["op": ["enum": .list(words)], "path": pointer, "from": pointer, "value": [:]]
        return EnvironmentSchema.object(members, required: ["op", "path"], noted: operationNotes)
    }

    private static let patchNotes = [
        "target": "The manifest; without a name every one of the kind.",
        "merge":
            "Laid over the manifest: elements of AWS's lists meet by what tells them apart, null takes a member away.",
        "json": "Operations of RFC 6902, in their order.",
    ]
    private static let targetNotes = [
        "kind": "The manifests' kind.", "name": "The manifest's name; all of them when left out.",
    ]
    private static let operationNotes = [
        "op": "What is done at the path.",
        "path": "A JSON pointer from the manifest's top; an element by its index or by what tells it apart.",
        "from": "Where move and copy take the value from, as a path.",
        "value": "What is put there, or, for test, expected there.",
    ]

    private static let pointer: Value = ["type": "string", "pattern": "^/."]
}
