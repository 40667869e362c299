import Model

/// The schema of what Neap itself defines: the envelope, policies and environments.
enum EnvironmentSchema {
    private static let text: Value = ["type": "string"]
    private static let truth: Value = ["type": "boolean"]
    private static let texts: Value = ["type": "array", "items": ["type": "string"]]
    private static let pointers: Value = ["type": "array", "items": ["type": "string", "pattern": "^/"]]
    static let duration: Value = [
        "type": "string", "pattern": "^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$", "minLength": 2,
    ]

    /// A document of `kind`.
    static func envelope(_ kind: String, _ summary: String, spec: Value, policy: Value?) -> Value {
        let metadata = object(
            [
                "name": ["type": "string", "pattern": "^[a-zA-Z0-9][a-zA-Z0-9_-]*$", "maxLength": 128],
                "labels": ["type": "object", "additionalProperties": text],
            ], required: ["name"], noted: PolicyNotes.metadata)
        var properties: [String: Value] = [
            "apiVersion": ["const": "neap/v1"], "kind": ["const": .string(kind)], "metadata": metadata, "spec": spec,
        ]
        properties["policy"] = policy
        for (name, note) in PolicyNotes.envelope where properties[name]?["description"] == nil {
            properties[name]?["description"] = .string(note)
        }
        var schema = object(properties, required: ["apiVersion", "kind", "metadata"])
        schema["title"] = .string(kind)
        schema["description"] = .string(summary)
        return schema
    }

    /// `policy` of a manifest of `kind`, or of an environment.
    static func policy(of kind: String?) -> Value {
        var properties: [String: Value] = [
            "adopt": truth, "suspend": truth, "deletionPolicy": words(Policy.Deletion.self),
            "drift": words(Policy.Drift.self),
            "allow": ["type": "object", "additionalProperties": ["type": "string", "minLength": 1]],
            "windows": ["type": "array", "items": window],
            "approval": approval,
        ]
        if kind != nil {
            properties["ignore"] = pointers
            properties["unchecked"] = pointers
            properties["dependsOn"] = ["type": "array", "items": ["type": "string", "pattern": "^[A-Za-z]+/."]]
        }
        if kind == nil || kind == "Service" {
            properties["onRollback"] = words(Policy.OnRollback.self)
            properties["rolloutTimeout"] = duration
            properties["allSpot"] = words(Policy.AllSpot.self)
        }
        return object(properties, noted: PolicyNotes.policy)
    }

    private static let approval: Value = [
        "anyOf": [
            ["const": "required"],
            [
                "type": "array", "uniqueItems": true,
                "items": ["enum": .list(Effect.allCases.map { .string($0.word) })],
            ],
        ]
    ]

    private static let window: Value = object(
        ["allow": cron, "deny": cron, "duration": duration, "timeZone": ["type": "string", "default": "UTC"]],
        required: ["duration"], noted: PolicyNotes.window)
    private static let cron: Value = [
        "type": "string", "pattern": "^\\S+(\\s+\\S+){4}$",
        "description": "When it opens, as cron says it: minute, hour, day of month, month, day of week.",
    ]

    private static let defaults = [
        "interval": "1m", "driftInterval": "5m", "drift": "report", "correctAfter": "10m",
    ]

    /// An environment file.
    static var schema: Value {
        let aws = object(
            ["region": text, "accountId": ["type": "string", "pattern": "^[0-9]{12}$"], "assumeRoleArn": text],
            noted: PolicyNotes.aws)
        let prune = object(
            [
                "enabled": truth,
                "maxDeletions": [
                    "anyOf": [["type": "integer", "minimum": 0], ["type": "string", "pattern": "^[0-9]+%$"]]
                ],
            ], noted: PolicyNotes.prune)
        var paths = texts
        paths["minItems"] = 1
        var properties: [String: Value] = [
            "paths": paths, "aws": aws, "interval": duration, "driftInterval": duration,
            "drift": words(Policy.Drift.self),
            "correctAfter": duration, "cloudTrail": ["type": "boolean"], "prune": prune,
            "status": object(["branch": text], noted: PolicyNotes.status), "owner": text,
            "policy": policy(of: nil), "confirmDelete": texts,
        ]
        for (name, value) in defaults { properties[name]?["default"] = .string(value) }
        let spec = object(properties, required: ["paths"], noted: PolicyNotes.environment)
        var schema = envelope("Environment", "What is watched, where it runs, and how.", spec: spec, policy: nil)
        schema["required"] = ["apiVersion", "kind", "metadata", "spec"]
        return schema
    }

    /// A mapping of these properties and no others, described by `notes`.
    static func object(
        _ members: [String: Value], required: [Value] = [], noted notes: [String: String] = [:]
    ) -> Value {
        var properties = members
        for (name, note) in notes { properties[name]?["description"] = .string(note) }
        var schema: Value = ["type": "object", "additionalProperties": false, "properties": .object(properties)]
        if !required.isEmpty { schema["required"] = .list(required) }
        return schema
    }

    private static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> Value
    where Word.RawValue == String {
        ["enum": .list(Word.allCases.map { .string($0.rawValue) })]
    }
}
