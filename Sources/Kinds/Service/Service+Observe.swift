import AWSECS
import Model

extension Service {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        var found: [ResourceID: Observation] = [:]
        let clusters = Dictionary(grouping: resources) { $0.spec["cluster"]?.string ?? "default" }
        for (cluster, members) in clusters.sorted(by: { $0.key < $1.key }) {
            let answers = await Batches.observe(members, by: 10) { try await observe($0, in: cluster, context) }
            found.merge(answers) { _, new in new }
        }
        found = await RolloutReading.noted(in: found, of: resources, context)
        found = await DeploymentHistory.noted(in: found, of: resources, context)
        found = await EvidenceReading.noted(in: found, of: resources, context)
        return await ServiceAutoscaling.noted(in: found, of: resources, context)
    }

    private static func observe(
        _ batch: [Resource], in cluster: String, _ context: ObservationContext
    ) async throws -> [ResourceID: Observation] {
        let input: Value = [
            "cluster": .string(cluster), "services": .list(batch.map { .string($0.awsName) }), "include": ["TAGS"],
        ]
        let reply = try await context.aws.send(AWSCall("ecs", "DescribeServices", input))
        var found: [ResourceID: Observation] = [:]
        for resource in batch {
            let services = (reply["services"]?.list ?? []).filter { $0["serviceName"]?.string == resource.awsName }
            // A deleted service of the same name may be listed beside the one that lives.
            let service = services.first { $0["status"]?.string == "ACTIVE" } ?? services.first
            found[resource.id] = service.map { observation($0, resource) } ?? failure(reply, resource)
        }
        return found
    }

    private static func failure(_ reply: Value, _ resource: Resource) -> Observation {
        let failures = (reply["failures"]?.list ?? []).map(ECS.Failure.init)
        let mine = failures.first { $0.arn.map(lastPart) == resource.awsName }
        guard let reason = mine?.reason, reason != "MISSING" else { return .absent }
        return .unknown("ECS does not describe the service: \(reason)")
    }

    private static func observation(_ service: Value, _ resource: Resource) -> Observation {
        switch service["status"]?.string {
        case "ACTIVE": .live(live(service, resource))
        case "INACTIVE": .absent
        case "DRAINING": .departing("its tasks are still draining")
        case let status: .unknown("has the status \(status ?? "none"), which is neither ACTIVE nor INACTIVE")
        }
    }

    private static func live(_ service: Value, _ resource: Resource) -> Live {
        let view = ECS.Service(service)
        let tags = TagStyle.read(service["tags"])
        let cluster = lastPart(view.clusterArn ?? "default")
        let outputs: [String: Value] = [
            "arn": .string(view.serviceArn ?? ""), "name": .string(resource.awsName),
            "resourceId": .string("service/\(cluster)/\(resource.awsName)"),
            "deployment": .string(primary(service)?.id ?? ""),
        ].merging(RolloutWord.outputs(service, wanted: resource.spec["taskDefinition"])) { $1 }
        return Live(spec: spec(service, resource, tags), outputs: outputs, tags: tags, detail: withoutRepeats(service))
    }

    /// ECS says every six hours that a service is steady, and keeps a hundred events: only the last time says anything, and a
    /// thousand services would hold a hundred thousand of them.
    private static func withoutRepeats(_ service: Value) -> Value {
        guard let events = service["events"]?.list else { return service }
        let steady = events.filter(isSteady).map { $0["createdAt"].flatMap(Evidence.seconds) ?? 0 }.max()
        var copy = service
        copy["events"] = .list(
            events.filter { !isSteady($0) || $0["createdAt"].flatMap(Evidence.seconds) ?? 0 == steady })
        return copy
    }

    private static func isSteady(_ event: Value) -> Bool {
        event["message"]?.string.map(Evidence.saysSteady) == true
    }

    private static func spec(_ service: Value, _ resource: Resource, _ tags: [String: String]) -> Value {
        var spec = schema.liveSpec(service)
        spec["cluster"] = service["clusterArn"]
        spec["deploymentConfiguration"] = spec["deploymentConfiguration"].map(withoutBreakerDefaults)
        spec["role"] = role(service["roleArn"], resource.spec["role"])
        spec["tags"] = TagStyle.spec(tags)
        // ECS shows these only with the deployment that they belong to.
        for name in ["serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations"] {
            if let member = schema.shape.child(name), let value = primary(service)?.raw[name] {
                spec[name] = member.projecting(value)
            }
        }
        return spec
    }

    /// ECS fills in what the circuit breaker counts, and older answers lack it: at its defaults it says nothing.
    private static func withoutBreakerDefaults(_ configuration: Value) -> Value {
        let defaults: [String: Value] = [
            "resetOnHealthyTask": true, "thresholdConfiguration": ["type": "BOUNDED_PERCENT", "value": 50],
        ]
        return defaults.reduce(configuration) { value, entry in
            let path = ["deploymentCircuitBreaker", entry.key]
            return value[FieldPath(path)] == entry.value ? value.setting(nil, at: path[...]) : value
        }
    }

    /// The role as the manifest spells it, when that is a name.
    private static func role(_ live: Value?, _ wanted: Value?) -> Value? {
        guard let name = wanted?.string, live?.string?.hasSuffix("/\(name)") == true else { return live }
        return wanted
    }

    /// The newest deployment: the one that ECS works towards.
    static func primary(_ service: Value) -> ECS.Deployment? {
        (service["deployments"]?.list ?? []).map(ECS.Deployment.init).first { $0.status == "PRIMARY" }
    }
}
