import Model

extension Evidence {
    /// Failed launches whose message says one of `texts`; nil when there are none.
    fileprivate func launches(_ texts: [String]) -> [CapacityEvidence.Launch]? {
        let found = (capacity?.failedLaunches ?? []).filter { launch in
            texts.contains { launch.message.lowercased().contains($0.lowercased()) }
        }
        return found.isEmpty ? nil : found
    }

    /// `group spot, 2 launches failed: There is no Spot capacity … (eu-west-1a, eu-west-1b)`.
    fileprivate func told(_ launches: [CapacityEvidence.Launch]) -> String {
        let zones = Set(launches.compactMap(\.zone)).sorted().joined(separator: ", ")
        let count = launches.count
        let text = launches.first.map { Said.short($0.message) } ?? ""
        return "group \(launches.first?.group ?? ""), \(count) launch\(count == 1 ? "" : "es") failed: \(text)"
            + (zones.isEmpty ? "" : " (\(zones))")
    }
}

/// EC2 refuses what the launch template asks for.
struct LaunchTemplateBroken: CauseRule {
    static let id = "launch-template-broken"
    /// What EC2 says, and which member of the template's data it is about.
    private static let signs: [(text: String, member: String, words: String)] = [
        ("IAM instance profile", "iamInstanceProfile", "the instance profile"),
        ("image id", "imageId", "the image"), ("InvalidAMI", "imageId", "the image"),
        ("key pair", "keyName", "the key pair"), ("InvalidKeyPair", "keyName", "the key pair"),
        ("security group", "securityGroupIds", "the security groups"),
        ("InvalidFleetConfiguration", "instanceType", "the instance types"),
        ("is not supported in your requested Availability Zone", "instanceType", "the instance types"),
        ("requested configuration is currently not supported", "instanceType", "the configuration"),
        ("launch template", "imageId", "the launch template"), ("Authentication Failure", "imageId", "the template"),
        ("snapshot", "blockDeviceMappings", "the volumes"), ("encrypt", "blockDeviceMappings", "the volumes"),
    ]

    func cause(_ evidence: Evidence) -> Cause? {
        for sign in Self.signs {
            guard let launches = evidence.launches([sign.text]), let first = launches.first else { continue }
            let spot = evidence.manifest.template(
                of: first.group, FieldPath([sign.member]), "\(sign.words) of the launch template")
            return found(
                "no instance can be launched: \(sign.words) of the launch template is refused", evidence.told(launches),
                fix: "correct \(spot), then commit", at: spot)
        }
        return nil
    }
}

/// The account may not have more.
struct InstanceQuotaReached: CauseRule {
    static let id = "instance-quota-reached"

    func cause(_ evidence: Evidence) -> Cause? {
        let launches = evidence.launches([
            "VcpuLimitExceeded", "vCPU limit", "current instance limit", "MaxSpotInstanceCountExceeded",
            "Max spot instance count exceeded", "reached your quota",
        ])
        guard let launches, let first = launches.first else { return nil }
        let spot = evidence.manifest.group(first.group, "/mixedInstancesPolicy", "the instance types")
        return found(
            "the account's quota of instances is reached", evidence.told(launches),
            fix: "ask for a higher quota in Service Quotas (EC2, running instances), or use other types in \(spot)",
            at: spot)
    }
}

/// EC2 has none to give, Spot or on-demand.
struct NoCapacityInZone: CauseRule {
    static let id = "no-capacity-in-zone"

    func cause(_ evidence: Evidence) -> Cause? {
        let launches = evidence.launches([
            "no Spot capacity available", "UnfulfillableCapacity", "InsufficientInstanceCapacity",
            "sufficient capacity",
            "capacity-not-available", "Could not launch Spot Instances",
        ])
        guard let launches, let first = launches.first else { return nil }
        let spot = evidence.manifest.group(first.group, "/mixedInstancesPolicy", "the instance types and zones")
        let isSpot = launches.contains { $0.message.contains("Spot") }
        return found(
            "EC2 has no \(isSpot ? "Spot " : "")capacity for the group", evidence.told(launches),
            fix:
                "add instance types and zones in \(spot)\(isSpot ? ", or an on-demand base" : ""); ECS goes on by itself "
                + "once instances come",
            at: spot)
    }
}

/// Somebody suspended what would launch instances.
struct LaunchesSuspended: CauseRule {
    static let id = "launches-suspended"

    func cause(_ evidence: Evidence) -> Cause? {
        let group = evidence.capacity?.groups.first {
            !Set($0.suspended).isDisjoint(with: ["Launch", "AddToLoadBalancer"])
        }
        guard let group, evidence.rollout.allTasks.waitingForRoom > 0 else { return nil }
        let spot = evidence.manifest.group(group.name, "/", "the group")
        return found(
            "the group launches no instances: the process is suspended",
            "group \(group.name), suspended: \(group.suspended.joined(separator: ", "))",
            fix: "aws autoscaling resume-processes --auto-scaling-group-name \(group.name)", at: spot)
    }
}

/// The capacity provider does not work.
struct CapacityProviderFailed: CauseRule {
    static let id = "capacity-provider-failed"

    func cause(_ evidence: Evidence) -> Cause? {
        guard let provider = evidence.capacity?.brokenProviders.first else { return nil }
        let spot = evidence.manifest.provider(provider.name)
        return found(
            "the capacity provider does not raise its group", "\(provider.name): \(Said.short(provider.reason))",
            fix: "mend the capacity provider (\(spot)): its group must exist, and belong to it alone", at: spot)
    }
}

/// Instances run, and ECS does not know them.
struct InstancesNotRegistered: CauseRule {
    static let id = "instances-not-registered"
    /// Seconds in which a booting instance registers.
    private static let patience: Double = 300

    func cause(_ evidence: Evidence) -> Cause? {
        guard let capacity = evidence.capacity else { return nil }
        let known = Set(capacity.instances.map(\.id))
        for group in capacity.groups {
            let lost = group.inService.filter { id in
                !known.contains(id) && capacity.latest - (capacity.launchedAt[id] ?? 0) > Self.patience
            }
            guard !lost.isEmpty, lost.count == group.inService.count else { continue }
            let spot = evidence.manifest.template(of: group.name, "/ecsConfig", "the user data")
            return found(
                "the group's instances do not join the cluster",
                "group \(group.name): \(lost.count) in service, none registered (\(lost.prefix(3).joined(separator: ", ")))",
                fix:
                    "check ECS_CLUSTER in \(spot), the instance profile (AmazonEC2ContainerServiceforEC2Role) and the way "
                    + "to ECS's endpoints",
                at: spot)
        }
        return nil
    }
}
