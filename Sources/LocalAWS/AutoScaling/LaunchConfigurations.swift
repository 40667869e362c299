import Model
import Simulation

/// Launch configurations, AWS's older kind of launch templates.
enum LaunchConfigurations {
    static let table = "autoscaling/launch-configuration"

    static let operations: [LocalOperation] = [
        .write("CreateLaunchConfiguration", create), .write("DeleteLaunchConfiguration", delete),
        .read("DescribeLaunchConfigurations", describe),
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("launchConfigurationName") ?? ""
        var data = Value.emptyObject
        if let instance = request.text("instanceId") { data = try Self.data(of: instance, world) }
        data = data.overlaid(with: request.input)
        data["instanceId"] = nil
        guard data["imageId"] != nil, data["instanceType"] != nil else {
            throw Groups.invalid(
                "Valid requests must contain either the InstanceID parameter or both the ImageId and InstanceType "
                    + "parameters.")
        }
        try add(name, data, &world)
        return .emptyObject
    }

    /// Makes a configuration like a running instance, as CreateAutoScalingGroup does for `InstanceId`.
    static func make(_ name: String, from instance: String, _ world: inout World) throws(Refusal) {
        try add(name, try data(of: instance, world), &world)
    }

    private static func data(of instance: String, _ world: World) throws(Refusal) -> Value {
        guard let key = world.fleet.instanceNames[instance], let found = world.fleet.instances[key] else {
            throw Groups.invalid("Instance [\(instance)] is invalid.")
        }
        let view = InstanceView(found, world)
        let profile = view.row["iamInstanceProfile"]?["arn"]
        return .known([
            "imageId": .string(view.imageID), "instanceType": .string(found.instanceType),
            "keyName": found.data["keyName"], "userData": found.data["userData"], "iamInstanceProfile": profile,
            "securityGroups": .texts(view.groupIDs), "ebsOptimized": found.data["ebsOptimized"],
        ])
    }

    private static func add(_ name: String, _ data: Value, _ world: inout World) throws(Refusal) {
        guard world.registry[table][name] == nil else {
            throw Refusal(
                "AlreadyExists",
                "Launch Configuration by this name already exists - A launch configuration already exists with the "
                    + "name \(name)")
        }
        let path = "launchConfiguration:\(world.mintUUID()):launchConfigurationName/\(name)"
        let filled: Value = [
            "securityGroups": [], "classicLinkVPCSecurityGroups": [], "blockDeviceMappings": [],
            "instanceMonitoring": ["enabled": true], "ebsOptimized": false,
        ]
        world.registry[table][name] = filled.overlaid(with: data).overlaid(with: [
            "launchConfigurationName": .string(name), "createdTime": world.now.shown,
            "launchConfigurationARN": .string(world.place.arn("autoscaling", path)),
        ])
    }

    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("launchConfigurationName") ?? ""
        guard world.registry[table][name] != nil else {
            throw Groups.invalid(
                "Launch configuration name not found - Launch configuration \(name) not found")
        }
        if let user = Groups.all(world).first(where: { $0.settings.source == .configuration(name) }) {
            throw Refusal(
                "ResourceInUse",
                "Cannot delete launch configuration \(name) because it is attached to AutoScalingGroup \(user.name)")
        }
        world.registry[table][name] = nil
        return .emptyObject
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("launchConfigurationNames")
        let rows = world.registry[table].all.filter { names.isEmpty || names.contains($0.key) }.map(\.value)
        let page = try request.asgPage(rows)
        return .known(["launchConfigurations": .list(page.items), "nextToken": .text(page.next)])
    }
}
