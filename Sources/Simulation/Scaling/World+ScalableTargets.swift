public import Model

/// What RegisterScalableTarget says; nil leaves a target's value as it is.
public struct ScalableTargetChange: Sendable {
    /// Fewest; has to be said of a new target.
    public var minCapacity: Int?
    /// Most; has to be said of a new target.
    public var maxCapacity: Int?
    /// AWS's `RoleARN`; nil for the service-linked role.
    public var roleArn: String?
    /// AWS's `SuspendedState`, as a whole.
    public var suspended: ScalableTarget.Suspension?
    /// AWS's list of `{key, value}`, for a new target.
    public var tags: Value?

    /// No change.
    public init() {}
}

extension World {
    /// RegisterScalableTarget: makes or changes a target and moves the count into its bounds at once (aws-facts 4.11).
    ///
    /// Gives the target's ARN.
    public mutating func registerScalableTarget(
        _ identity: ScalableTarget.Identity, _ change: ScalableTargetChange
    ) throws(Refusal) -> String {
        let old = scaling[identity]
        guard let least = change.minCapacity ?? old?.minCapacity, let most = change.maxCapacity ?? old?.maxCapacity
        else {
            throw Refusal("ValidationException", "MinCapacity and MaxCapacity are required for a new scalable target.")
        }
        guard least <= most else {
            throw Refusal("ValidationException", "Maximum capacity cannot be less than minimum capacity")
        }
        let known = scaling.place(of: identity)
        let place = if let known { known } else { try makeScalableTarget(identity, change) }
        scaling.targets[place].minCapacity = least
        scaling.targets[place].maxCapacity = most
        if let role = change.roleArn { scaling.targets[place].roleArn = role }
        if let suspended = change.suspended { scaling.targets[place].suspended = suspended }
        clampCapacity(place)
        return scaling.targets[place].arn
    }

    /// DeregisterScalableTarget: its policies, their alarms and its scheduled actions go too; false when there is none.
    public mutating func deregisterScalableTarget(_ identity: ScalableTarget.Identity) -> Bool {
        guard let place = scaling.place(of: identity) else { return false }
        for policy in scaling.targets[place].policies { dropPolicy(policy) }
        scaling.remove(at: place)
        return true
    }

    /// Replaces a scalable target's tags, a list of `{key, value}`; false when no target has this ARN.
    @discardableResult
    public mutating func setScalableTargetTags(_ arn: String, _ tags: Value) -> Bool {
        guard let place = scaling.targets.firstIndex(where: { $0.arn == arn }) else { return false }
        scaling.targets[place].tags = tags
        return true
    }

    /// The ECS service behind `service/<cluster>/<service>`; nil when there is none that is ACTIVE.
    public func scalableService(_ resourceID: String) -> ServiceID? {
        let parts = resourceID.split(separator: "/").map(String.init)
        guard parts.count == 3, parts[0] == "service", let cluster = ecs.clusterNames[parts[1]],
            let id = ecs.clusters[cluster]?.serviceNames[parts[2]], ecs.services[id]?.status == .active
        else { return nil }
        return id
    }

    private mutating func makeScalableTarget(
        _ identity: ScalableTarget.Identity, _ change: ScalableTargetChange
    ) throws(Refusal) -> Int {
        let service = identity.namespace == "ecs" ? scalableService(identity.resourceID) : nil
        if identity.namespace == "ecs", service == nil {
            throw Refusal("ValidationException", "ECS service doesn't exist: \(identity.resourceID)")
        }
        let number = hex(26, nextOrdinal())
        let arn = place.arn("application-autoscaling", "scalable-target/0\(number)")
        var target = ScalableTarget(
            namespace: identity.namespace, resourceID: identity.resourceID, dimension: identity.dimension, arn: arn,
            minCapacity: 0, maxCapacity: 0, roleArn: serviceLinkedRole(identity), tags: change.tags ?? .list([]),
            createdAt: now)
        target.service = service
        return scaling.add(target)
    }

    /// The role that Application Auto Scaling makes for itself in each service.
    private func serviceLinkedRole(_ identity: ScalableTarget.Identity) -> String {
        let roles = [
            "ecs": ("ecs", "ECSService"), "dynamodb": ("dynamodb", "DynamoDBTable"),
            "sagemaker": ("sagemaker", "SageMakerEndpoint"), "rds": ("rds", "RDSCluster"),
            "lambda": ("lambda", "LambdaConcurrency"), "cassandra": ("cassandra", "CassandraTable"),
            "appstream": ("appstream", "AppStreamFleet"), "ec2": ("ec2", "EC2SpotFleetRequest"),
            "comprehend": ("comprehend", "ComprehendEndpoint"), "kafka": ("kafka", "KafkaCluster"),
            "elasticache": ("elasticache", "ElastiCacheRG"), "custom-resource": ("custom-resource", "CustomResource"),
        ]
        let (host, name) = roles[identity.namespace] ?? (identity.namespace, identity.namespace)
        return "arn:aws:iam::\(place.account):role/aws-service-role/\(host).application-autoscaling.amazonaws.com/"
            + "AWSServiceRoleForApplicationAutoScaling_\(name)"
    }
}

extension World {
    /// The service of a target, looked for again when it was deleted and made anew.
    mutating func service(of place: Int) -> ServiceID? {
        if let known = scaling.targets[place].service, ecs.services[known]?.status == .active { return known }
        guard scaling.targets[place].namespace == "ecs" else { return nil }
        scaling.targets[place].service = scalableService(scaling.targets[place].resourceID)
        return scaling.targets[place].service
    }

    /// Moves a service's count and writes down why; does nothing when it has that count.
    mutating func scale(_ place: Int, to count: Int, cause: String) {
        guard let service = service(of: place), let before = ecs.services[service]?.settings.desiredCount,
            before != count
        else { return }
        setDesiredCount(service, count)
        let done = "Successfully set desired count to \(count). Change successfully fulfilled by ecs."
        noteScaling(place, "Setting desired count to \(count).", cause, done)
        note(.service(service), ecs.services[service]?.name ?? "", "desired count \(before) to \(count): \(cause)")
    }

    mutating func noteScaling(_ place: Int, _ description: String, _ cause: String, _ message: String) {
        let activity = ScalableTarget.Activity(
            id: uuid(nextOrdinal()), description: description, cause: cause, at: now, status: "Successful",
            message: message)
        scaling.targets[place].note(activity)
    }

    /// Moves the count into the target's bounds.
    mutating func clampCapacity(_ place: Int) {
        guard let service = service(of: place), let count = ecs.services[service]?.settings.desiredCount else { return }
        let target = scaling.targets[place]
        if count < target.minCapacity {
            scale(place, to: target.minCapacity, cause: "minimum capacity was set to \(target.minCapacity)")
        } else if count > target.maxCapacity {
            scale(place, to: target.maxCapacity, cause: "maximum capacity was set to \(target.maxCapacity)")
        }
    }

    /// Where scaling starts from: the tasks that run, but never more than are wanted (aws-facts 6).
    func startingCount(_ service: ServiceID) -> Int {
        let tasks = ecs.services[service]?.tasks ?? []
        let running = tasks.count { ecs.tasks[$0]?.lastStatus == .running && ecs.tasks[$0]?.isWanted == true }
        return min(running, ecs.services[service]?.settings.desiredCount ?? 0)
    }
}
