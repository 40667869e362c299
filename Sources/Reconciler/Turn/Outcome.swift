public import Model

/// What became of a step.
public enum Outcome: Sendable, Equatable {
    case done
    /// AWS refused or did not answer; `isTransient` when another turn may go better.
    case failed(Reason, String, isTransient: Bool)
    /// Not ready yet, for this reason; another turn looks again.
    case deferred(String)
    /// What it stands on did not work out, or writing was stopped.
    case skipped(String)

    /// True when asking AWS again as it is would not help.
    var isRefusal: Bool { if case .failed(_, _, isTransient: false) = self { true } else { false } }
}

/// What came of a turn's steps.
public struct Execution: Sendable {
    /// By step.
    public var outcomes: [String: Outcome] = [:]
    /// What AWS gave out, beside what was known before.
    public var outputs: [Reference: Value] = [:]

    /// Nothing was done.
    public init() {}
}
