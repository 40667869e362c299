/// One AWS call that a kind wants made: data, so that it can be printed, tested and repeated.
public struct PlannedCall: Sendable, Equatable {
    /// Something that must be so before the call is made; until then the step is deferred with `reason`.
    public struct Requirement: Sendable, Equatable {
        /// The value that must be known.
        public var reference: Reference
        /// The texts that let the call go on; empty when being known is enough.
        public var values: Set<String>
        /// For a person: what is being waited for.
        public var reason: String

        /// Waits until `reference` is one of `values`.
        public init(_ reference: Reference, in values: Set<String> = [], reason: String) {
            self.reference = reference
            self.values = values
            self.reason = reason
        }
    }

    /// What calls of one operation have in common that AWS takes as one, all or none.
    public struct Joint: Sendable, Hashable {
        /// The member of the request that lists what is asked for.
        public var member: String
        /// What the lists are about: a listener, of its rules' priorities.
        public var subject: Value

        /// The lists of `member` that are about `subject`.
        public init(_ member: String, of subject: Value) {
            self.member = member
            self.subject = subject
        }
    }

    /// What is sent; references are filled in at the last moment.
    public var call: AWSCall
    /// The dearest effect of the changes that it makes.
    public var effect: Effect
    /// What it changes, for the plan's list of steps: `maxSize, overrides`.
    public var summary: String
    /// Output name to its path in the reply.
    public var captures: [String: FieldPath]
    /// Outputs that hold once it is made, whatever AWS replies.
    public var facts: [String: Value] = [:]
    /// What must be so before.
    public var requires: [Requirement]
    /// Outputs of its resource that hold no longer once it is planned (`rollout`): what it sets in motion is looked at in
    /// the next turn, so that nobody goes on by what was so before.
    public var unsettles: Set<String>
    /// With which other calls it is sent as one; nil for a call that stands alone.
    public var joint: Joint?

    /// A call with this effect.
    public init(
        _ call: AWSCall, _ effect: Effect = .noRestart, summary: String, captures: [String: FieldPath] = [:],
        requires: [Requirement] = [], unsettles: Set<String> = []
    ) {
        self.call = call
        self.effect = effect
        self.summary = summary
        self.captures = captures
        self.requires = requires
        self.unsettles = unsettles
    }
}
