import Model

/// Target groups and how their targets stand.
extension CapacityReading {
    mutating func readTargets() async {
        let balancers = seen.services.flatMap { $0["loadBalancers"]?.list ?? [] }
        let arns =
            balancers.compactMap { $0["targetGroupArn"]?.string }
            + balancers.compactMap { $0["advancedConfiguration"]?["alternateTargetGroupArn"]?.string }
            + seen.groups.flatMap { $0["targetGroupARNs"]?.list ?? [] }.compactMap(\.string)
        let replies = await ask(about: Set(arns).sorted(), by: 20) {
            AWSCall("elbv2", "DescribeTargetGroups", ["targetGroupArns": .texts($0)])
        }
        seen.targetGroups = replies.flatMap { $0["targetGroups"]?.list ?? [] }
        await readTargetGroups(seen.targetGroups.compactMap { $0["targetGroupArn"]?.string })
    }

    private mutating func readTargetGroups(_ arns: [String]) async {
        let attributes = await ask(arns.map { Self.call("DescribeTargetGroupAttributes", $0) }, kept: .slow)
        for (arn, reply) in zip(arns, attributes) {
            if let reply { seen.targetGroupAttributes[arn] = TagStyle.read(reply["attributes"]) }
        }
        let health = await ask(arns.map { Self.call("DescribeTargetHealth", $0) })
        for (arn, reply) in zip(arns, health) {
            if let reply { seen.targetHealth[arn] = reply["targetHealthDescriptions"]?.list ?? [] }
        }
    }

    private static func call(_ operation: String, _ arn: String) -> AWSCall {
        AWSCall("elbv2", operation, ["targetGroupArn": .string(arn)])
    }
}
