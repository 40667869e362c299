import Model
import Simulation

/// CreateService and UpdateService as a world takes them.
struct ServiceWrite {
    private let input: Value
    private let isNew: Bool

    init(_ input: Value, isNew: Bool) {
        self.input = input
        self.isNew = isNew
    }

    private var name: String { LastPart.of(input[isNew ? "serviceName" : "service"]) }

    /// The service, and the deployment that began (`Deployment.id`); nil when none did.
    func perform(on world: inout World) throws(Refusal) -> (service: ServiceID, deployment: UInt64?) {
        let cluster = try cluster(in: world)
        return isNew ? try create(in: cluster, &world) : try update(in: cluster, &world)
    }

    /// What AWS answers, as far as steps read it.
    func reply(in world: World) -> Value {
        let arn = world.place.arn("ecs", "service/\(LastPart.of(input["cluster"] ?? "default"))/\(name)")
        return ["service": ["serviceName": .string(name), "serviceArn": .string(arn)]]
    }

    private func cluster(in world: World) throws(Refusal) -> ClusterID {
        let text = input["cluster"] ?? "default"
        guard let id = world.ecs.clusterNames[LastPart.of(text)], text.reference == nil else {
            throw Refusal("ClusterNotFoundException", "its cluster does not exist yet")
        }
        return id
    }

    private func create(in cluster: ClusterID, _ world: inout World) throws(Refusal) -> (ServiceID, UInt64?) {
        var settings = ServiceSettings(taskDefinition: "")
        if let word = input["schedulingStrategy"]?.string.flatMap(ServiceSettings.Scheduling.init) {
            settings.scheduling = word
        }
        settings.launchType = input["launchType"]?.string
        if settings.scheduling == .daemon {
            settings.deployment.minimumHealthyPercent = 0
            settings.deployment.maximumPercent = 100
            settings.launchType = "EC2"
        }
        try overlay(&settings, world)
        for balancer in settings.loadBalancers { try world.attach(balancer.targetGroupArn) }
        let id = try world.createService(
            in: cluster, name: name, settings: settings, tags: .list([]), createdBy: "forecast")
        return (id, world.primaryDeployment(of: id))
    }

    private func update(in cluster: ClusterID, _ world: inout World) throws(Refusal) -> (ServiceID, UInt64?) {
        guard let id = world.ecs.clusters[cluster]?.serviceNames[name], let live = world.ecs.services[id]?.settings
        else { throw Refusal("ServiceNotFoundException", "it was not there when AWS was read") }
        var settings = live
        try overlay(&settings, world)
        let isForced = input["forceNewDeployment"]?.bool ?? false
        // A deployment of the same definition gets one of its own, so that old and new tasks can be told apart.
        if isForced, settings.taskDefinition == live.taskDefinition {
            settings.taskDefinition = world.copyDefinition(live.taskDefinition)
        }
        for balancer in settings.loadBalancers { try world.attach(balancer.targetGroupArn) }
        let before = world.primaryDeployment(of: id)
        try world.updateService(id, to: settings, force: isForced)
        let after = world.primaryDeployment(of: id)
        return (id, after == before ? nil : after)
    }

    /// Takes over what the request says; what it leaves out stays (aws-facts 4.6).
    private func overlay(_ settings: inout ServiceSettings, _ world: World) throws(Refusal) {
        settings.read(input)
        if let text = input["taskDefinition"] { settings.taskDefinition = try definition(text, world) }
    }

    private func definition(_ value: Value, _ world: World) throws(Refusal) -> String {
        let name = LastPart.of(value)
        if world.ecs.taskDefinitions[name] != nil { return name }
        guard let latest = world.latestTaskDefinition(of: name) else {
            throw Refusal("ClientException", "its task definition was not there when AWS was read")
        }
        return latest.name
    }
}

/// What stands behind the last slash of an ARN; a plain name is itself.
enum LastPart {
    static func of(_ value: Value?) -> String {
        let text = value?.string ?? ""
        return text.split(separator: "/").last.map(String.init) ?? text
    }
}
