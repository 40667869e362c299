import Model

extension LoadBalancer {
    static func calls(for change: ResourceChange) -> [PlannedCall] {
        let arn = ["loadBalancerArn": change.output("arn")]
        guard change.live != nil else {
            return [creation(change)] + change.newAttributeSteps("ModifyLoadBalancerAttributes", arn)
        }
        let steps =
            subnets(change, arn) + addresses(change, arn) + pools(change, arn) + securityGroups(change, arn)
        return steps + change.attributeSteps("ModifyLoadBalancerAttributes", arn) + change.loadBalancingTagSteps()
    }

    private static func creation(_ change: ResourceChange) -> PlannedCall {
        var input = change.stated(without: ["attributes", "listeners"])
        input["name"] = .string(change.resource.awsName)
        if !change.creationTags.isEmpty { input["tags"] = TagStyle.list(change.creationTags) }
        return PlannedCall(
            AWSCall("elbv2", "CreateLoadBalancer", .object(input)), summary: "load balancer",
            captures: [
                "arn": "/loadBalancers/0/loadBalancerArn", "dnsName": "/loadBalancers/0/dnsName",
                "canonicalHostedZoneId": "/loadBalancers/0/canonicalHostedZoneId",
            ])
    }

    /// SetSubnets takes the whole list, and either form of it.
    private static func subnets(_ change: ResourceChange, _ arn: [String: Value]) -> [PlannedCall] {
        let touched = change.touched(["subnets", "subnetMappings", "enablePrefixForIpv6SourceNat"])
        guard !touched.isEmpty else { return [] }
        var input = arn
        if let mappings = change.spec["subnetMappings"] {
            input["subnetMappings"] = mappings
        } else {
            input["subnets"] = change.spec["subnets"] ?? change.live?.spec["subnets"]
        }
        input["enablePrefixForIpv6SourceNat"] =
            change.touches("enablePrefixForIpv6SourceNat") ? change.merged["enablePrefixForIpv6SourceNat"] : nil
        return [change.step("elbv2", "SetSubnets", input, of: touched)]
    }

    private static func addresses(_ change: ResourceChange, _ arn: [String: Value]) -> [PlannedCall] {
        guard change.touches("ipAddressType") else { return [] }
        let input = change.merged(["ipAddressType"]).merging(arn) { $1 }
        return [change.step("elbv2", "SetIpAddressType", input, of: ["ipAddressType"])]
    }

    /// A pool that is no longer stated is given back: AWS then takes addresses of its own.
    private static func pools(_ change: ResourceChange, _ arn: [String: Value]) -> [PlannedCall] {
        guard change.touches("ipamPools") else { return [] }
        var input = arn
        let pools = change.merged["ipamPools"]?.object ?? [:]
        if pools.isEmpty { input["removeIpamPools"] = ["ipv4"] } else { input["ipamPools"] = .object(pools) }
        return [change.step("elbv2", "ModifyIpPools", input, of: ["ipamPools"])]
    }

    private static func securityGroups(_ change: ResourceChange, _ arn: [String: Value]) -> [PlannedCall] {
        guard change.touches("securityGroups") else { return [] }
        let input = change.merged(["securityGroups"]).merging(arn) { $1 }
        return [change.step("elbv2", "SetSecurityGroups", input, of: ["securityGroups"])]
    }
}
