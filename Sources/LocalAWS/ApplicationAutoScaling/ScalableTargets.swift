import Model
import Simulation

extension LocalApplicationAutoScaling {
    static func registerScalableTarget(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let identity = identity(request)
        try check(identity, world)
        var change = ScalableTargetChange()
        change.minCapacity = request["minCapacity"]?.integer
        change.maxCapacity = request["maxCapacity"]?.integer
        change.roleArn = request.text("roleARN")
        change.suspended = request["suspendedState"].map { said in
            suspension(said, over: world.scaling[identity]?.suspended ?? ScalableTarget.Suspension())
        }
        change.tags = WrittenTags(request["tags"]).list
        return ["scalableTargetARN": .string(try world.registerScalableTarget(identity, change))]
    }

    static func describeScalableTargets(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let ids = request.texts("resourceIds")
        let found = targets(world, request).filter { ids.isEmpty || ids.contains($0.resourceID) }
        return try answer("scalableTargets", found.map(row), request, size: 50)
    }

    static func deregisterScalableTarget(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let identity = identity(request)
        guard world.deregisterScalableTarget(identity) else {
            throw Refusal("ObjectNotFoundException", "No scalable target found for \(identity.words)")
        }
        return .emptyObject
    }

    static func describeScalingActivities(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let found = targets(world, request).flatMap { target in
            target.activities.map { (at: $0.at, row: row($0, of: target)) }
        }
        // A stable order: newest first, as the targets' own lists are.
        let rows = found.enumerated().sorted { a, b in
            a.element.at != b.element.at ? a.element.at > b.element.at : a.offset < b.offset
        }
        return try answer("scalingActivities", rows.map(\.element.row), request, size: 50)
    }

    /// A dimension begins with its namespace; what stands behind an ECS dimension is a service.
    private static func check(_ identity: ScalableTarget.Identity, _ world: World) throws(Refusal) {
        let words = identity.dimension.split(separator: ":").map(String.init)
        let isECS = identity.namespace == "ecs"
        guard words.first == identity.namespace, !isECS || identity.resourceID.hasPrefix("service/") else {
            throw Refusal(
                "ValidationException", "Unsupported service namespace, resource type or scalable dimension")
        }
        guard isECS, let service = world.scalableService(identity.resourceID) else { return }
        guard world.ecs.services[service]?.settings.scheduling != .daemon else {
            throw Refusal(
                "ValidationException", "Scaling is not supported for services with the DAEMON scheduling strategy.")
        }
    }

    private static func suspension(
        _ said: Value, over old: ScalableTarget.Suspension
    ) -> ScalableTarget.Suspension {
        var state = old
        state.scalingIn = said["dynamicScalingInSuspended"]?.bool ?? state.scalingIn
        state.scalingOut = said["dynamicScalingOutSuspended"]?.bool ?? state.scalingOut
        state.scheduled = said["scheduledScalingSuspended"]?.bool ?? state.scheduled
        return state
    }

    private static func row(_ target: ScalableTarget) -> Value {
        [
            "serviceNamespace": .string(target.namespace), "resourceId": .string(target.resourceID),
            "scalableDimension": .string(target.dimension), "minCapacity": .integer(target.minCapacity),
            "maxCapacity": .integer(target.maxCapacity), "roleARN": .string(target.roleArn),
            "creationTime": target.createdAt.shown, "scalableTargetARN": .string(target.arn),
            "suspendedState": [
                "dynamicScalingInSuspended": .bool(target.suspended.scalingIn),
                "dynamicScalingOutSuspended": .bool(target.suspended.scalingOut),
                "scheduledScalingSuspended": .bool(target.suspended.scheduled),
            ],
        ]
    }

    private static func row(_ activity: ScalableTarget.Activity, of target: ScalableTarget) -> Value {
        [
            "activityId": .string(activity.id), "serviceNamespace": .string(target.namespace),
            "resourceId": .string(target.resourceID), "scalableDimension": .string(target.dimension),
            "description": .string(activity.description), "cause": .string(activity.cause),
            "startTime": activity.at.shown, "endTime": activity.at.shown, "statusCode": .string(activity.status),
            "statusMessage": .string(activity.message),
        ]
    }
}
