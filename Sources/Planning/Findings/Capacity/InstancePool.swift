import Model
import Simulation

/// The instances of one Auto Scaling group that a service's tasks may be put on.
struct InstancePool {
    /// The group's name.
    let group: String
    /// Nil for a group that no manifest of the environment describes.
    let resource: ResourceID?
    /// Nil under a launch type.
    let provider: String?
    /// True when managed scaling brings instances as tasks wait for them.
    let isManaged: Bool
    /// True when some of its instances are Spot.
    let hasSpot: Bool
    let minSize: Int?
    let maxSize: Int?
    let desiredCapacity: Int?
    /// What the group may launch, by name; nil when that is not known.
    let types: [InstanceRoom]?
    /// What has registered; nil when nobody looked.
    let instances: [LiveInstance]?

    /// The group as AWS will have it; nil for one that nobody knows.
    init?(group name: String, provider: Value?, in context: FindingContext, instances: [LiveInstance]?) {
        let shown = context.capacity?.groups.first { $0["autoScalingGroupName"]?.string == name.afterLastSlash }
        resource = context.resource("AutoScalingGroup", called: name)
        guard let spec = resource.flatMap(context.spec) ?? shown else { return nil }
        group = name.afterLastSlash
        self.provider = provider?["name"]?.string
        let scaling = provider?["autoScalingGroupProvider"]?["managedScaling"]
        isManaged = provider != nil && ["ENABLED", nil].contains(scaling?["status"]?.string)
        minSize = spec["minSize"]?.integer
        maxSize = spec["maxSize"]?.integer
        desiredCapacity = [spec, shown].compactMap { $0?["desiredCapacity"]?.integer }.max() ?? minSize
        let launched = LaunchedTypes(spec, of: resource, in: context)
        hasSpot = launched.hasSpot
        types = launched.names.flatMap { InstanceRoom.all($0, instances ?? [], context.capacity) }
        self.instances = instances
    }

    /// Instances that may still come; nil when that is not known.
    var coming: Int? {
        guard let instances, let limit = isManaged ? maxSize : desiredCapacity else { return nil }
        return max(0, limit - instances.count(where: \.isOpen))
    }

    /// `3 of 3 instances` is what `is at its maximum` means.
    var fullness: String {
        isManaged || desiredCapacity == maxSize
            ? "group \(group) is at its maximum of \(maxSize ?? 0)"
            : "group \(group) stays at \(desiredCapacity ?? 0), since nothing scales it"
    }
}

/// What an empty instance of a type gives to tasks.
struct InstanceRoom: Hashable {
    let type: String
    let room: TaskRoom

    /// Of these types, by name; nil when one of them is not known. What an instance of the type registered counts first.
    static func all(_ names: [String], _ live: [LiveInstance], _ capacity: ObservedCapacity?) -> [InstanceRoom]? {
        var rooms: [InstanceRoom] = []
        for name in Set(names).sorted() {
            guard let room = registered(name, live) ?? described(name, capacity) ?? known(name) else { return nil }
            rooms.append(InstanceRoom(type: name, room: room))
        }
        return rooms
    }

    private static func registered(_ name: String, _ live: [LiveInstance]) -> TaskRoom? {
        live.filter { $0.type == name && $0.all.memory > 0 }.map(\.all).max { $0.memory < $1.memory }
    }

    private static func described(_ name: String, _ capacity: ObservedCapacity?) -> TaskRoom? {
        let shown = capacity?.instanceTypes.first { $0["instanceType"]?.string == name }
        guard let cpus = shown?["vCpuInfo"]?["defaultVCpus"]?.integer,
            let memory = shown?["memoryInfo"]?["sizeInMiB"]?.integer
        else { return nil }
        return TaskRoom(cpu: cpus * 1024, memory: InstanceType.ecsMemory(of: memory))
    }

    private static func known(_ name: String) -> TaskRoom? {
        InstanceType.named(name).map { TaskRoom(cpu: $0.cpus * 1024, memory: $0.ecsMemory) }
    }

    /// Whether an empty instance can hold a task; nil when a constraint asks for what only a live one can tell.
    func holds(_ demand: TaskDemand) -> Bool? {
        guard room.holds(demand) > 0, TaskDemand.reservedPorts.isDisjoint(with: demand.ports) else { return false }
        let answers = demand.constraints.map { $0.isSatisfied(by: value) }
        return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    }

    private func value(of subject: String) -> [String]? {
        switch subject {
        case "attribute:ecs.instance-type": [type]
        case "attribute:ecs.os-type": ["linux"]
        default: nil
        }
    }
}
