import Model

extension ComposeReader {
    /// The manifest's name of a service.
    func manifestName(_ name: String) -> String { names[name] ?? Names.kebab(name) }

    /// One service.
    mutating func service(_ name: String, _ node: ForeignNode) -> CarriedService {
        var service = CarriedService(name: manifestName(name))
        service.family = "\(stack.name)-\(service.name)"
        var container = self.container(node, service.name)
        resources(node, &container, &service)
        volumes(node, &container, &service)
        logging(node, &container, &service)
        let endsByItself = jobs.contains(name) || ComposeDependencies.runsOnce(node)
        let network = networkWithoutNames(node)
        let isServed = isConnected && !endsByItself && network == nil
        let ports = self.ports(of: name, node, &container, isServed: isServed)
        service.containers = [.object(container)]
        runtime(node, &service)
        if endsByItself {
            service.service = nil
            ledger.note(node, "runs to its end: it has a task definition and no service (\(jobHint(name)))")
        } else {
            service.service = self.members(node)
            if isServed { connect(ports, of: name, to: &service) }
            publish(ports, to: &service)
        }
        if endsByItself || network != nil { sayWhatResolvesToNothing(name, node, network: network) }
        deploy(node, &service)
        dependencies(of: node, &service)
        leaveWhatECSHasNot(node)
        return service
    }

    private func jobHint(_ name: String) -> String {
        jobs.contains(name) ? "beforeRollout of those that wait for it runs it" : "`aws ecs run-task` starts it"
    }

    /// Where a service's tasks run.
    private func members(_ node: ForeignNode) -> [String: Value] {
        var members: [String: Value] = [
            "desiredCount": 1, "enableECSManagedTags": true, "propagateTags": "SERVICE",
            "deploymentConfiguration": [
                "minimumHealthyPercent": 100, "maximumPercent": 200,
                "deploymentCircuitBreaker": ["enable": true, "rollback": true],
            ],
        ]
        switch stack.capacity {
        case .ec2:
            members["placement"] = "azBalancedSpread"
            if stack.cluster == nil {
                members["capacityProviderStrategy"] = [["capacityProvider": .string(stack.name), "weight": 1]]
            }
        case .fargate:
            members["launchType"] = "FARGATE"
            members["networkConfiguration"] = [
                "awsvpcConfiguration": [
                    "subnets": .list(stack.network.privateSubnets),
                    "securityGroups": .list(stack.network.taskGroups),
                ]
            ]
        }
        return members
    }

    /// Members of the task definition beside its containers.
    private mutating func runtime(_ node: ForeignNode, _ service: inout CarriedService) {
        service.task["executionRoleArn"] = "ecsTaskExecutionRole"
        service.task["requiresCompatibilities"] = stack.capacity == .ec2 ? ["EC2"] : ["FARGATE"]
        service.task["networkMode"] = .string(networkMode(node["network_mode"]))
        if let platform = ledger.text(node["platform"]) {
            let isARM = platform.contains("arm64") || platform.contains("aarch64")
            let system = platform.hasPrefix("windows") ? "WINDOWS_SERVER_2022_CORE" : "LINUX"
            service.task["runtimePlatform"] = [
                "cpuArchitecture": isARM ? "ARM64" : "X86_64", "operatingSystemFamily": .string(system),
            ]
            if isARM, stack.capacity == .ec2 {
                node["platform"].map { ledger.note($0, "needs instances with such processors: see capacity.yaml") }
            }
        }
        namespaces(node, &service)
    }

    private mutating func networkMode(_ node: ForeignNode?) -> String {
        let usual = stack.capacity == .ec2 ? "bridge" : "awsvpc"
        switch node?.text {
        case nil, "bridge": ledger.pass(node)
        case "host" where stack.capacity == .ec2:
            ledger.carry(node)
            return "host"
        case "none" where stack.capacity == .ec2:
            ledger.carry(node)
            return "none"
        default:
            ledger.leave(
                node, "is not carried over: containers that share a network stand in one task definition with awsvpc")
        }
        return usual
    }

    private mutating func namespaces(_ node: ForeignNode, _ service: inout CarriedService) {
        let refusal = "is what the kind of tasks does not allow"
        let isOnInstances = stack.capacity == .ec2
        if isOnInstances, node["pid"]?.text == "host" {
            ledger.carry(node["pid"])
            service.task["pidMode"] = "host"
        } else {
            ledger.leave(node["pid"], refusal)
        }
        let known = ["host": "host", "private": "none", "none": "none", "shareable": "task"]
        guard isOnInstances, let mode = node["ipc"]?.text.flatMap({ known[$0] }) else {
            return ledger.leave(node["ipc"], refusal)
        }
        ledger.carry(node["ipc"])
        service.task["ipcMode"] = .string(mode)
    }
}
