import Model

/// Puts parts back into the manifest that a person would write them in.
struct Folding {
    let stack: LiveStack
    let references: ReferenceNames

    /// True when a thing stands inside another one's manifest: an alarm that only drives a step scaling policy.
    func isFolded(_ thing: LiveThing) -> Bool {
        thing.id.kind == "Alarm" && stack.all("StepScalingPolicy").contains { alarm(of: $0)?.id == thing.id }
    }

    /// Every part that stands in the manifest of `thing`.
    func parts(of thing: LiveThing) -> [LiveThing] {
        let key = thing.id.name
        switch thing.id.kind {
        case "LoadBalancer":
            let listeners = stack.parts("Listener", of: key)
            return listeners + listeners.flatMap { stack.parts("ListenerRule", of: $0.id.name) }
        case "ScalingPolicy": return stack.parts("StepScalingPolicy", of: key).compactMap { alarm(of: $0) }
        default: return []
        }
    }

    /// Adds the parts of `thing`, each as `composed` makes it.
    func fold(into spec: inout Value, of thing: LiveThing, _ composed: (LiveThing) -> Value) {
        switch thing.id.kind {
        case "LoadBalancer": spec["listeners"] = listeners(of: thing, composed)
        case "ScalingPolicy": foldScaling(into: &spec, of: thing, composed)
        case "Cluster":
            guard let part = stack.parts("ClusterCapacityProviders", of: thing.id.name).first else { return }
            for (name, value) in composed(part).object ?? [:] where name != "cluster" { spec[name] = value }
        default: break
        }
    }

    private func listeners(of balancer: LiveThing, _ composed: (LiveThing) -> Value) -> Value? {
        let listeners = stack.parts("Listener", of: balancer.id.name).map { listener in
            var item = composed(listener)
            for name in ["loadBalancer", "loadBalancerArn"] { item[name] = nil }
            let rules = stack.parts("ListenerRule", of: listener.id.name).map { rule in
                var item = composed(rule)
                for name in ["listener", "listenerArn"] { item[name] = nil }
                return item
            }
            item["rules"] = rules.isEmpty ? nil : .list(Self.sorted(rules, by: "priority"))
            return item
        }
        return listeners.isEmpty ? nil : .list(Self.sorted(listeners, by: "port"))
    }

    private static func sorted(_ items: [Value], by member: String) -> [Value] {
        items.sorted { ($0[member]?.integer ?? 0) < ($1[member]?.integer ?? 0) }
    }

    private func foldScaling(into spec: inout Value, of target: LiveThing, _ composed: (LiveThing) -> Value) {
        let service = spec["service"]?.string.map(Discovery.lastPart) ?? target.awsName
        let members = [
            ("targetTracking", "TargetTrackingPolicy", "policyName"),
            ("stepScaling", "StepScalingPolicy", "policyName"),
            ("scheduled", "ScheduledAction", "scheduledActionName"),
        ]
        for (member, kind, nameMember) in members {
            var taken: Set<String> = []
            let items = stack.parts(kind, of: target.id.name).map { part in
                var item = composed(part)
                item["service"] = nil
                let (name, awsName) = Self.name(part.awsName, service, &taken)
                item["name"] = .string(name)
                item[nameMember] = awsName.map { .string($0) }
                if let metric = item["predefinedMetricSpecification"] {
                    item["predefinedMetricSpecification"] = counted(metric)
                }
                item["alarm"] = alarm(of: part).map { nested($0, composed) }
                return item
            }
            spec[member] = items.isEmpty ? nil : .list(items)
        }
    }

    /// The manifest's name of a policy, and AWS's where that is not `<service>-<name>`.
    private static func name(_ awsName: String, _ service: String, _ taken: inout Set<String>) -> (String, String?) {
        let prefix = service + "-"
        if awsName.hasPrefix(prefix), awsName.count > prefix.count {
            let name = String(awsName.dropFirst(prefix.count))
            if taken.insert(name).inserted { return (name, nil) }
        }
        var name = Names.kebab(awsName)
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(Names.kebab(awsName))-\(number)"
            number += 1
        }
        return (name, awsName)
    }

    /// The counted target group by the names of manifests.
    private func counted(_ metric: Value) -> Value {
        guard let label = metric["resourceLabel"]?.string, let mark = label.firstRange(of: "/targetgroup/"),
            let balancer = references.name("LoadBalancer", "fullName", String(label[..<mark.lowerBound])),
            let group = references.name("TargetGroup", "fullName", String(label[mark.lowerBound...].dropFirst()))
        else { return metric }
        var copy = metric
        copy["resourceLabel"] = nil
        copy["loadBalancer"] = .string(balancer)
        copy["targetGroup"] = .string(group)
        return copy
    }

    /// The one alarm of a step scaling policy, when all it does is to drive that.
    private func alarm(of policy: LiveThing) -> LiveThing? {
        guard policy.id.kind == "StepScalingPolicy" else { return nil }
        let named = (policy.live.detail["alarms"]?.list ?? []).compactMap { $0["alarmName"]?.string }
        guard named.count == 1, let name = named.first, let alarm = stack.thing("Alarm", name) else { return nil }
        let spec = alarm.live.spec
        let drives = spec["alarmActions"]?.list == policy.live.outputs["arn"].map { [$0] }
        let others = ["okActions", "insufficientDataActions"].contains { spec[$0]?.list?.isEmpty == false }
        return drives && !others ? alarm : nil
    }

    private func nested(_ alarm: LiveThing, _ composed: (LiveThing) -> Value) -> Value {
        var item = composed(alarm)
        for name in ["alarmActions", "okActions", "insufficientDataActions"] { item[name] = nil }
        item["alarmName"] = .string(alarm.awsName)
        return item
    }
}
