import Model
import Simulation

extension ServiceSettings {
    /// The same settings with the role's whole ARN.
    func resolved(in world: World) -> ServiceSettings {
        guard let role = roleArn, !role.hasPrefix("arn:") else { return self }
        var copy = self
        copy.roleArn = "arn:aws:iam::\(world.place.account):role/\(role)"
        return copy
    }

    /// The members that a service, its deployments and its revisions all have.
    func launchMembers(_ names: [String]) -> [String: Value] {
        var members: [String: Value] = [:]
        if strategy.isEmpty {
            members["launchType"] = .string(launchType ?? "EC2")
        } else {
            members["capacityProviderStrategy"] = .list(strategy.map(\.shown))
        }
        for name in names { members[name] = passed[name] }
        return members
    }
}

extension ServiceLoadBalancer {
    /// A row of `loadBalancers`.
    var shown: Value {
        var members: [String: Value] = [
            "targetGroupArn": .string(targetGroupArn), "containerName": .string(containerName),
            "containerPort": .integer(containerPort),
        ]
        if let advanced {
            var row: [String: Value] = [
                "alternateTargetGroupArn": .string(advanced.alternateTargetGroupArn),
                "productionListenerRule": .string(advanced.productionListenerRule),
            ]
            row["testListenerRule"] = advanced.testListenerRule.map { .string($0) }
            row["roleArn"] = advanced.roleArn.map { .string($0) }
            members["advancedConfiguration"] = .object(row)
        }
        return .object(members)
    }
}

extension PlacementStrategy {
    /// A row of `placementStrategy`.
    var shown: Value { field.isEmpty ? ["type": .string(type)] : ["type": .string(type), "field": .string(field)] }
}

extension PlacementConstraint {
    /// A row of `placementConstraints`.
    var shown: Value {
        expression.isEmpty ? ["type": .string(type)] : ["type": .string(type), "expression": .string(expression)]
    }
}
