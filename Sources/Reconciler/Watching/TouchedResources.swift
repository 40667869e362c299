import Kinds
import Manifest
import Model
import Planning

/// Which of an environment's resources the things are that events name.
struct TouchedResources {
    private let target: ReconcileTarget
    private let observations: Observations

    /// What `target` wants, under the names that AWS last gave it.
    init(_ target: ReconcileTarget, _ observations: Observations) {
        self.target = target
        self.observations = observations
    }

    /// The resources of these names; what is in another account or region, or not this environment's, is none.
    func named(_ things: Set<AWSThing>) -> Set<ResourceID> {
        let here = things.filter { $0.accountID == target.accountID && $0.region == target.region }
        guard !here.isEmpty else { return [] }
        let index = self.index
        return here.reduce(into: []) { $0.formUnion(ids(of: $1.name, index)) }
    }

    /// Everything that a resource may be called by, with those that are.
    private var index: [Key: Set<ResourceID>] {
        var index: [Key: Set<ResourceID>] = [:]
        for (id, resource) in target.desired.resources {
            let live = observations.byResource[id]?.live
            let name = observations.generations[id]?.awsName ?? resource.awsName
            let outputs = ["arn", "name", "id", "family", "resourceId"].compactMap { live?.outputs[$0]?.string }
            for text in [name] + outputs { index[Key(kind: id.kind, text: text), default: []].insert(id) }
            if let arn = live?.outputs["arn"]?.string { index[Key(kind: "", text: arn), default: []].insert(id) }
            guard id.kind == "AutoScalingGroup" else { continue }
            for instance in live?.detail["instances"]?.list ?? [] {
                guard let text = instance["instanceId"]?.string else { continue }
                index[Key(kind: "instance", text: text), default: []].insert(id)
            }
        }
        return index
    }

    private struct Key: Hashable {
        var kind: String
        var text: String
    }

    private func ids(of name: AWSThing.Name, _ index: [Key: Set<ResourceID>]) -> Set<ResourceID> {
        switch name {
        case .arn(let arn): index[Key(kind: "", text: arn)] ?? []
        case .named(let text, let kind): index[Key(kind: kind, text: text)] ?? []
        case .groupOf(let instance): index[Key(kind: "instance", text: instance)] ?? []
        case .scalableTarget(let text): index[Key(kind: "ScalingPolicy", text: text)] ?? []
        case .service(let text, let cluster):
            (index[Key(kind: "Service", text: text)] ?? []).filter { isIn(cluster, $0) }
        }
    }

    /// Whether a service stands in the cluster of this name or ARN; where nobody knows, it does.
    private func isIn(_ cluster: String, _ id: ResourceID) -> Bool {
        let stated = target.desired.resources[id]?.spec["cluster"]?.resolved(observations.outputs).string
        let known = observations.byResource[id]?.live?.detail["clusterArn"]?.string ?? stated
        guard !cluster.isEmpty, let known else { return true }
        return Self.lastPart(known) == Self.lastPart(cluster)
    }

    private static func lastPart(_ text: String) -> Substring { text.split(separator: "/").last ?? "" }
}
