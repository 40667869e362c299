import Model

/// Who moves the services' counts, and the alarms that have a part in it or in deployments.
extension Discovery {
    mutating func findScaling() async {
        let services = stack.all("Service")
        let stubs = services.map { stub("ScalingPolicy", $0.awsName, ["service": target($0)], key: $0.id.name) }
        let missing = await look(for: stubs) { thing in
            thing.parent = thing.id.name
            thing.service = thing.id.name
        }
        for (key, why) in missing.sorted(by: { $0.key < $1.key }) where ![Self.notThere, Self.notInFiles].contains(why)
        {
            stack.note("what scales service \(key) is left out: \(why)", about: ResourceID("Service", key))
        }
        for service in services where stack.thing("ScalingPolicy", service.id.name) != nil {
            await findPolicies(of: service)
            await findSchedules(of: service)
        }
    }

    /// `service/<cluster>/<name>`.
    private func target(_ service: LiveThing) -> Value { .string("service/\(cluster)/\(service.awsName)") }

    private mutating func findPolicies(of service: LiveThing) async {
        let target = target(service)
        let reply = await ask(
            "application-autoscaling", "DescribeScalingPolicies", ["serviceNamespace": "ecs", "resourceId": target],
            for: "scaling policies of service \(service.awsName)")
        let kinds = ["TargetTrackingScaling": "TargetTrackingPolicy", "StepScaling": "StepScalingPolicy"]
        let policies = reply?["scalingPolicies"]?.list ?? []
        for (type, kind) in kinds.sorted(by: { $0.key < $1.key }) {
            let names = policies.filter { $0["policyType"]?.string == type }.compactMap { $0["policyName"]?.string }
            await findParts(kind, names, target, of: service)
        }
        for policy in policies where kinds[policy["policyType"]?.string ?? ""] == nil {
            let (name, type) = (policy["policyName"]?.string ?? "", policy["policyType"]?.string ?? "")
            stack.note(
                "scaling policy \(name) of service \(service.awsName) is left out: manifests know no \(type)",
                about: service.id)
        }
    }

    private mutating func findSchedules(of service: LiveThing) async {
        let target = target(service)
        let reply = await ask(
            "application-autoscaling", "DescribeScheduledActions", ["serviceNamespace": "ecs", "resourceId": target],
            for: "scheduled actions of service \(service.awsName)")
        let names = (reply?["scheduledActions"]?.list ?? []).compactMap { $0["scheduledActionName"]?.string }
        await findParts("ScheduledAction", names, target, of: service)
    }

    private mutating func findParts(_ kind: String, _ names: [String], _ target: Value, of service: LiveThing) async {
        let stubs = names.sorted().map { stub(kind, $0, ["service": target], key: "\(service.id.name)/\($0)") }
        await observe(stubs) { thing in
            thing.parent = service.id.name
            thing.service = service.id.name
        }
    }

    mutating func findAlarms() async {
        var owners: [String: String] = [:]
        for policy in stack.all("StepScalingPolicy") {
            for alarm in policy.live.detail["alarms"]?.list ?? [] {
                if let name = alarm["alarmName"]?.string, owners[name] == nil { owners[name] = policy.parent }
            }
        }
        for service in stack.all("Service") {
            let alarms = service.live.spec["deploymentConfiguration"]?["alarms"]?["alarmNames"]?.list ?? []
            for name in alarms.compactMap(\.string) where owners[name] == nil { owners[name] = service.id.name }
        }
        let names = owners.keys.filter { !$0.hasPrefix("TargetTracking-") }.sorted()
        await observe(names.map { stub("Alarm", $0) }) { $0.service = owners[$0.id.name] }
    }
}
