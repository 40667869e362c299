import Model

/// Reads an application's manifests, member by member.
struct CopilotReader {
    let files: CopilotFiles
    let settings: CopilotProject.Settings
    var ledger = CarryLedger()
    var stack: CarriedStack
    /// The files' tops, as written.
    private(set) var tops: [ForeignNode] = []
    /// The certificates that the environment imports, by `public` or `private`.
    var certificates: [String: [String]] = [:]
    /// The TLS policies of listeners, likewise.
    var policies: [String: String] = [:]
    /// Subnets of the internal load balancer.
    var internalSubnets: [Value]?
    /// Attributes of the public load balancer.
    var accessLogs: [String: Value] = [:]

    init(_ files: CopilotFiles, _ settings: CopilotProject.Settings) {
        self.files = files
        self.settings = settings
        let name = Names.kebab("\(files.application)-\(settings.environment)")
        stack = CarriedStack(
            name: name, capacity: settings.usesInstances ? .ec2 : .fargate, cluster: settings.cluster,
            network: Self.network("copilot-\(files.application)-\(settings.environment)", settings))
    }

    /// The network that Copilot made, by its tags. Tasks on instances have no public address.
    private static func network(_ prefix: String, _ settings: CopilotProject.Settings) -> CarriedNetwork {
        let named = { (name: String) -> Value in ["tags": ["Name": .string(name)]] }
        return CarriedNetwork(
            vpc: named(prefix), publicSubnets: [named("\(prefix)-pub0"), named("\(prefix)-pub1")],
            privateSubnets: [named("\(prefix)-priv0"), named("\(prefix)-priv1")], taskGroups: [named("\(prefix)-env")],
            tasksArePublic: !settings.usesInstances)
    }

    /// The whole application.
    mutating func read() throws -> CarriedStack {
        guard !files.workloads.isEmpty else {
            throw ImportError.unreadable("copilot", "holds no manifest of a service")
        }
        for (name, top) in files.environments.sorted(by: { $0.key < $1.key }) where name == settings.environment {
            tops.append(top)
            environment(interpolated(top))
        }
        sayWhichEnvironmentsThereAre()
        for (folder, top) in files.workloads { workload(folder, top) }
        orderRules()
        for top in tops { ledger.leaveTheRest(of: top) }
        for path in files.others { leave(path) }
        sayWhatCopilotGave()
        return stack
    }

    /// An environment that has no manifest may be misspelled.
    private mutating func sayWhichEnvironmentsThereAre() {
        let known = files.environments.keys.sorted().joined(separator: ", ")
        guard files.environments[settings.environment] == nil, !known.isEmpty else { return }
        ledger.note(
            "environments",
            "none that has a manifest is called \(settings.environment): nothing of its network and certificates is "
                + "known here; there are \(known)")
    }

    /// A manifest with variables put in, those that Copilot itself knows among them.
    private mutating func interpolated(_ top: ForeignNode) -> ForeignNode {
        var variables = [
            "COPILOT_APPLICATION_NAME": files.application, "COPILOT_ENVIRONMENT_NAME": settings.environment,
            "AWS_REGION": settings.region,
        ]
        variables["AWS_ACCOUNT_ID"] = settings.accountID
        let all = variables.merging(settings.variables) { _, given in given }
        return ForeignNode(Interpolation(variables: all, dialect: .copilot).applied(to: top, &ledger))
    }

    private mutating func workload(_ folder: String, _ top: ForeignNode) {
        tops.append(top)
        let node = CopilotOverrides.applied(interpolated(top), settings.environment, &ledger)
        let name = Names.kebab(node["name"]?.text ?? folder)
        let type = node["type"]?.text ?? ""
        for member in ["name", "type"] { ledger.carry(node[member]) }
        guard let kind = CopilotKind(rawValue: type) else {
            return ledger.leave(
                top, because: "type",
                "\(folder) is a \(type.isEmpty ? "manifest without a type" : type), which is none of ECS's "
                    + "services: it is not imported")
        }
        stack.services.append(service(name, kind, node))
    }

    /// Files beside manifests: what CloudFormation made of them stays CloudFormation's.
    private mutating func leave(_ path: String) {
        let parts = path.split(separator: "/").map(String.init)
        let remedy: String
        if parts.contains("addons") {
            remedy =
                "is CloudFormation's, and stays so: give its outputs to the containers as variables and secrets, "
                + "its policies to the task role"
        } else if parts.contains("overrides") {
            remedy = "is not applied: make its changes in the manifests that were written"
        } else if parts.contains("pipelines") || path.hasSuffix("buildspec.yml") {
            remedy = "is not needed: `neap init` writes pipelines, `neap set image` is their last line"
        } else {
            remedy = "is not read"
        }
        ledger.note(path, remedy)
    }

    private mutating func sayWhatCopilotGave() {
        let prefix = "copilot-\(files.application)-\(settings.environment)"
        stack.demand(
            "The network is Copilot's, found by tags such as Name=\(prefix); before its environment is "
                + "deleted, make one that stays, and name it.")
        stack.demand(
            "The role ecsTaskExecutionRole, which pulls images, writes logs and reads secrets; Copilot's own go "
                + "with its stacks.")
        stack.demand(
            "A task role for each service that calls AWS (taskRoleArn): the policies of Copilot's task "
                + "roles and addons, and S3 access of their own.")
        stack.demand(
            "DNS: names point to Copilot's load balancers until you change them; the new ones answer under "
                + "names of their own.")
        stack.demand(
            "Containers had COPILOT_SERVICE_DISCOVERY_ENDPOINT, COPILOT_LB_DNS and addons' outputs as "
                + "variables: write those that are read.")
        if settings.usesInstances {
            stack.demand("The instance profile ecsInstanceRole, and instance types in capacity.yaml that suit you.")
        }
    }
}

/// Copilot's workloads that are services or tasks of ECS.
enum CopilotKind: String {
    case web = "Load Balanced Web Service"
    case backend = "Backend Service"
    case worker = "Worker Service"
    case job = "Scheduled Job"
}
