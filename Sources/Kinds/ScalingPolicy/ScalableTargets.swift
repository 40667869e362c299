import Model

/// What the scaling kinds share: how Application Auto Scaling names a service's count.
enum ScalableTargets {
    static let service = "application-autoscaling"
    static let namespace: Value = "ecs"
    static let dimension: Value = "ecs:service:DesiredCount"

    /// `service/<cluster>/<name>` of the service that a spec names, by output or by ARN; nil while it is not known.
    static func resourceID(_ spec: Value) -> Value? {
        guard let named = spec["service"] else { return nil }
        guard let text = named.string else { return named }
        return .string(text.split(separator: ":").last.map(String.init) ?? text)
    }

    /// The members that name the target in every request.
    static func identity(_ spec: Value) -> [String: Value] {
        var members = ["serviceNamespace": namespace, "scalableDimension": dimension]
        members["resourceId"] = resourceID(spec)
        return members
    }

    /// Things below targets by their names, `size` names a call; `live` may say that one is of another kind.
    static func observe(
        _ resources: [Resource], _ operation: String, names member: String, list: String, name: String, size: Int,
        _ context: ObservationContext, _ live: (Resource, Value) -> Observation
    ) async -> [ResourceID: Observation] {
        await Batches.observe(resources, by: size) { batch in
            let names = Set(batch.map(\.awsName)).sorted().map { Value.string($0) }
            let input = Value.object(["serviceNamespace": namespace, member: .list(names)])
            let reply = try await context.aws.sendAll(AWSCall(service, operation, input))
            var found: [ResourceID: Observation] = [:]
            for resource in batch {
                // Names are only unique below their target.
                let item = (reply[list]?.list ?? []).first {
                    $0[name]?.string == resource.awsName && $0["resourceId"] == resourceID(resource.spec)
                }
                found[resource.id] = item.map { live(resource, $0) }
            }
            return found
        }
    }
}
