import Model

extension CopilotReader {
    /// A service or a job.
    mutating func service(_ name: String, _ kind: CopilotKind, _ node: ForeignNode) -> CarriedService {
        var service = CarriedService(name: name)
        service.family = "\(stack.name)-\(name)"
        task(node, &service)
        var container = self.container(node, name)
        let sidecars = (node["sidecars"]?.members ?? []).map { sidecar($0.name, $0.node, of: name) }
        storage(node["storage"], &container, &service)
        service.containers = [.object(container)] + sidecars.map { .object($0) }
        logging(node["logging"], &service)
        ports(node, &service)
        if kind == .job {
            schedule(node, name)
            service.service = nil
        } else {
            service.service = members(node)
            deployment(node["deployment"], &service)
            if kind == .web { routes(node["http"], "public", &service) }
            if kind == .backend { routes(node["http"], "private", &service) }
            count(node["count"], from: kind == .web ? "public" : "private", &service)
            networkBalancer(node["nlb"], &service)
            connect(node, &service)
        }
        overrides(node["taskdef_overrides"], &service)
        leaveWhatIsNotECS(node)
        return service
    }

    private mutating func task(_ node: ForeignNode, _ service: inout CarriedService) {
        service.task["executionRoleArn"] = "ecsTaskExecutionRole"
        service.task["networkMode"] = "awsvpc"
        service.task["requiresCompatibilities"] = stack.capacity == .ec2 ? ["EC2"] : ["FARGATE"]
        let cpu = ledger.integer(node["cpu"]) ?? 256
        let memory = ledger.integer(node["memory"]) ?? 512
        service.task["cpu"] = .string(String(cpu))
        service.task["memory"] = .string(String(memory))
        platform(node["platform"], &service)
    }

    private mutating func platform(_ node: ForeignNode?, _ service: inout CarriedService) {
        guard let node else { return }
        let parts = (ledger.text(node.isMapping ? nil : node) ?? "").split(separator: "/").map(String.init)
        let system = ledger.text(node.isMapping ? node["osfamily"] : nil) ?? parts.first ?? "linux"
        let processor = ledger.text(node.isMapping ? node["architecture"] : nil) ?? parts.last ?? "x86_64"
        let isARM = ["arm64", "arm"].contains(processor.lowercased())
        if !isARM, !["x86_64", "amd64"].contains(processor.lowercased()) {
            ledger.note(node, "\(processor) is no processor that ECS has: X86_64 is written")
        }
        let usual = system.lowercased() == "windows" ? "WINDOWS_SERVER_2019_CORE" : system.uppercased()
        guard isARM || usual != "LINUX" else { return }
        service.task["runtimePlatform"] = [
            "cpuArchitecture": isARM ? "ARM64" : "X86_64", "operatingSystemFamily": .string(usual),
        ]
    }

    /// Where a service's tasks run.
    private mutating func members(_ node: ForeignNode) -> [String: Value] {
        var members: [String: Value] = [
            "enableECSManagedTags": true, "propagateTags": "SERVICE", "networkConfiguration": network(node["network"]),
        ]
        switch stack.capacity {
        case .fargate: members["launchType"] = "FARGATE"
        case .ec2:
            members["placement"] = "azBalancedSpread"
            if stack.cluster == nil {
                members["capacityProviderStrategy"] = [["capacityProvider": .string(stack.name), "weight": 1]]
            }
        }
        let exec = node["exec"]
        if ledger.truth(exec?.isMapping == true ? exec?["enable"] : exec) == true {
            members["enableExecuteCommand"] = true
        }
        return members
    }

    private mutating func network(_ node: ForeignNode?) -> Value {
        let vpc = node?["vpc"]
        var configuration: [String: Value] = [:]
        let placement = vpc?["placement"]
        let isPrivate = !stack.network.tasksArePublic || placement?.text == "private"
        configuration["subnets"] = .list(isPrivate ? stack.network.privateSubnets : stack.network.publicSubnets)
        if let subnets = subnets(placement?["subnets"]) {
            configuration["subnets"] = .list(subnets)
        } else if !isPrivate {
            configuration["assignPublicIp"] = "ENABLED"
        }
        if placement?.isMapping != true { ledger.carry(placement) }
        if !stack.network.tasksArePublic, placement?.text != "private", placement?.isMapping != true {
            placement.map {
                ledger.note($0, "tasks on instances have no public address: they stand in private subnets")
            }
        }
        configuration["securityGroups"] = .list(groups(vpc?["security_groups"]))
        return ["awsvpcConfiguration": .object(configuration)]
    }

    private mutating func subnets(_ node: ForeignNode?) -> [Value]? {
        guard let node else { return nil }
        guard let tags = node["from_tags"] else { return ledger.texts(node).map { .string($0) } }
        var lookups: [[String: Value]] = [[:]]
        for (name, member) in tags.members {
            let values = ledger.texts(member)
            lookups = lookups.flatMap { lookup in values.map { lookup.merging([name: .string($0)]) { _, new in new } } }
        }
        return lookups.map { ["tags": .object($0)] }
    }

    private mutating func groups(_ node: ForeignNode?) -> [Value] {
        let items = node?.isMapping == true ? node?["groups"]?.items ?? [] : node?.items ?? []
        let isAlone = ledger.truth(node?["deny_default"]) == true
        if let name = node?["from_cfn"] { ledger.leave(name, Self.export) }
        let own = items.compactMap { item -> Value? in
            guard !item.isMapping else {
                ledger.leave(item, Self.export)
                return nil
            }
            return ledger.text(item).map { .string($0) }
        }
        return (isAlone ? [] : stack.network.taskGroups) + own
    }

    /// What CloudFormation exports is its own.
    static let export = "names an export of CloudFormation, which is not read: write its value"

    /// What a job has, and Neap does not do.
    private mutating func schedule(_ node: ForeignNode, _ name: String) {
        ledger.leave(
            node["on"],
            "Neap starts no tasks by the clock: an EventBridge schedule has to run the task definition "
                + "\(stack.name)-\(name)")
        ledger.leave(node["retries"], "is the schedule's retry policy")
        ledger.leave(node["timeout"], "let the command end itself, or a Step Functions state machine stop it")
        _ = network(node["network"])
    }
}
