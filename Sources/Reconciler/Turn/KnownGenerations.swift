import Kinds
import Manifest
import Model
import Planning

/// What a pass knows of replaced things before it looks: the status branch's word for their names, and what refers to what.
struct KnownGenerations {
    let ownership: Ownership
    private let desired: [ResourceID: Resource]
    private let memory: StatusMemory
    private let hasLostMemory: Bool
    private let remembered: [ResourceID: [ResourceID: String]]
    /// The load balancers in front of each target group.
    private let balancers: [ResourceID: Set<ResourceID>]

    init(_ target: ReconcileTarget) {
        ownership = target.ownership
        desired = target.desired.resources
        memory = target.memory
        hasLostMemory = target.hasLostMemory
        remembered = target.memory.replaced.reduce(into: [:]) { all, entry in
            guard let successor = Predecessor.successor(of: entry.key) else { return }
            all[successor, default: [:]][entry.key] = entry.value["awsName"]?.string
        }
        balancers = Self.balancers(target.desired.resources)
    }

    /// Adds to `input` what is known of its resource, and of the load balancers before it.
    func complete(_ input: inout SuccessionInput, _ seen: Observations) {
        let id = input.resource.id
        input.isWanted = desired[id] != nil
        input.record = memory.records[id]
        input.knownName = memory.resourceFiles[id]?["arn"]?.string.flatMap(Predecessor.awsName(inARN:))
        input.remembered = remembered[id] ?? [:]
        input.hasLostMemory = hasLostMemory
        let refusal = ReplacementRefusal(input.written, needing: input.replacement.permission, among: desired)
        input.refusal = { refusal.why($0) }
        let states = seen.byResource
        input.isKnown = { id in states[id].map { $0.live != nil || $0.isAbsent } ?? false }
        for balancer in (balancers[id] ?? []).sorted() { add(balancer, to: &input, seen) }
    }

    private func add(_ balancer: ResourceID, to input: inout SuccessionInput, _ seen: Observations) {
        guard let generation = seen.generations[balancer], let written = desired[balancer] else { return }
        if generation.awsName != written.awsName { input.marks.append(generation.awsName) }
        for old in generation.predecessors {
            if let arn = old.observation.live?.outputs["arn"]?.string { input.leftBalancers[arn] = generation.awsName }
        }
    }

    private static func balancers(_ desired: [ResourceID: Resource]) -> [ResourceID: Set<ResourceID>] {
        desired.values.filter { $0.id.kind == "Listener" || $0.id.kind == "ListenerRule" }
            .reduce(into: [:]) { found, router in
                let listener =
                    router.spec["listenerArn"]?.reference.flatMap { desired[$0.resource] } ?? router
                guard let balancer = listener.spec["loadBalancerArn"]?.reference?.resource else { return }
                for group in router.spec.references.map(\.resource) where group.kind == "TargetGroup" {
                    found[group, default: []].insert(balancer)
                }
            }
    }
}
