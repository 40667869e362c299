import AWSWire
import Model
import Simulation

/// What happened, as EventBridge has it (aws-facts 8.3).
enum EventText {
    /// The event; nil for what AWS tells nobody.
    static func event(_ announcement: Announcement, in world: World) -> EventsQueue.Event? {
        switch announcement.subject {
        case .task(let task): self.task(task, at: announcement.at, world)
        case .containerInstance(let instance): containerInstance(instance, at: announcement.at, world)
        case .action(let name, let type, let service, let cluster):
            ecs(
                "ECS Service Action", service, cluster, world,
                [
                    "eventType": .string(type), "eventName": .string(name), "clusterArn": .string(world.arn(cluster)),
                    "createdAt": .string(announcement.at.text),
                ])
        case .deployment(let id, let state, let reason, let service, let cluster):
            ecs(
                "ECS Deployment State Change", service, cluster, world,
                [
                    "eventType": state == "FAILED" ? "ERROR" : "INFO",
                    "eventName": .string("SERVICE_DEPLOYMENT_\(state)"), "deploymentId": .string(id),
                    "updatedAt": .string(announcement.at.text), "reason": .string(reason),
                ])
        case .spotInterruption(let instance, let zone):
            ec2("EC2 Spot Instance Interruption Warning", instance, zone, ["instance-action": "terminate"])
        case .rebalanceRecommendation(let instance, let zone):
            ec2("EC2 Instance Rebalance Recommendation", instance, zone, [:])
        case .activity(let activity, let group): self.activity(activity, group, world)
        case .refresh(let id, let group, let word):
            autoScaling(
                "EC2 Auto Scaling Instance Refresh \(word)", group, world, [],
                ["InstanceRefreshId": .string(id), "AutoScalingGroupName": .string(group)])
        }
    }

    private static func task(_ task: ECSTask, at instant: Instant, _ world: World) -> EventsQueue.Event {
        var detail = withTexts(world.shown(task, tags: false))
        detail["updatedAt"] = .string(instant.text)
        return EventsQueue.Event(
            source: "aws.ecs", type: "ECS Task State Change", resources: [world.arn(task)], detail: detail)
    }

    private static func containerInstance(
        _ instance: ContainerInstance, at instant: Instant, _ world: World
    ) -> EventsQueue.Event {
        var detail = withTexts(world.shown(instance, include: []))
        detail["clusterArn"] = .string(world.arn(instance.cluster))
        detail["updatedAt"] = .string(instant.text)
        return EventsQueue.Event(
            source: "aws.ecs", type: "ECS Container Instance State Change",
            resources: [world.containerInstanceArn(instance.id, in: instance.cluster)], detail: detail)
    }

    /// Times are texts in events, and numbers in the API.
    private static func withTexts(_ shown: Value) -> Value {
        .object(
            (shown.object ?? [:]).mapValues { value in
                if case .number(let seconds) = value.content { .string(Timestamps.iso8601(seconds)) } else { value }
            })
    }

    private static func ecs(
        _ type: String, _ service: String, _ cluster: ClusterID, _ world: World, _ detail: Value
    ) -> EventsQueue.Event {
        let arn = world.ecsArn("service", "\(world.clusterName(cluster))/\(service)")
        return EventsQueue.Event(source: "aws.ecs", type: type, resources: [arn], detail: detail)
    }

    private static func ec2(_ type: String, _ instance: String, _ zone: String, _ more: Value) -> EventsQueue.Event {
        EventsQueue.Event(
            source: "aws.ec2", type: type, resources: ["arn:aws:ec2:\(zone):instance/\(instance)"],
            detail: more.overlaid(with: ["instance-id": .string(instance)]))
    }

    private static func activity(
        _ activity: AutoScalingGroup.Activity, _ group: String, _ world: World
    ) -> EventsQueue.Event? {
        let words = [("Launching", "Launch"), ("Terminating", "Terminate")]
        guard let word = words.first(where: { activity.description.hasPrefix($0.0) })?.1,
            ["Successful", "Failed"].contains(activity.status)
        else { return nil }
        let end = activity.status == "Failed" ? "Unsuccessful" : "Successful"
        var detail: Value = [
            "StatusCode": activity.status == "Failed" ? "Failed" : "InProgress", "ActivityId": .string(activity.id),
            "AutoScalingGroupName": .string(group), "Description": .string(activity.description),
            "Cause": .string(activity.cause), "StartTime": .string(activity.startedAt.text),
            "StatusMessage": .string(activity.message ?? ""),
        ]
        detail["EndTime"] = activity.endedAt.map { .string($0.text) }
        detail["EC2InstanceId"] = activity.instance.isEmpty ? nil : .string(activity.instance)
        let place = activity.instance.isEmpty ? [] : [world.place.arn("ec2", "instance/\(activity.instance)")]
        return autoScaling("EC2 Instance \(word) \(end)", group, world, place, detail)
    }

    private static func autoScaling(
        _ type: String, _ group: String, _ world: World, _ resources: [String], _ detail: Value
    ) -> EventsQueue.Event {
        let arn = Groups.all(world).first { $0.name == group }.map { Groups.arn($0, world.place) }
        return EventsQueue.Event(
            source: "aws.autoscaling", type: type, resources: (arn.map { [$0] } ?? []) + resources, detail: detail)
    }
}
