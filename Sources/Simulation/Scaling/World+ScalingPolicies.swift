public import Model

extension World {
    /// PutScalingPolicy: makes a policy or changes the one of this name; target tracking brings its alarms along.
    ///
    /// `configuration` is AWS's `…Configuration` of the type. Gives the policy as it stands.
    public mutating func putScalingPolicy(
        _ name: String, on identity: ScalableTarget.Identity, type: String, configuration: Value
    ) throws(Refusal) -> ScalingPolicy {
        guard let place = scaling.place(of: identity) else {
            throw Refusal("ObjectNotFoundException", "No scalable target registered for \(identity.words)")
        }
        let index =
            scaling.targets[place].policies.firstIndex { $0.name == name } ?? makePolicy(name, place, type, identity)
        guard scaling.targets[place].policies[index].type == type else {
            throw Refusal("ValidationException", "The policy type of an existing scaling policy can't be changed.")
        }
        scaling.targets[place].policies[index].configuration = configuration
        if type == "TargetTrackingScaling" { putTrackingAlarms(place, index) }
        return scaling.targets[place].policies[index]
    }

    /// DeleteScalingPolicy; false when there is none of this name.
    public mutating func deleteScalingPolicy(_ name: String, on identity: ScalableTarget.Identity) -> Bool {
        guard let place = scaling.place(of: identity),
            let index = scaling.targets[place].policies.firstIndex(where: { $0.name == name })
        else { return false }
        dropPolicy(scaling.targets[place].policies[index])
        scaling.targets[place].policies.remove(at: index)
        return true
    }

    /// What goes with a policy: the alarms that AWS made for it; those that people made stay.
    mutating func dropPolicy(_ policy: ScalingPolicy) {
        scaling.owners[policy.arn] = nil
        for alarm in policy.alarms { deleteAlarm(alarm) }
    }

    private mutating func makePolicy(
        _ name: String, _ place: Int, _ type: String, _ identity: ScalableTarget.Identity
    ) -> Int {
        let resource = "resource/\(identity.namespace)/\(identity.resourceID)"
        let arn = self.place.arn(
            "autoscaling", "scalingPolicy:\(uuid(nextOrdinal())):\(resource):policyName/\(name)")
        scaling.owners[arn] = identity
        scaling.targets[place].policies.append(
            ScalingPolicy(name: name, arn: arn, type: type, configuration: .emptyObject, createdAt: now))
        return scaling.targets[place].policies.count - 1
    }

    /// The alarms of a target tracking policy, by AWS's names and with AWS's periods (aws-facts 6).
    private mutating func putTrackingAlarms(_ place: Int, _ index: Int) {
        let target = scaling.targets[place]
        let policy = target.policies[index]
        guard let value = policy.configuration["targetValue"]?.number else { return }
        let metric = TrackedMetric(policy.configuration, of: target.identity)
        let drafts = TrackingAlarm.drafts(target: value, disableScaleIn: policy.disablesScaleIn, metric)
        var names = policy.alarms
        for name in names.dropFirst(drafts.count) { deleteAlarm(name) }
        names = Array(names.prefix(drafts.count))
        for draft in drafts.dropFirst(names.count) {
            names.append("TargetTracking-\(target.resourceID)-\(draft.suffix)-\(uuid(nextOrdinal()))")
        }
        for (name, draft) in zip(names, drafts) {
            putAlarm(
                name, draft.shown(metric, policyArn: policy.arn), tags: .list([]),
                isTargetTracking: true)
        }
        scaling.targets[place].policies[index].alarms = names
    }
}

extension ScalingPolicy {
    /// AWS's `DisableScaleIn`.
    var disablesScaleIn: Bool { configuration["disableScaleIn"]?.bool ?? false }
    /// AWS's `ScaleOutCooldown`, for step scaling `Cooldown`; 300 seconds where nothing is said (aws-facts 6).
    var outCooldown: Span { .seconds(cooldown("scaleOutCooldown")) }
    /// AWS's `ScaleInCooldown`, for step scaling `Cooldown`.
    var inCooldown: Span { .seconds(cooldown("scaleInCooldown")) }

    private func cooldown(_ member: String) -> Int {
        configuration[member]?.integer ?? configuration["cooldown"]?.integer ?? 300
    }
}

extension ScalableTarget.Identity {
    /// As AWS's refusals name a target.
    public var words: String {
        "service namespace: \(namespace), resource ID: \(resourceID), scalable dimension: \(dimension)"
    }
}
