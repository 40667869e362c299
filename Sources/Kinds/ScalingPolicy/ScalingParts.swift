import Model

/// Takes a ScalingPolicy manifest apart: the target, its policies, alarms and schedules.
struct ScalingParts {
    private let owner: Resource
    private var parts: [Resource] = []
    private var diagnostics: [Diagnostic] = []

    init(_ owner: Resource) { self.owner = owner }

    /// The target first, then what stands on it, one after the other: AWS refuses writes to one target at the same time.
    consuming func expanded() -> (parts: [Resource], diagnostics: [Diagnostic]) {
        var target = owner
        // The schedules stay: the target has to know which bounds are their doing.
        for name in ["targetTracking", "stepScaling"] { target.spec[name] = nil }
        parts = [target]
        checkBounds()
        let tracked = items("targetTracking")
        for item in tracked where !isNamed(item) { add(tracking: item) }
        for item in items("stepScaling") { add(step: item) }
        for item in items("scheduled") { add("ScheduledAction", item, without: [], named: "scheduledActionName") }
        // Last, because these may have to wait for a load balancer's name, and what comes after would wait with them.
        for item in tracked where isNamed(item) { add(tracking: item) }
        return (parts, diagnostics)
    }

    private func items(_ name: String) -> [Value] { owner.spec[name]?.list ?? [] }

    private func isNamed(_ item: Value) -> Bool { item["predefinedMetricSpecification"]?["loadBalancer"] != nil }

    private mutating func checkBounds() {
        guard let low = owner.spec["minCapacity"]?.integer, let high = owner.spec["maxCapacity"]?.integer, low > high
        else { return }
        diagnostics.append(
            Diagnostic(
                "minCapacity \(low) is above maxCapacity \(high)", at: owner.spec["minCapacity"]?.keyPlace,
                of: owner.id, path: "/minCapacity"))
    }

    private mutating func add(tracking item: Value) {
        var item = item
        if let metric = item["predefinedMetricSpecification"] {
            let label = ResourceLabel(metric)
            item["predefinedMetricSpecification"] = label.specification
            if let fault = label.fault {
                diagnostics.append(
                    Diagnostic(
                        fault, hint: "state loadBalancer and targetGroup, or resourceLabel",
                        at: metric.keyPlace ?? metric.place, of: owner.id,
                        path: FieldPath(["targetTracking", name(of: item), "predefinedMetricSpecification"])))
            }
        }
        add("TargetTrackingPolicy", item, without: [], named: "policyName")
    }

    private mutating func add(step item: Value) {
        guard let policy = add("StepScalingPolicy", item, without: ["alarm"], named: "policyName"),
            var alarm = item["alarm"]
        else { return }
        alarm["alarmActions"] = [.reference(policy.id, "arn")]
        let awsName = alarm["alarmName"]?.string ?? policy.awsName
        alarm["alarmName"] = nil
        let id = ResourceID("Alarm", "\(owner.id.name)-\(name(of: item))")
        parts.append(part(id, awsName: awsName, alarm, after: policy.id))
        diagnostics += Alarm.faults(of: parts[parts.count - 1])
    }

    @discardableResult
    private mutating func add(
        _ kind: String, _ item: Value, without removed: Set<String>, named nameMember: String
    ) -> Resource? {
        let name = name(of: item)
        let id = ResourceID(kind, "\(owner.id.name)/\(name)")
        guard !parts.contains(where: { $0.id == id }) else {
            diagnostics.append(
                Diagnostic("\(kind) \(name) is stated twice", at: item["name"]?.place ?? item.place, of: owner.id))
            return nil
        }
        var spec = item
        for member in removed.union(["name", nameMember]) { spec[member] = nil }
        spec["service"] = owner.spec["service"]
        let previous = parts.last { $0.id.kind != "Alarm" }?.id ?? owner.id
        let awsName = item[nameMember]?.string ?? "\(serviceName)-\(name)"
        parts.append(part(id, awsName: awsName, spec, after: previous))
        return parts.last
    }

    private func part(_ id: ResourceID, awsName: String, _ spec: Value, after previous: ResourceID) -> Resource {
        Resource(
            id, awsName: awsName, spec: spec, policy: owner.policy, labels: owner.labels,
            place: spec.place ?? owner.place,
            manifest: owner.id, dependsOn: owner.dependsOn.union([owner.id, previous]))
    }

    private var serviceName: String { Service.lastPart(owner.spec["service"]?.string ?? owner.awsName) }
    private func name(of item: Value) -> String { item["name"]?.string ?? "" }
}
