import Model

/// The cluster's capacity providers, their groups, and the launch templates that those start instances from.
extension Discovery {
    mutating func findCapacity() async {
        let cluster = stack.all("ClusterCapacityProviders").first?.live.spec
        let strategies = stack.all("Service").flatMap { $0.live.spec["capacityProviderStrategy"]?.list ?? [] }
        let used = strategies + (cluster?["defaultCapacityProviderStrategy"]?.list ?? [])
        let associated = (cluster?["capacityProviders"]?.list ?? []).compactMap(\.string)
        let names = Set(associated + used.compactMap { $0["capacityProvider"]?.string })
            .filter { !$0.hasPrefix("FARGATE") }
        await observe(names.sorted().map { stub("CapacityProvider", $0) })
        await findGroups()
        await findTemplates()
        noteWords()
    }

    /// `$Latest` and `$Default` mean another version as soon as somebody makes one; manifests go by the number.
    private mutating func noteWords() {
        for group in stack.all("AutoScalingGroup") {
            let words = Self.templates(group.live.detail).compactMap { $0["version"]?.string }.filter {
                $0.hasPrefix("$")
            }
            guard let word = words.first else { continue }
            let isMixed = Self.templates(group.live.spec).contains { $0["version"]?.string?.hasPrefix("$") == true }
            let told =
                isMixed
                ? "its instances are of several versions, and the first apply brings them to the latest one"
                : "the manifest goes by the number that its instances were made from, which the next roll writes"
            stack.note("group \(group.awsName) starts instances from \(word): \(told)", about: group.id)
        }
    }

    private mutating func findGroups() async {
        let arns = stack.all("CapacityProvider").compactMap {
            $0.live.spec["autoScalingGroupProvider"]?["autoScalingGroupArn"]?.string
        }
        let mark = "autoScalingGroupName/"
        let names = arns.compactMap { arn in arn.firstRange(of: mark).map { String(arn[$0.upperBound...]) } }
        await observe(Set(names).sorted().map { stub("AutoScalingGroup", $0) })
    }

    private mutating func findTemplates() async {
        let names = stack.all("AutoScalingGroup").flatMap { Self.templates($0.live.spec) }
            .compactMap { $0["launchTemplateName"]?.string }
        await observe(Set(names).sorted().map { stub("LaunchTemplate", $0) })
    }

    /// Every launch template that a group's spec names.
    static func templates(_ spec: Value) -> [Value] {
        let mixed = spec["mixedInstancesPolicy"]?["launchTemplate"]
        let overrides = (mixed?["overrides"]?.list ?? []).compactMap { $0["launchTemplateSpecification"] }
        return [spec["launchTemplate"], mixed?["launchTemplateSpecification"]].compactMap { $0 } + overrides
    }
}
