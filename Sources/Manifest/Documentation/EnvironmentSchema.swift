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
            ], required: ["name"])
        var properties: [String: Value] = [
            "apiVersion": ["const": "neap/v1"], "kind": ["const": .string(kind)], "metadata": metadata, "spec": spec,
        ]
        properties["policy"] = policy
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
            "windows": ["type": "array", "items": window, "description": .string(windowNote)],
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
        }
        return object(properties)
    }

    private static let approval: Value = [
        "anyOf": [
            ["const": "required"],
            [
                "type": "array", "uniqueItems": true,
                "items": ["enum": .list(Effect.allCases.map { .string($0.word) })],
            ],
        ],
        "description":
            "Changes that wait until a commit approves them with the trailer that the plan names: all, or those of these effects.",
    ]

    private static let windowNote =
        "When changes may be written: while an entry that allows is open, or always without one; never while one that denies is."
    private static let window: Value = object(
        ["allow": cron, "deny": cron, "duration": duration, "timeZone": ["type": "string", "default": "UTC"]],
        required: ["duration"])
    private static let cron: Value = [
        "type": "string", "pattern": "^\\S+(\\s+\\S+){4}$",
        "description": "When it opens, as cron says it: minute, hour, day of month, month, day of week.",
    ]

    private static let notes = [
        "paths": "Folders with manifests, from the repository's root; `.` is all of it.",
        "aws": "Where it runs; what is left out is the process's own.",
        "interval": "How often Git is asked, 10s to 24h.",
        "cloudTrail": "Whether CloudTrail is asked who made a drift; needs cloudtrail:LookupEvents.",
        "driftInterval": "How often AWS is asked, 10s to 24h.",
        "drift": "What is done about live values that somebody else changed.",
        "correctAfter": "How long drift has to last before it is corrected, 0s to 24h.",
        "prune": "Whether what has no manifest any more is deleted, and how much of it at once (10% unless said).",
        "status": "The branch that status goes to, neap/status/<name> unless said; no two environments share one.",
        "owner": "What the owner tag says; the repository's host and path unless said.",
        "policy": "What every manifest's policy starts from.",
        "confirmDelete": "Deletions that a person agreed to: Kind/name@<last part of the ARN>.",
    ]
    private static let defaults = [
        "interval": "1m", "driftInterval": "5m", "drift": "report", "correctAfter": "10m",
    ]

    /// An environment file.
    static var schema: Value {
        let aws = object([
            "region": text, "accountId": ["type": "string", "pattern": "^[0-9]{12}$"], "assumeRoleArn": text,
        ])
        let prune = object([
            "enabled": truth,
            "maxDeletions": [
                "anyOf": [["type": "integer", "minimum": 0], ["type": "string", "pattern": "^[0-9]+%$"]]
            ],
        ])
        var paths = texts
        paths["minItems"] = 1
        var properties: [String: Value] = [
            "paths": paths, "aws": aws, "interval": duration, "driftInterval": duration,
            "drift": words(Policy.Drift.self),
            "correctAfter": duration, "cloudTrail": ["type": "boolean"], "prune": prune,
            "status": object(["branch": text]), "owner": text,
            "policy": policy(of: nil), "confirmDelete": texts,
        ]
        for (name, note) in notes { properties[name]?["description"] = .string(note) }
        for (name, value) in defaults { properties[name]?["default"] = .string(value) }
        let spec = object(properties, required: ["paths"])
        var schema = envelope("Environment", "What is watched, where it runs, and how.", spec: spec, policy: nil)
        schema["required"] = ["apiVersion", "kind", "metadata", "spec"]
        return schema
    }

    /// A mapping of these properties and no others.
    static func object(_ properties: [String: Value], required: [Value] = []) -> Value {
        var schema: Value = ["type": "object", "additionalProperties": false, "properties": .object(properties)]
        if !required.isEmpty { schema["required"] = .list(required) }
        return schema
    }

    private static func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> Value
    where Word.RawValue == String {
        ["enum": .list(Word.allCases.map { .string($0.rawValue) })]
    }
}
