import Manifest
public import Model
import Planning

/// Something that keeps an environment from being what Git says, for whoever has to look at it.
public struct RoundProblem: Sendable, Equatable {
    /// What has to be done about it.
    public enum Sort: Sendable, Equatable {
        /// The manifests are wrong: nothing of them is applied until another commit mends them.
        case manifests
        /// Something could not be done or looked at.
        case failed
        /// AWS has what Git says, and it does not do well.
        case unhealthy
        /// Somebody has to approve, to confirm, or to decide.
        case awaited
    }

    public var sort: Sort
    /// The resource that it is about; nil when it is about none, or the text names it.
    public var resource: ResourceID?
    /// What is wrong, without the resource's name.
    public var text: String
    /// True in the first round that has it.
    public var isNew = true

    /// A problem that is new.
    public init(_ sort: Sort, _ resource: ResourceID? = nil, _ text: String) {
        (self.sort, self.resource, self.text) = (sort, resource, text)
    }

    /// True when a pass with it did not end well.
    public var isFailure: Bool { sort == .manifests || sort == .failed }
    /// One line.
    public var line: String {
        let whole = resource.map { text.isEmpty ? "\($0)" : "\($0): \(text)" } ?? text
        return OperatingText.neutral(whole)
    }

    /// What is wrong after `turn` over `desired`: manifests first, then resources by name. What is among `earlier` is not new.
    static func all(in turn: Turn, of desired: Desired, after earlier: [RoundProblem] = []) -> [RoundProblem] {
        let found = desired.diagnostics + turn.plan.diagnostics
        let wrong = found.filter { $0.severity == .error }.map { RoundProblem(.manifests, nil, "\($0)") }
        let states = turn.states.values.sorted { $0.id < $1.id }
        let all = wrong + states.compactMap { state in state.sort.map { RoundProblem($0, state.id, state.told) } }
        let known = Set(earlier.map(\.line))
        return all.map { problem in
            var problem = problem
            problem.isNew = !known.contains(problem.line)
            return problem
        }
    }
}

extension ResourceState {
    /// What somebody has to do about it; nil when nobody has to, or it passes by itself.
    fileprivate var sort: RoundProblem.Sort? {
        switch problem?.reason {
        case .driftReported, .suspended, .outsideWindow, .paused, .waiting, .dependencyFailed: return unhealthy
        case .approvalRequired, .pendingConfirmation, .quarantined, .pruneHeld, .pruneCapped, .emptyDesired:
            return .awaited
        case .observationFailed: return .failed
        default: return problem?.isStalled == true ? .failed : unhealthy
        }
    }

    private var unhealthy: RoundProblem.Sort? {
        let isOverdue = health.reason == .deadlineExceeded
        return isOverdue || health.status == .degraded ? .unhealthy : nil
    }
}
