import Model

/// ECS's task definitions: every registration is a new revision, with AWS's defaults filled in.
struct FakeTaskDefinitions: FakeService {
    static let service = "ecs"
    private var families: [String: [Value]] = [:]
    private var tags: [String: Value] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        switch call.operation {
        case "RegisterTaskDefinition": return register(call.input)
        case "DescribeTaskDefinition": return try describe(call)
        case "DeregisterTaskDefinition": return deregister(call.input)
        default: return nil
        }
    }

    private mutating func deregister(_ input: Value) -> Value {
        let arn = input["taskDefinition"]?.string ?? ""
        families = families.mapValues { $0.filter { $0["taskDefinitionArn"]?.string != arn } }
        return ["taskDefinition": ["taskDefinitionArn": .string(arn), "status": "INACTIVE"]]
    }

    private mutating func register(_ input: Value) -> Value {
        let family = input["family"]?.string ?? ""
        let revision = (families[family]?.count ?? 0) + 1
        let arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/\(family):\(revision)"
        var definition = Self.filled(input)
        definition["taskDefinitionArn"] = .string(arn)
        definition["revision"] = .integer(revision)
        definition["status"] = "ACTIVE"
        definition["compatibilities"] = ["EXTERNAL", "EC2"]
        definition["requiresAttributes"] = [["name": "com.amazonaws.ecs.capability.docker-remote-api.1.18"]]
        definition["registeredAt"] = 1_700_000_000.5
        definition["registeredBy"] = "arn:aws:iam::123456789012:role/neap"
        definition["tags"] = nil
        families[family, default: []].append(definition)
        tags[arn] = input["tags"]
        return ["taskDefinition": definition, "tags": input["tags"] ?? []]
    }

    private func describe(_ call: AWSCall) throws -> Value {
        let name = call.input["taskDefinition"]?.string ?? ""
        let all = families.values.joined()
        let found = all.first { $0["taskDefinitionArn"]?.string == name } ?? families[name]?.last
        guard let found else { throw fakeError(call, "ClientException", "Unable to describe task definition.") }
        return ["taskDefinition": found, "tags": tags[found["taskDefinitionArn"]?.string ?? ""] ?? []]
    }

    private static func filled(_ input: Value) -> Value {
        var copy = input
        for name in ["volumes", "placementConstraints"] { copy[name] = input[name] ?? [] }
        copy["networkMode"] = input["networkMode"] ?? "bridge"
        let isMapped = !["awsvpc", "host"].contains(copy["networkMode"]?.string ?? "")
        copy["containerDefinitions"] = .list(
            (input["containerDefinitions"]?.list ?? []).reversed().map { filled(container: $0, isMapped) })
        return copy
    }

    private static func filled(container: Value, _ isMapped: Bool) -> Value {
        var copy = container.defaulting(["cpu": 0, "essential": true])
        for name in ["environment", "mountPoints", "volumesFrom", "portMappings", "systemControls"] {
            copy[name] = container[name] ?? []
        }
        copy["environment"] = .list((copy["environment"]?.list ?? []).reversed())
        copy["portMappings"] = .list(
            (copy["portMappings"]?.list ?? []).map { mapping in
                mapping.defaulting(["protocol": "tcp", "hostPort": isMapped ? 0 : mapping["containerPort"] ?? 0])
            })
        copy["healthCheck"] = container["healthCheck"]?.defaulting(["interval": 30, "timeout": 5, "retries": 3])
        return copy
    }
}

extension Value {
    /// The value with those members of `defaults` that it lacks.
    func defaulting(_ defaults: [String: Value]) -> Value {
        .object((object ?? [:]).merging(defaults) { stated, _ in stated })
    }
}
