import Model

/// The instances, groups and capacity providers below a service whose tasks find no room.
struct CapacityEvidence: Sendable {
    /// What an instance has, in CPU units and MiB.
    struct Room: Sendable, Equatable {
        let cpu: Int
        let memory: Int

        init(_ resources: Value?) {
            let value: (String) -> Int = { name in
                resources?.list?.first { $0["name"]?.string == name }?["integerValue"]?.integer ?? 0
            }
            cpu = value("CPU")
            memory = value("MEMORY")
        }

        func holds(_ definition: TaskDefinitionFacts) -> Bool { cpu >= definition.cpu && memory >= definition.memory }
    }

    /// A container instance.
    struct Instance: Sendable {
        let id: String
        let remaining: Room
        let registered: Room
        let isConnected: Bool
    }

    /// An Auto Scaling group.
    struct Group: Sendable {
        let name: String
        let maximum: Int
        let desired: Int
        /// EC2's ids of those in service.
        let inService: [String]
        let suspended: [String]
    }

    /// A failed launch.
    struct Launch: Sendable, Comparable {
        let group: String
        let at: Double
        let message: String
        let zone: String?
        static func < (a: Launch, b: Launch) -> Bool {
            (b.at, a.message, a.zone ?? "") < (a.at, b.message, b.zone ?? "")
        }
    }

    /// ACTIVE container instances.
    let instances: [Instance]
    let groups: [Group]
    /// Launches that failed since the last that went well, newest first.
    let failedLaunches: [Launch]
    /// When each instance was launched, by its id.
    let launchedAt: [String: Double]
    /// The newest moment that anything of it speaks of, in seconds since 1970.
    let latest: Double
    /// Capacity providers that are not ACTIVE or whose last change failed: name and why.
    let brokenProviders: [(name: String, reason: String)]
    /// True when a capacity provider raises a group for tasks that wait.
    let isScaled: Bool

    init(_ evidence: Value) {
        let list: (String) -> [Value] = { evidence[$0]?.list ?? [] }
        instances = list("instances").map { instance in
            Instance(
                id: instance["ec2InstanceId"]?.string ?? "", remaining: Room(instance["remainingResources"]),
                registered: Room(instance["registeredResources"]), isConnected: instance["agentConnected"]?.bool ?? true
            )
        }.sorted { ($0.remaining.cpu, $0.remaining.memory, $1.id) > ($1.remaining.cpu, $1.remaining.memory, $0.id) }
        groups = list("groups").map(Self.group).sorted { $0.name < $1.name }
        let launches = list("activities").filter { ($0["description"]?.string ?? "").hasPrefix("Launching") }
        failedLaunches = Self.failed(launches)
        launchedAt = Self.times(launches)
        let moments = list("activities").flatMap { [$0["startTime"], $0["endTime"]] } + [evidence["latest"]]
        latest = moments.compactMap { $0.flatMap(Evidence.seconds) }.max() ?? 0
        let providers = list("providers")
        brokenProviders = providers.compactMap(Self.broken).sorted { $0.name < $1.name }
        isScaled = providers.contains { provider in
            let scaling = provider["autoScalingGroupProvider"]?["managedScaling"]
            return scaling != nil && scaling?["status"]?.string != "DISABLED"
        }
    }

    private static func group(_ group: Value) -> Group {
        let members = (group["instances"]?.list ?? []).filter { $0["lifecycleState"]?.string == "InService" }
        let suspended = (group["suspendedProcesses"]?.list ?? []).compactMap { $0["processName"]?.string }
        return Group(
            name: group["autoScalingGroupName"]?.string ?? "", maximum: group["maxSize"]?.integer ?? 0,
            desired: group["desiredCapacity"]?.integer ?? 0,
            inService: members.compactMap { $0["instanceId"]?.string }.sorted(), suspended: suspended.sorted())
    }

    private static func failed(_ launches: [Value]) -> [Launch] {
        let byGroup = Dictionary(grouping: launches) { $0["autoScalingGroupName"]?.string ?? "" }
        return byGroup.flatMap { group, launches -> [Launch] in
            let start: (Value) -> Double = { $0["startTime"].flatMap(Evidence.seconds) ?? 0 }
            let good = launches.filter { $0["statusCode"]?.string == "Successful" }.map(start).max() ?? 0
            return launches.filter { $0["statusCode"]?.string == "Failed" && start($0) > good }.map { launch in
                Launch(
                    group: group, at: start(launch), message: launch["statusMessage"]?.string ?? "",
                    zone: launch["details"]?.string.flatMap {
                        Said.after("\"Availability Zone\":\"", in: $0, until: ["\""])
                    })
            }
        }.sorted()
    }

    /// The instance's id stands in the description: `Launching a new EC2 instance: i-0abc`.
    private static func times(_ launches: [Value]) -> [String: Double] {
        let pairs = launches.compactMap { launch -> (String, Double)? in
            guard let text = launch["description"]?.string, let end = launch["endTime"].flatMap(Evidence.seconds),
                let id = Said.after("instance: ", in: text, until: [" ", ".", ","])
            else { return nil }
            return (id, end)
        }
        return Dictionary(pairs) { max($0, $1) }
    }

    private static func broken(_ provider: Value) -> (name: String, reason: String)? {
        let status = provider["status"]?.string ?? "ACTIVE"
        let update = provider["updateStatus"]?.string ?? ""
        guard status != "ACTIVE" || update.hasSuffix("_FAILED") else { return nil }
        let reason = provider["updateStatusReason"]?.string ?? ""
        return (provider["name"]?.string ?? "", reason.isEmpty ? (update.isEmpty ? status : update) : reason)
    }
}
