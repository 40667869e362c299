import Kinds
import Model

/// A load balancer beside the old one: listeners and rules are made anew on it, and whatever else is told of a load balancer
/// (a policy's metric, an alarm) stays with the old one, where the requests come in, until a person lets that go.
struct BalancerMove: ReplacementMove {
    let subject: ResourceID
    private let generation: Generation
    private let isOpen: Bool

    init(_ subject: ResourceID, _ generation: Generation, _ input: PlanInput) {
        self.subject = subject
        self.generation = generation
        isOpen = input.openBalancers.contains { Predecessor.successor(of: $0.id) == subject }
    }

    var phases: [MovePhase] { isOpen ? [.hold, .done] : [.done] }

    /// Requests may come in through it for as long as nobody says otherwise.
    var inUse: String? { nil }

    func spec(of resource: Resource, in phase: MovePhase) -> Value {
        let parts: Set = ["Listener", "ListenerRule", "LoadBalancer"]
        guard phase == .hold, !parts.contains(resource.id.kind), let outputs = generation.living.first?.live?.outputs
        else { return resource.spec }
        return resource.spec.resolved(
            Dictionary(outputs.map { (Reference(subject, $0.key), $0.value) }) { first, _ in first })
    }

    func wait(for phase: MovePhase) -> PlannedCall.Requirement {
        let names = generation.living.map(\.id.description).joined(separator: " and ")
        return .awaiting(subject, "until the deletion of \(names) is confirmed")
    }
}
