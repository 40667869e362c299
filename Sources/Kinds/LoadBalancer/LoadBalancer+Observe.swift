import Model

extension LoadBalancer {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        do {
            let names = resources.map(\.awsName)
            let all = try await LoadBalancing.list("DescribeLoadBalancers", "loadBalancers", names: names, context)
            let byName = Dictionary(all.map { ($0["loadBalancerName"]?.string ?? "", $0) }) { first, _ in first }
            let found = resources.compactMap { resource in
                byName[resource.awsName].map { (resource, $0, $0["loadBalancerArn"]?.string ?? "") }
            }
            let live = await LoadBalancing.observe(found, context) { try await Self.live($0, $1, $2, context) }
            return Batches.all(resources, .absent).merging(live) { $1 }
        } catch {
            return Batches.all(resources, .unknown(String(describing: error)))
        }
    }

    private static func live(
        _ resource: Resource, _ balancer: Value, _ tags: [String: String], _ context: ObservationContext
    ) async throws -> Live {
        let arn = balancer["loadBalancerArn"]?.string ?? ""
        var spec = schema.liveSpec(balancer)
        let zones = balancer["availabilityZones"]?.list ?? []
        spec["subnets"] = .list(zones.compactMap { $0["subnetId"] })
        spec["subnetMappings"] = .list(zones.map(mapping))
        spec["attributes"] = try await LoadBalancing.attributes(
            "DescribeLoadBalancerAttributes", ["loadBalancerArn": .string(arn)], of: resource.id, context)
        spec["tags"] = TagStyle.spec(tags)
        var outputs: [String: Value] = [
            "arn": .string(arn), "name": .string(resource.awsName),
            "fullName": LoadBalancing.fullName(arn, without: "loadbalancer/"),
        ]
        outputs["dnsName"] = balancer["dnsName"]
        outputs["canonicalHostedZoneId"] = balancer["canonicalHostedZoneId"]
        return Live(spec: spec, outputs: outputs, tags: tags, detail: balancer)
    }

    private static func mapping(_ zone: Value) -> Value {
        let address = zone["loadBalancerAddresses"]?.list?.first
        var mapping: Value = ["subnetId": zone["subnetId"] ?? .null]
        mapping["allocationId"] = address?["allocationId"]
        mapping["privateIPv4Address"] = address?["privateIPv4Address"]
        return mapping
    }
}
