import AWSWire
import Model

extension Listener {
    static func observe(_ resources: [Resource], _ context: ObservationContext) async -> [ResourceID: Observation] {
        let balancers = Dictionary(grouping: resources) { $0.spec["loadBalancerArn"]?.string ?? "" }
        var answers: [ResourceID: Observation] = [:]
        var found: [(Resource, Value, String)] = []
        for (balancer, resources) in balancers.sorted(by: { $0.key < $1.key }) {
            answers.merge(Batches.all(resources, .absent)) { $1 }
            // Without its load balancer a listener can not be there.
            guard !balancer.isEmpty else { continue }
            do {
                found += try await match(resources, in: balancer, context)
            } catch let error as AWSError where error.isNotFound {
                continue
            } catch {
                answers.merge(Batches.all(resources, .unknown(String(describing: error)))) { $1 }
            }
        }
        let live = await LoadBalancing.observe(found, context) { try await Self.live($0, $1, $2, context) }
        return answers.merging(live) { $1 }
    }

    private static func match(
        _ resources: [Resource], in balancer: String, _ context: ObservationContext
    ) async throws -> [(Resource, Value, String)] {
        let reply = try await context.aws.sendAll(
            AWSCall("elbv2", "DescribeListeners", ["loadBalancerArn": .string(balancer)]))
        let listeners = reply["listeners"]?.list ?? []
        return resources.compactMap { resource in
            let port = resource.spec["port"]?.scalarText ?? resource.awsName
            return listeners.first { $0["port"]?.scalarText == port }
                .map { (resource, $0, $0["listenerArn"]?.string ?? "") }
        }
    }

    private static func live(
        _ resource: Resource, _ listener: Value, _ tags: [String: String], _ context: ObservationContext
    ) async throws -> Live {
        let arn = listener["listenerArn"]?.string ?? ""
        var spec = schema.liveSpec(listener)
        spec["defaultActions"] = spec["defaultActions"].map {
            Actions.comparable($0, with: resource.spec["defaultActions"])
        }
        spec["certificates"] = try await certificates(resource, listener, context)
        spec["attributes"] = try await LoadBalancing.attributes(
            "DescribeListenerAttributes", ["listenerArn": .string(arn)], of: resource.id, context)
        spec["tags"] = TagStyle.spec(tags)
        return Live(spec: spec, outputs: ["arn": .string(arn)], tags: tags, detail: listener)
    }

    /// All certificates of a listener that has any; DescribeListeners gives the default one alone.
    private static func certificates(
        _ resource: Resource, _ listener: Value, _ context: ObservationContext
    ) async throws -> Value? {
        guard let first = listener["certificates"]?.list?.first, let arn = listener["listenerArn"] else { return nil }
        let call = AWSCall("elbv2", "DescribeListenerCertificates", ["listenerArn": arn])
        let reply = try await context.cache.send(call, .slow, of: resource.id, through: context.aws)
        let further = (reply["certificates"]?.list ?? []).filter { $0["certificateArn"] != first["certificateArn"] }
        let all = [(first, true)] + further.map { ($0, false) }
        return .list(all.map { ["certificateArn": $0["certificateArn"] ?? .null, "isDefault": .bool($1)] })
    }
}
