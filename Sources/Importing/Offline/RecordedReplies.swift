import AWSWire
public import Model

/// AWS as it stands in files: outputs of `aws … describe-*`, from which reads are answered. Everything else is not known.
public struct RecordedReplies: AWSSender {
    private var lists: [String: [Value]] = [:]
    private var definitions: [Value] = []

    /// Nothing is known.
    public init() {}

    /// Members of replies that are understood, by name in lower camel case.
    private static let members: Set<String> = [
        "services", "clusters", "capacityProviders", "targetGroups", "loadBalancers", "listeners", "rules",
        "scalableTargets", "scalingPolicies", "scheduledActions", "autoScalingGroups", "launchTemplates",
        "launchTemplateVersions", "logGroups", "metricAlarms", "lifecycleHooks",
    ]

    /// Takes in one file: a reply, or a task definition by itself.
    ///
    /// Throws `ImportError.unreadable` for anything else.
    public mutating func add(_ bytes: [UInt8], file: String) throws(ImportError) {
        let content = try AWSFile.json(bytes, file: file)
        if content["containerDefinitions"] != nil { return add(definition: content, tags: nil) }
        if let definition = content["taskDefinition"], definition.object != nil {
            return add(definition: definition, tags: content["tags"])
        }
        let known = (content.object ?? [:]).filter { Self.members.contains($0.key) }
        guard !known.isEmpty else {
            throw .unreadable(
                file, "is neither a task definition nor the output of an `aws … describe-*` that services are made of")
        }
        for (name, items) in known { lists[name, default: []] += items.list ?? [] }
    }

    /// Takes in a service as DescribeServices gives it.
    mutating func add(service: Value) { lists["services", default: []].append(service) }

    /// Takes in a task definition, which becomes the first revision where it does not say which it is.
    mutating func add(definition: Value, tags: Value?) {
        var copy = definition
        let family = definition["family"]?.string ?? "task"
        copy["family"] = .string(family)
        let revision = definition["revision"]?.integer ?? 1
        copy["revision"] = .integer(revision)
        if copy["taskDefinitionArn"] == nil {
            copy["taskDefinitionArn"] = .string("arn:aws:ecs:::task-definition/\(family):\(revision)")
        }
        if let tags { copy["tags"] = tags }
        definitions.append(copy)
    }

    /// The ARNs of the clusters that the files' services stand on, sorted; none for task definitions alone.
    public var clusters: [String] {
        let named = (lists["services"] ?? []).map { $0["clusterArn"]?.string ?? "default" }
        let own = (lists["clusters"] ?? []).compactMap { $0["clusterArn"]?.string }
        return Set(named + own).sorted()
    }

    /// The families of the task definitions.
    public var families: [String] { Set(definitions.compactMap { $0["family"]?.string }).sorted() }

    public func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }

    public func send(_ call: AWSCall) async throws -> Value {
        switch call.operation {
        case "DescribeTaskDefinition": return try definition(call)
        case "DescribeServices": return try services(call)
        case "DescribeClusters": return ["clusters": .list(clusterReplies(call))]
        case "ListServices":
            let here = (lists["services"] ?? []).filter { Self.isOn($0, call.input["cluster"]) }
            return ["serviceArns": .list(here.compactMap { $0["serviceArn"] ?? $0["serviceName"] })]
        case "DescribeListeners": return ["listeners": .list(below("listeners", "loadBalancerArn", call))]
        case "DescribeRules": return ["rules": .list(rules(call))]
        case "DescribeLaunchTemplateVersions":
            return ["launchTemplateVersions": .list(below("launchTemplateVersions", "launchTemplateId", call))]
        case "DescribeScalingPolicies", "DescribeScheduledActions":
            let name = call.operation == "DescribeScalingPolicies" ? "scalingPolicies" : "scheduledActions"
            return [name: .list(call.input["resourceId"] == nil ? lists[name] ?? [] : below(name, "resourceId", call))]
        default: return .object(lists.mapValues { .list($0) })
        }
    }

    private func definition(_ call: AWSCall) throws -> Value {
        let wanted = Discovery.lastPart(call.input["taskDefinition"]?.string ?? "")
        let matching = definitions.filter { definition in
            let name = Discovery.lastPart(definition["taskDefinitionArn"]?.string ?? "")
            return name == wanted || definition["family"]?.string == wanted
        }
        let latest = matching.max { ($0["revision"]?.integer ?? 0) < ($1["revision"]?.integer ?? 0) }
        guard let latest else { throw Self.missing(call, "no file holds task definition \(wanted)") }
        return ["taskDefinition": latest, "tags": latest["tags"] ?? []]
    }

    private func services(_ call: AWSCall) throws -> Value {
        let names = (call.input["services"]?.list ?? []).compactMap(\.string).map(Discovery.lastPart)
        let found = (lists["services"] ?? []).filter { service in
            Self.isOn(service, call.input["cluster"]) && names.contains(service["serviceName"]?.string ?? "")
        }
        return ["services": .list(found), "failures": []]
    }

    private static func isOn(_ service: Value, _ cluster: Value?) -> Bool {
        guard let arn = service["clusterArn"]?.string, let cluster = cluster?.string else { return true }
        return Discovery.lastPart(arn) == Discovery.lastPart(cluster)
    }

    /// Rules do not say whose they are, but their ARNs go on from their listener's.
    private func rules(_ call: AWSCall) -> [Value] {
        let listener = (call.input["listenerArn"]?.string ?? "").replacing(":listener/", with: ":listener-rule/")
        return (lists["rules"] ?? []).filter { $0["ruleArn"]?.string?.hasPrefix(listener + "/") == true }
    }

    private func below(_ list: String, _ member: String, _ call: AWSCall) -> [Value] {
        (lists[list] ?? []).filter { $0[member] == call.input[member] }
    }

    private func clusterReplies(_ call: AWSCall) -> [Value] {
        let names = (call.input["clusters"]?.list ?? []).compactMap(\.string).map(Discovery.lastPart)
        return (lists["clusters"] ?? []).filter { names.contains($0["clusterName"]?.string ?? "") }
    }

    private static func missing(_ call: AWSCall, _ why: String) -> AWSError {
        AWSError(
            service: call.service, operation: call.operation, code: "NotInFiles", message: why, disposition: .permanent)
    }
}
