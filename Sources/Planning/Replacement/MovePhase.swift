import Kinds
import Model

/// How far what refers to a replaced thing has moved, read off what is live (docs/replacement.md).
enum MovePhase: Sendable, Equatable {
    /// Both serve: the new one is attached beside the old one, which still takes the traffic.
    case attach
    /// The new one takes the traffic, the old one is still attached.
    case move
    /// Services let go of the old one.
    case detach
    /// Both serve until a person confirms that the old one may go.
    case hold
    /// Nothing refers to the old one any more.
    case done
}

/// What happens to the resources that refer to one replaced thing.
protocol ReplacementMove: Sendable {
    /// What is replaced.
    var subject: ResourceID { get }
    /// From where things stand to the end; never empty.
    var phases: [MovePhase] { get }
    /// Why the old one has to stay for now; nil when it may go as far as this is concerned.
    var inUse: String? { get }
    /// The spec that `resource` has in a phase, references by name; its own where it is not concerned.
    func spec(of resource: Resource, in phase: MovePhase) -> Value
    /// What the next phase waits for, for a person, and whose state that is.
    func wait(for phase: MovePhase) -> PlannedCall.Requirement
    /// What the phase does to a resource that has it change, for the list of steps; nil leaves it to the call.
    func summary(of id: ResourceID, in phase: MovePhase) -> String?
}

extension ReplacementMove {
    func summary(of id: ResourceID, in phase: MovePhase) -> String? { nil }

    /// The phase that comes `steps` after the present one, the last one at the most.
    func phase(after steps: Int) -> MovePhase { phases[min(steps, phases.count - 1)] }
}
