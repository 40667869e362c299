import Model

/// Live scalable targets: whoever made them, the count of their services is Application Auto Scaling's.
enum ServiceAutoscaling {
    /// `found` with `scalableTarget` (`minCapacity`, `maxCapacity`) in the detail of each service that has one; asked only
    /// for services whose manifests state a count. A failure is noted as `scalableTarget/unknown`, the service stays known.
    static func noted(
        in found: [ResourceID: Observation], of resources: [Resource], _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        let counted = resources.filter { $0.spec["desiredCount"] != nil && found[$0.id]?.live != nil }
        var noted = found
        for batch in counted.chunked(by: 50) {
            let ids = batch.compactMap { found[$0.id]?.live?.outputs["resourceId"] }
            let targets = await targets(ids, context)
            for resource in batch {
                guard var live = found[resource.id]?.live, let id = live.outputs["resourceId"] else { continue }
                guard let target = targets[id] ?? targets[.null] else { continue }
                live.detail["scalableTarget"] = target
                noted[resource.id] = .live(live)
            }
        }
        return noted
    }

    /// The count's claim where a live scalable target moves it (DESIGN section 6); any count is its business while AWS could not
    /// be asked.
    static func claims(on resource: Resource, live: Live) -> [Claim] {
        guard let target = live.detail["scalableTarget"] else { return [] }
        let bounds = target["minCapacity"]?.integer.flatMap { low in
            target["maxCapacity"]?.integer.flatMap { low <= $0 ? low...$0 : nil }
        }
        return [Claim(resource.id, "/desiredCount", owner: "a scalable target in AWS", band: bounds)]
    }

    /// Bounds by resource id; the answer for all is below null when AWS could not be asked.
    private static func targets(_ ids: [Value], _ context: ObservationContext) async -> [Value: Value] {
        let input: Value = [
            "serviceNamespace": ScalableTargets.namespace, "scalableDimension": ScalableTargets.dimension,
            "resourceIds": .list(ids),
        ]
        do {
            let call = AWSCall(ScalableTargets.service, "DescribeScalableTargets", input)
            let targets = try await context.aws.sendAll(call)["scalableTargets"]?.list ?? []
            let pairs = targets.map { target in
                (target["resourceId"] ?? .null, bounds(target))
            }
            return Dictionary(pairs) { first, _ in first }
        } catch {
            return [.null: ["unknown": .string(String(describing: error))]]
        }
    }

    private static func bounds(_ target: Value) -> Value {
        var bounds = Value.emptyObject
        for name in ["minCapacity", "maxCapacity"] { bounds[name] = target[name] }
        return bounds
    }
}
