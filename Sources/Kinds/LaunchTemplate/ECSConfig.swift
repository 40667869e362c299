import AWSWire
import Model

/// `ecsConfig` of a launch template: what the ECS agent of an instance is told.
enum ECSConfig {
    static let shape = ShapeReference.structure(
        "ECSConfig",
        [
            Member("cluster", .string), Member("spotInstanceDraining", .boolean),
            Member("containerStopTimeout", .string),
            Member(
                "imagePullBehavior",
                ShapeReference(
                    Shape("ImagePullBehavior", .enumeration(["default", "always", "once", "prefer-cached"])))),
            Member("reservedMemory", .integer), Member("attributes", .stringMap), Member("variables", .stringMap),
            Member("registryCredentials", credentials),
        ])

    private static let credentials = ShapeReference.structure(
        "RegistryCredentials",
        [
            Member("ssm", .string), Member("secret", .string),
            Member("type", ShapeReference(Shape("RegistryCredentialsType", .enumeration(["dockercfg", "docker"])))),
        ])

    static let rules: [FieldRule] = [
        FieldRule("", note: "What the ECS agent is told; rendered into the user data."),
        FieldRule("/cluster", target: .init("Cluster", "name", waits: false)),
        FieldRule(
            "/containerStopTimeout", normal: duration,
            note: "How long a container may take to stop, as `30s` or `2m`; on Spot below two minutes."),
        FieldRule("/variables", sensitive: true, note: "Further ECS_ variables of the agent."),
        FieldRule("/variables/*", sensitive: true, normal: Normal.text),
        FieldRule("/attributes/*", normal: Normal.text),
        FieldRule(
            "/registryCredentials",
            note: "The SSM parameter or the secret with the registry credentials, read when an instance boots."),
        FieldRule("/registryCredentials/type", absent: "dockercfg"),
    ]

    /// `2m` and `120s` are the same; what is no duration stays, to be complained about.
    private static let duration: @Sendable (Value) -> Value = { value in
        guard let text = value.string, let seconds = seconds(of: text) else { return value }
        return Value(.string("\(seconds)s"), at: value.place, key: value.keyPlace)
    }

    /// Whole seconds of `30s`, `2m` or `1m30s`; nil for anything else.
    static func seconds(of text: String) -> Int? {
        var total = 0
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if let count = Int(digits), let unit = ["s": 1, "m": 60, "h": 3600][character] {
                total += count * unit
                digits = ""
            } else {
                return nil
            }
        }
        return digits.isEmpty && !text.isEmpty ? total : nil
    }

    /// The agent's variables, in their order.
    static func variables(of config: Value) -> [(name: String, value: String)] {
        let named: [(String, String?)] = [
            ("ECS_CLUSTER", config["cluster"].flatMap(name)),
            ("ECS_ENABLE_SPOT_INSTANCE_DRAINING", config["spotInstanceDraining"]?.scalarText),
            ("ECS_CONTAINER_STOP_TIMEOUT", config["containerStopTimeout"].map { duration($0) }?.scalarText),
            ("ECS_IMAGE_PULL_BEHAVIOR", config["imagePullBehavior"]?.scalarText),
            ("ECS_RESERVED_MEMORY", config["reservedMemory"]?.scalarText),
            ("ECS_INSTANCE_ATTRIBUTES", config["attributes"].map { String(decoding: JSON.write($0), as: UTF8.self) }),
        ]
        let further = (config["variables"]?.sortedMembers ?? []).map { ($0.name, $0.value.scalarText) }
        return (named + further).compactMap { name, value in value.map { (name, $0) } }
    }

    /// A cluster that is not yet known by AWS's name is known by its manifest's.
    private static func name(_ cluster: Value) -> String? { cluster.string ?? cluster.reference?.resource.name }

    /// The configuration that `variables` spell; the other way round of `variables(of:)`.
    ///
    /// Throws when the attributes are not JSON.
    static func config(from variables: [(name: String, value: String)]) throws(JSON.SyntaxError) -> Value {
        var config = Value.emptyObject
        var further: [String: Value] = [:]
        for (name, value) in variables {
            switch name {
            case "ECS_CLUSTER": config["cluster"] = .string(value)
            case "ECS_ENABLE_SPOT_INSTANCE_DRAINING": config["spotInstanceDraining"] = .bool(value == "true")
            case "ECS_CONTAINER_STOP_TIMEOUT": config["containerStopTimeout"] = .string(value)
            case "ECS_IMAGE_PULL_BEHAVIOR": config["imagePullBehavior"] = .string(value)
            case "ECS_RESERVED_MEMORY": config["reservedMemory"] = Int(value).map { .integer($0) }
            case "ECS_INSTANCE_ATTRIBUTES": config["attributes"] = try JSON.parse(Array(value.utf8))
            default: further[name] = .string(value)
            }
        }
        if !further.isEmpty { config["variables"] = .object(further) }
        return config
    }
}
