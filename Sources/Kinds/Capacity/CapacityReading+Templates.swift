import Model

/// Launch template versions, instance types and subnets: what new instances are started from.
extension CapacityReading {
    /// A version of a launch template, as a group or an instance names it.
    private struct Version: Hashable, Comparable {
        /// `launchTemplateId` or `launchTemplateName`.
        let member: String
        let template: String
        /// A number, `$Latest` or `$Default`.
        let version: String

        init?(_ specification: Value?) {
            guard let specification else { return nil }
            let id = specification["launchTemplateId"]?.string
            guard let template = id ?? specification["launchTemplateName"]?.string else { return nil }
            self.template = template
            member = id == nil ? "launchTemplateName" : "launchTemplateId"
            version = specification["version"]?.string ?? "$Default"
        }

        var isNumbered: Bool { Int(version) != nil }
        var call: AWSCall {
            AWSCall(
                "ec2", "DescribeLaunchTemplateVersions",
                .object([member: .string(template), "versions": [.string(version)]]))
        }

        static func < (a: Version, b: Version) -> Bool {
            (a.template, a.version, a.member) < (b.template, b.version, b.member)
        }
    }

    /// Numbered versions never change and are asked for once; what `$Latest` and `$Default` mean now is asked each time.
    mutating func readTemplates() async {
        let policies = seen.groups.compactMap { $0["mixedInstancesPolicy"]?["launchTemplate"] }
        let named =
            (seen.groups + seen.groups.flatMap { $0["instances"]?.list ?? [] }).map { $0["launchTemplate"] }
            + policies.map { $0["launchTemplateSpecification"] }
            + policies.flatMap { $0["overrides"]?.list ?? [] }.map { $0["launchTemplateSpecification"] }
        let versions = Set(named.compactMap(Version.init)).sorted()
        let moving = await ask(versions.filter { !$0.isNumbered }.map(\.call))
        let fixed = await ask(versions.filter(\.isNumbered).map(\.call), kept: .immutable)
        let rows = { (replies: [Value?]) in replies.flatMap { $0?["launchTemplateVersions"]?.list ?? [] } }
        var known = rows(moving)
        for row in rows(fixed) where !known.contains(where: { Self.isSame($0, row) }) {
            // Which version is the default may have changed since.
            var row = row
            row["defaultVersion"] = nil
            known.append(row)
        }
        seen.launchTemplateVersions = known
    }

    private static func isSame(_ a: Value, _ b: Value) -> Bool {
        a["launchTemplateId"] == b["launchTemplateId"] && a["versionNumber"] == b["versionNumber"]
    }

    /// The types that run and those that may be launched, each asked for once.
    mutating func readTypes() async {
        let overrides = seen.groups.compactMap { $0["mixedInstancesPolicy"]?["launchTemplate"]?["overrides"] }
        let named =
            seen.instances.map { $0["instanceType"] } + overrides.flatMap { $0.list ?? [] }.map { $0["instanceType"] }
            + seen.launchTemplateVersions.map { $0["launchTemplateData"]?["instanceType"] }
        var missing: [String] = []
        for name in Set(named.compactMap { $0?.string }).sorted() {
            if let known = await context.cache.answer(to: Self.type([name])) {
                seen.instanceTypes.append(known)
            } else {
                missing.append(name)
            }
        }
        for row in await ask(about: missing, by: 100, Self.type).flatMap({ $0["instanceTypes"]?.list ?? [] }) {
            seen.instanceTypes.append(row)
            guard let name = row["instanceType"]?.string else { continue }
            await context.cache.keep(row, as: Self.type([name]), .immutable, of: nil)
        }
    }

    private static func type(_ names: [String]) -> AWSCall {
        AWSCall("ec2", "DescribeInstanceTypes", ["instanceTypes": .texts(names)])
    }

    /// A subnet's zone never changes.
    mutating func readSubnets() async {
        let texts = seen.groups.compactMap { $0["vpcZoneIdentifier"]?.string }
        let ids = Set(texts.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }).sorted()
        let replies = await ask(about: ids, by: 100, kept: .slow) {
            AWSCall("ec2", "DescribeSubnets", ["filters": [["name": "subnet-id", "values": .texts($0)]]])
        }
        seen.subnets = replies.flatMap { $0["subnets"]?.list ?? [] }
    }
}
