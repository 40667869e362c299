import Model

extension ComposeReader {
    /// How many tasks there are, and how a new revision takes over.
    mutating func deploy(_ node: ForeignNode, _ service: inout CarriedService) {
        let deploy = node["deploy"]
        ledger.pass(deploy?["endpoint_mode"])
        ledger.pass(deploy?["restart_policy"])
        ledger.leave(deploy?["labels"], "tags are what ECS services have: write them under tags")
        ledger.leave(
            deploy?["placement"],
            "ECS places by placementStrategy and placementConstraints, over instances' attributes")
        ledger.leave(deploy?["rollback_config"], "a rollback goes at the pace of a deployment")
        guard var members = service.service else {
            if deploy?["mode"]?.text?.hasSuffix("-job") == true { ledger.carry(deploy?["mode"]) }
            for name in ["replicas", "update_config", "mode"] { ledger.pass(deploy?[name]) }
            ledger.pass(node["scale"])
            return
        }
        let count = ledger.integer(deploy?["replicas"]) ?? ledger.integer(node["scale"])
        members["desiredCount"] = .integer(count ?? 1)
        ledger.pass(node["scale"])
        let mode = mode(deploy?["mode"])
        if mode == "global" {
            members["schedulingStrategy"] = "DAEMON"
            for name in ["desiredCount", "placement", "capacityProviderStrategy"] { members[name] = nil }
            members["launchType"] = "EC2"
            members["deploymentConfiguration"]?["minimumHealthyPercent"] = 0
            members["deploymentConfiguration"]?["maximumPercent"] = 100
        }
        update(deploy?["update_config"], count: count ?? 1, isGlobal: mode == "global", &members)
        if service.keepsData, deploy?["update_config"] == nil, mode != "global" { stopFirst(node, &members) }
        service.service = members
    }

    /// One task on every instance where there are instances: Fargate has none.
    private mutating func mode(_ node: ForeignNode?) -> String? {
        guard node?.text == "global" else {
            ledger.pass(node)
            return node?.text
        }
        guard stack.capacity == .ec2 else {
            ledger.leave(node, "needs instances: Fargate runs the desired count of tasks")
            return nil
        }
        ledger.carry(node)
        return "global"
    }

    /// Two servers must not write to one folder: as Compose has it, the old task stops before the new one starts.
    private mutating func stopFirst(_ node: ForeignNode, _ members: inout [String: Value]) {
        members["deploymentConfiguration"]?["minimumHealthyPercent"] = 0
        members["deploymentConfiguration"]?["maximumPercent"] = 100
        ledger.note(
            node["volumes"] ?? node,
            "is written to, so that the old task stops before the new one starts (minimumHealthyPercent 0, "
                + "maximumPercent 100); `deploy.update_config.order: start-first` has it the other way round")
    }

    private mutating func update(
        _ node: ForeignNode?, count: Int, isGlobal: Bool, _ members: inout [String: Value]
    ) {
        guard let node else { return }
        for name in ["delay", "monitor", "max_failure_ratio"] {
            ledger.leave(node[name], "ECS rolls by health alone; deploymentConfiguration holds what there is to say")
        }
        let action = ledger.text(node["failure_action"])
        members["deploymentConfiguration"]?["deploymentCircuitBreaker"] = [
            "enable": .bool(action != "continue"), "rollback": .bool(action == nil || action == "rollback"),
        ]
        let parallel = ledger.integer(node["parallelism"]) ?? 1
        let order = ledger.text(node["order"]) ?? "stop-first"
        guard !isGlobal, count > 0 else { return }
        let share = parallel == 0 ? 100 : min(100, (parallel * 100 + count - 1) / count)
        let startsFirst = order == "start-first"
        members["deploymentConfiguration"]?["minimumHealthyPercent"] = .integer(startsFirst ? 100 : 100 - share)
        members["deploymentConfiguration"]?["maximumPercent"] = .integer(startsFirst ? 100 + share : 100)
    }

    /// What a service waits for: others that are live, or a task that has run before it.
    mutating func dependencies(of node: ForeignNode, _ service: inout CarriedService) {
        guard let depends = node["depends_on"] else { return }
        let waited: [(name: String, node: ForeignNode, condition: String)] =
            depends.isMapping
            ? depends.members.map { ($0.name, $0.node, $0.node["condition"]?.text ?? "service_started") }
            : depends.items.map { ($0.text ?? "", $0, "service_started") }
        for (name, node, condition) in waited {
            if node.isMapping {
                ledger.carry(node["condition"])
                ledger.leave(node["restart"], "ECS restarts no service for another one's sake")
                ledger.pass(node["required"])
            } else {
                ledger.carry(node)
            }
            guard names[name] != nil else {
                ledger.note(node, "there is no service \(name)")
                continue
            }
            wait(for: name, condition, node, &service)
        }
    }

    private mutating func wait(
        for name: String, _ condition: String, _ node: ForeignNode, _ service: inout CarriedService
    ) {
        let other = manifestName(name)
        guard service.service != nil else {
            return ledger.note(node, "a task waits for nobody: \(other) has to be there when it runs")
        }
        guard condition == "service_completed_successfully" || jobs.contains(name) else {
            service.dependsOn.append(other)
            return
        }
        guard service.service?["beforeRollout"] == nil else {
            return ledger.note(node, "one task runs before a rollout: let it run \(other) too, or put both into one")
        }
        service.service?["beforeRollout"] = ["taskDefinition": .string(other)]
    }
}

/// Who waits for whom in a Compose file.
enum ComposeDependencies {
    /// True for what states that it is not started again, which is what a command that ends says.
    static func runsOnce(_ service: ForeignNode) -> Bool {
        let restart = service["restart"]?.text ?? "any"
        let mode = service["deploy"]?["mode"]?.text ?? "replicated"
        return restart == "no" && service["ports"] == nil || mode.hasSuffix("-job")
    }

    /// Services that others wait for until they have ended, unless others wait for them to go on too. One that runs once
    /// does not go on, whatever they say.
    static func jobs(of services: ForeignNode) -> Set<String> {
        var (ended, live): (Set<String>, Set<String>) = ([], [])
        // By services: what runs once itself has nobody wait in its place.
        var awaited: Set<String> = []
        for (_, service) in services.members {
            guard let depends = service["depends_on"] else { continue }
            if !runsOnce(service) { awaited.formUnion(depends.items.compactMap(\.text) + depends.members.map(\.name)) }
            for item in depends.items { item.text.map { _ = live.insert($0) } }
            for (name, node) in depends.members {
                if node["condition"]?.text == "service_completed_successfully" {
                    ended.insert(name)
                } else {
                    live.insert(name)
                }
            }
        }
        let once = Set(services.members.lazy.filter { runsOnce($0.node) }.map(\.name))
        return ended.subtracting(live).union(once.intersection(awaited))
    }
}
