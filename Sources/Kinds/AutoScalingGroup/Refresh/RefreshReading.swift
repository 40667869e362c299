import Model

/// Reads a group's newest instance refresh, and shows the group the way that it is going.
enum RefreshReading {
    /// `group`, AWS's own answer, with `refresh` in it when one is or was under way.
    ///
    /// Asked only where instances and templates differ, or a refresh of ours is not known to have ended: a settled group
    /// costs nothing. Throws what AWS answers.
    static func noted(in group: Value, of resource: Resource, _ context: ObservationContext) async throws -> Value {
        let recorded = context.recorded[resource.id] ?? [:]
        guard isConcerned(group, resource, recorded) else { return group }
        let input: Value = ["autoScalingGroupName": .string(resource.awsName), "maxRecords": 1]
        let reply = try await context.aws.send(AWSCall("autoscaling", "DescribeInstanceRefreshes", input))
        guard var refresh = reply["instanceRefreshes"]?.list?.first else { return group }
        let id = refresh["instanceRefreshId"]
        let attempt = attempts(recorded).last { $0["refresh"] == id }
        // One that does what Git wants is as good as ours: a crash may have hidden that it is.
        let desired = GroupConfiguration(refresh["desiredConfiguration"])
        let isWanted = GroupConfiguration(resource.spec)?.isPart(of: desired) == true
        refresh["isOurs"] = .bool(attempt != nil || recorded["refresh"] == id || isWanted)
        refresh["obstacle"] = recorded["ended"] == id ? recorded["obstacle"] : attempt?["reason"]
        refresh["isPaused"] = .bool(attempt?["result"] == "paused" || recorded["paused"] == id)
        var noted = group
        noted["refresh"] = refresh
        return noted
    }

    /// What `refreshes/` remembers of the group: the newest attempt of each version, the newest one last.
    private static func attempts(_ recorded: [String: Value]) -> [Value] { recorded["refreshes"]?.list ?? [] }

    private static func isConcerned(_ group: Value, _ resource: Resource, _ recorded: [String: Value]) -> Bool {
        let newest = attempts(recorded).last?["result"]?.string ?? ""
        if ["progressing", "paused"].contains(newest) || recorded["refresh"] != nil { return true }
        let instances = group["instances"]?.list ?? []
        guard !instances.isEmpty, let wanted = GroupConfiguration(resource.spec) else { return false }
        guard let own = GroupConfiguration(group), wanted.isPart(of: own) else { return true }
        return instances.contains { $0["lifecycleState"] == "InService" && !own.isMade($0) }
    }

    /// The members that say what instances are made of, as they are once the group's refresh has ended: while one with a
    /// desired configuration runs, they are its (aws-facts 2.1).
    static func configured(_ spec: Value, _ group: Value, of resource: Resource, _ recorded: [String: Value]) -> Value {
        let wanted = GroupConfiguration(resource.spec)
        let refresh = InstanceRefresh(group)
        if let refresh, refresh.phase == .replacing, let desired = refresh.desired {
            let shown = wanted?.isPart(of: desired) == true ? wanted?.value : desired.value
            return GroupTemplates.aligned(replacing(spec, by: shown ?? desired.value), with: resource.spec)
        }
        let isDone = refresh?.phase == .successful && wanted?.isPart(of: refresh?.desired) == true
        guard let refresh, !refresh.isActive, !isDone, !attempts(recorded).isEmpty else { return spec }
        return strays(spec, group, wanted)
    }

    private static func replacing(_ spec: Value, by configuration: Value) -> Value {
        GroupConfiguration.members.reduce(spec) { spec, name in
            var copy = spec
            let known = AutoScalingGroup.schema.shape.child(name)
            copy[name] = configuration[name].map { known?.projecting($0) ?? $0 }
            return copy
        }
    }

    /// A roll that was given up leaves instances of the other version in a group that Git says nothing new of: shown as
    /// the group's version, so that they are a difference.
    private static func strays(_ spec: Value, _ group: Value, _ wanted: GroupConfiguration?) -> Value {
        guard let own = GroupConfiguration(group), let wanted, wanted.isPart(of: own) else { return spec }
        let stray = (group["instances"]?.list ?? []).first { $0["lifecycleState"] == "InService" && !own.isMade($0) }
        guard let version = stray?["launchTemplate"]?["version"] else { return spec }
        return GroupTemplates.with(version: version, in: spec)
    }
}
