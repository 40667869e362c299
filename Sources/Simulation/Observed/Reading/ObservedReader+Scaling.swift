import Model

/// Scalable targets: the bounds of autoscaled counts. What moves them is not read.
extension ObservedReader {
    mutating func readScalableTargets() {
        for row in observed.scalableTargets.map(ObservedRow.init) {
            guard let namespace = row.text("serviceNamespace"), let id = row.text("resourceId"),
                let dimension = row.text("scalableDimension"), let service = world.scalableService(id)
            else { continue }
            var target = ScalableTarget(
                namespace: namespace, resourceID: id, dimension: dimension, arn: row.text("scalableTargetARN") ?? "",
                minCapacity: row.number("minCapacity") ?? 0, maxCapacity: row.number("maxCapacity") ?? 0,
                roleArn: row.text("roleARN") ?? "", tags: row.tags, createdAt: row.time("creationTime") ?? world.now)
            let suspended = row.row("suspendedState")
            target.suspended.scalingIn = suspended.flag("dynamicScalingInSuspended") ?? false
            target.suspended.scalingOut = suspended.flag("dynamicScalingOutSuspended") ?? false
            target.suspended.scheduled = suspended.flag("scheduledScalingSuspended") ?? false
            target.service = service
            _ = world.scaling.add(target)
        }
    }
}
