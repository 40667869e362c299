import Model
import Simulation

extension LocalECS {
    static let serviceOperations: [LocalOperation] = [
        .write("CreateService", createService), .write("UpdateService", updateService),
        .write("DeleteService", deleteService), .read("DescribeServices", describeServices),
        .read("ListServices", listServices),
    ]

    private static func createService(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = try world.cluster(request.text("cluster"))
        guard let cluster = world.ecs.clusters[id] else { throw .clusterNotFound }
        let name = request.text("serviceName") ?? ""
        try Names.check(name, "Service name")
        try TagRules.check(request.list("tags"))
        if (request.text("clientToken") ?? "").utf8.count > 36 {
            throw .invalidParameter("idempotency token longer than 36.")
        }
        guard let reference = request.text("taskDefinition") else {
            throw .invalidParameter("TaskDefinition can not be blank.")
        }
        let definition = try world.usableTaskDefinition(reference)
        let settings = try ServiceSettings(creating: request.input, definition, in: cluster).resolved(in: world)
        try world.checkNetwork(settings.passed["networkConfiguration"])
        if let same = try existing(cluster.serviceNames[name], settings, world) { return ["service": same] }
        let service = try world.createService(
            in: id, name: name, settings: settings, tags: request["tags"] ?? .list([]), createdBy: request.caller)
        return ["service": world.shown(service, tags: true)]
    }

    /// The service of this name as it is, when the request says just the same again; nil when the name is free.
    private static func existing(
        _ id: ServiceID?, _ settings: ServiceSettings, _ world: World
    ) throws(Refusal) -> Value? {
        guard let id, let service = world.ecs.services[id] else { return nil }
        switch service.status {
        case .inactive: return nil
        case .draining: throw .invalidParameter("Unable to Start a service that is still Draining.")
        case .active:
            var live = service.settings
            if live.scheduling == .daemon { live.desiredCount = settings.desiredCount }
            if live == settings { return world.shown(id, tags: true) }
            throw .invalidParameter("Creation of service was not idempotent.")
        }
    }

    private static func updateService(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let (id, service) = try found(request.text("service"), in: cluster, world)
        guard service.status == .active else { throw .serviceNotActive }
        guard let row = world.ecs.clusters[cluster] else { throw .clusterNotFound }
        let definition: TaskDefinition
        if let reference = request.text("taskDefinition") {
            definition = try world.usableTaskDefinition(reference)
        } else {
            definition = try world.taskDefinition(service.settings.taskDefinition)
        }
        let settings = try service.settings.overlaid(with: request.input, definition, in: row).resolved(in: world)
        if request["networkConfiguration"] != nil { try world.checkNetwork(settings.passed["networkConfiguration"]) }
        try world.updateService(id, to: settings, force: request["forceNewDeployment"]?.bool ?? false)
        return ["service": world.shown(id, tags: true)]
    }

    private static func deleteService(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let (id, service) = try found(request.text("service"), in: cluster, world)
        if service.status == .inactive { throw .serviceNotFound }
        try world.deleteService(id, force: request["force"]?.bool ?? false)
        return ["service": world.shown(id, tags: true)]
    }

    /// A service by name or ARN, the deleted ones too.
    static func found(
        _ reference: String?, in cluster: ClusterID, _ world: World
    ) throws(Refusal) -> (ServiceID, Service) {
        guard let id = world.service(reference ?? "", in: cluster), let service = world.ecs.services[id] else {
            throw .serviceNotFound
        }
        return (id, service)
    }

    private static func describeServices(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let names = request.texts("services")
        if names.isEmpty { throw .invalidParameter("Services cannot be empty.") }
        if names.count > 10 { throw .invalidParameter("Services can have at most 10 items.") }
        let tags = request.texts("include").contains("TAGS")
        var services: [Value] = []
        var failures: [Value] = []
        for name in names {
            if let id = world.service(name, in: cluster), world.ecs.services[id] != nil {
                services.append(world.shown(id, tags: tags))
            } else {
                failures.append(failure(name.hasPrefix("arn:") ? name : world.ecsArn("service", name)))
            }
        }
        return ["services": .list(services), "failures": .list(failures)]
    }

    private static func listServices(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let cluster = try world.cluster(request.text("cluster"))
        let arns = (world.ecs.clusters[cluster]?.services ?? []).compactMap { id -> String? in
            guard let service = world.ecs.services[id], service.status == .active, matches(service, request) else {
                return nil
            }
            return world.arn(service)
        }
        // Ten a page unless the request asks for more (aws-facts 4.1).
        let page = try request.page(arns, size: request["maxResults"] == nil ? 10 : 100)
        return listing("serviceArns", page.items, next: page.next)
    }

    private static func matches(_ service: Service, _ request: LocalRequest) -> Bool {
        let settings = service.settings
        return (request.text("launchType") ?? settings.launchType ?? "EC2") == settings.launchType ?? "EC2"
            && (request.text("schedulingStrategy") ?? settings.scheduling.rawValue) == settings.scheduling.rawValue
            && request.text("resourceManagementType") != "ECS"
    }
}
