import Model

/// Reads a Compose file, member by member.
struct ComposeReader {
    let top: ForeignNode
    let settings: ComposeProject.Settings
    /// The services' names in the file, and in manifests.
    let names: [String: String]
    /// Services of which others wait until they have ended: they run before a rollout, and not for ever.
    let jobs: Set<String>
    let mentions: ComposeMentions
    var ledger: CarryLedger
    var stack: CarriedStack

    init(_ top: ForeignNode, _ services: ForeignNode, _ settings: ComposeProject.Settings, _ ledger: CarryLedger) {
        self.top = top
        self.settings = settings
        self.ledger = ledger
        names = Dictionary(services.members.map { ($0.name, Names.kebab($0.name)) }) { first, _ in first }
        jobs = ComposeDependencies.jobs(of: services)
        mentions = ComposeMentions(services)
        let name = Names.kebab(top["name"]?.text ?? settings.name)
        stack = CarriedStack(
            name: name, capacity: settings.usesFargate ? .fargate : .ec2, cluster: settings.cluster,
            network: Self.network(of: name))
    }

    /// People fill in what a Compose file can not know: by tags here, by ids if they like.
    private static func network(of name: String) -> CarriedNetwork {
        CarriedNetwork(
            vpc: ["tags": ["Name": .string(name)]], publicSubnets: [["tags": ["Tier": "public"]]],
            privateSubnets: [["tags": ["Tier": "private"]]], taskGroups: [["tags": ["Name": .string("\(name)-tasks")]]])
    }

    /// The whole project.
    mutating func read() -> CarriedStack {
        ledger.carry(top["name"])
        ledger.pass(top["version"])
        readRest()
        let services = top["services"]?.members ?? []
        for (name, node) in services { stack.services.append(service(name, node)) }
        // What stands under `x-…` is read where anchors bring it in, so it comes last.
        for (_, service) in services { leaveTheRest(of: service) }
        for (name, node) in top.members where name.hasPrefix("x-") { ledger.pass(node) }
        ledger.leaveTheRest(of: top)
        demands()
        return stack
    }

    /// Members one by one: also of a service of which nothing is known each is named.
    private mutating func leaveTheRest(of service: ForeignNode) {
        for (_, member) in service.members { ledger.leaveTheRest(of: member) }
        ledger.leaveTheRest(of: service)
    }

    /// What stands beside services.
    private mutating func readRest() {
        ledger.leave(
            top["include"], "other files are not read: import what `docker compose config` prints, which is all of them"
        )
        ledger.leave(top["models"], "ECS runs no models: give the service the address of one")
        for (_, network) in top["networks"]?.members ?? [] { readNetwork(network) }
        for (_, volume) in top["volumes"]?.members ?? [] { readVolume(volume) }
        for (_, secret) in top["secrets"]?.members ?? [] {
            ledger.leave(secret, "is not read: the parameter that services name under `secrets` has to hold it")
        }
        for (_, config) in top["configs"]?.members ?? [] {
            ledger.leave(config, "ECS has no configuration files: bake it into the image, or give it as a variable")
        }
    }

    private mutating func readNetwork(_ network: ForeignNode) {
        if network["internal"]?.text == "true" {
            ledger.leave(network["internal"], "is for security groups to say: tasks reach what their groups let them")
        }
        ledger.leave(network["external"], "the VPC takes its place: services find one another through Service Connect")
        ledger.pass(network)
    }

    /// Members of a volume that services do not take up themselves.
    private mutating func readVolume(_ volume: ForeignNode) {
        if volume["external"]?.text == "false" { ledger.pass(volume["external"]) }
        ledger.leave(
            volume["external"].flatMap { $0.text == "false" ? nil : $0 },
            "a volume of that name has to be on each instance; an EFS file system is on all of them")
        ledger.pass(volume["name"])
        ledger.pass(volume["labels"])
    }

    private mutating func demands() {
        stack.demand(
            "A VPC tagged Name=\(stack.name), subnets tagged Tier=public and Tier=private, and a security group tagged "
                + "Name=\(stack.name)-tasks; or ids and tags of your own in the manifests.")
        let isConnected = stack.services.contains { $0.service?["serviceConnectConfiguration"] != nil }
        let tasks = settings.usesFargate ? "tasks" : "instances"
        if !stack.balancers.isEmpty {
            stack.demand(
                "A security group tagged Name=\(stack.name)-alb that lets clients in; \(stack.name)-tasks lets that one in"
                    + (isConnected ? ", and itself, for Service Connect between \(tasks)." : "."))
        } else if isConnected {
            stack.demand("The security group \(stack.name)-tasks lets itself in, for Service Connect between \(tasks).")
        }
        stack.demand(
            "The role ecsTaskExecutionRole, which pulls images, writes logs and reads the secrets' parameters.")
        if settings.usesFargate { return }
        stack.demand("The instance profile ecsInstanceRole, and instance types in capacity.yaml that suit you.")
    }
}
