import Model
import Simulation

/// Writes around a rollout as a world takes them; what has no part in one is left out.
struct WorldWrite {
    private let operation: String
    private let input: Value

    init(_ operation: String, _ input: Value) {
        self.operation = operation
        self.input = input
    }

    /// What AWS answers, as far as steps read it.
    func perform(on world: inout World) throws(Refusal) -> Value {
        switch operation {
        case "RegisterTaskDefinition": return registerDefinition(&world)
        case "CreateLaunchTemplateVersion": return createVersion(&world)
        case "ModifyLaunchTemplate": setDefaultVersion(&world)
        case "RegisterScalableTarget": try registerTarget(&world)
        case "UpdateCapacityProvider": try updateProvider(&world)
        case "CreateTargetGroup": return try createTargetGroup(&world)
        case "ModifyTargetGroup":
            if let id = world.balancing.targetGroupArns[input["targetGroupArn"]?.string ?? ""] {
                world.modifyTargetGroup(id, input)
            }
        case "ModifyTargetGroupAttributes":
            let rows = (input["attributes"]?.list ?? []).compactMap { row in
                row["key"]?.string.map { ($0, row["value"]?.scalarText ?? "") }
            }
            world.changeAttributes(
                of: input["targetGroupArn"]?.string ?? "", Dictionary(rows) { _, last in last })
        default: break
        }
        return .emptyObject
    }

    private func registerDefinition(_ world: inout World) -> Value {
        let family = input["family"]?.string ?? ""
        let shown = DefinitionInput(input).shown
        let name = world.registerTaskDefinition(
            family: family, shown: shown, tags: .list([]), plan: TaskPlan(shown: shown))
        let revision = world.ecs.taskDefinitions[name]?.revision ?? 0
        return [
            "taskDefinition": [
                "family": .string(family), "revision": .integer(revision),
                "taskDefinitionArn": .string(world.place.arn("ecs", "task-definition/\(name)")),
            ]
        ]
    }

    private func createVersion(_ world: inout World) -> Value {
        guard let (id, template) = template(in: world) else { return .emptyObject }
        let number = (template["latestVersionNumber"]?.integer ?? 0) + 1
        var row = template
        let version: Value = [
            "versionNumber": .integer(number), "launchTemplateData": input["launchTemplateData"] ?? .emptyObject,
        ]
        row["latestVersionNumber"] = .integer(number)
        row["versions"] = .list((template["versions"]?.list ?? []) + [version])
        world.registry[Self.templates][id] = row
        return ["launchTemplateVersion": ["launchTemplateId": .string(id), "versionNumber": .integer(number)]]
    }

    private func setDefaultVersion(_ world: inout World) {
        guard let (id, template) = template(in: world),
            let number = input["defaultVersion"]?.scalarText.flatMap({ Int($0) })
        else { return }
        var row = template
        row["defaultVersionNumber"] = .integer(number)
        world.registry[Self.templates][id] = row
    }

    private static let templates = "ec2/launch-template"

    private func template(in world: World) -> (id: String, row: Value)? {
        let all = world.registry[Self.templates].all
        let found = all.first { id, row in
            id == input["launchTemplateId"]?.string
                || row["launchTemplateName"]?.string != nil && row["launchTemplateName"] == input["launchTemplateName"]
        }
        return found.map { ($0.key, $0.value) }
    }

    private func registerTarget(_ world: inout World) throws(Refusal) {
        guard let resource = input["resourceId"]?.string, world.scalableService(resource) != nil else { return }
        var change = ScalableTargetChange()
        change.minCapacity = input["minCapacity"]?.integer
        change.maxCapacity = input["maxCapacity"]?.integer
        _ = try world.registerScalableTarget(
            ScalableTarget.Identity(namespace: "ecs", resourceID: resource, dimension: "ecs:service:DesiredCount"),
            change)
    }

    private func updateProvider(_ world: inout World) throws(Refusal) {
        guard let id = world.ecs.capacityProviderNames[input["name"]?.string ?? ""],
            var provider = world.ecs.capacityProviders[id], let said = input["autoScalingGroupProvider"]
        else { return }
        provider.read(said)
        try world.updateCapacityProvider(
            id, scaling: provider.managedScaling, protection: provider.managedTerminationProtection,
            draining: provider.managedDraining)
    }

    private func createTargetGroup(_ world: inout World) throws(Refusal) -> Value {
        let id = try world.createTargetGroup(input["name"]?.string ?? "", settings: input)
        let arn = world.balancing.targetGroups[id]?.arn ?? ""
        return ["targetGroups": [["targetGroupArn": .string(arn)]]]
    }
}

extension World {
    /// Has traffic come to a target group that no listener of this world names: the plan's listeners stand for this one.
    mutating func attach(_ arn: String) throws(Refusal) {
        guard balancing.targetGroupArns[arn] != nil, !isAttached(targetGroup: arn) else { return }
        let balancer = try createLoadBalancer("forecast", settings: ["type": "application"])
        let count = balancing.loadBalancers[balancer]?.listeners.count ?? 0
        _ = try createListener(
            on: balancer, settings: ["port": .integer(1 + count), "protocol": "HTTP"],
            actions: [["type": "forward", "targetGroupArn": .string(arn)]])
    }

    /// A revision of the same content; the name itself when there is none of that name.
    mutating func copyDefinition(_ name: String) -> String {
        guard let definition = ecs.taskDefinitions[name] else { return name }
        return registerTaskDefinition(
            family: definition.family, shown: definition.shown, tags: definition.tags, plan: definition.plan)
    }
}
