public import Planning

extension EnvironmentReconciler {
    /// What the caller decides.
    public struct Options: Sendable {
        /// The environment's name; nil when the repository has only one.
        public var environment: String?
        /// How logs and traces name it, `infra/production`; nil for its name.
        public var label: String?
        /// True when a person asked for it: drift is written back whatever the policy says.
        public var correctsDrift = false
        /// True when a person asked for the newest images whatever was pinned.
        public var refreshesImages = false
        /// True when nothing of the commit is applied: it is looked at whatever became of its history.
        public var looksOnly = false
        /// A rewritten tip (40 hex digits) that is accepted.
        public var acceptedRewrite: String?
        /// Who has to have signed what is applied; nil when nobody has to.
        public var verification: VerificationPolicy?
        /// True when uncommitted changes are an error.
        public var demandsCleanTree = false
        /// True when a person asked for everything of the environment to be taken away, whatever Git wants.
        public var destroys = false
        /// The service that this very process runs in; nil outside of ECS.
        public var own: OwnService?
        /// True when status is written: not while only planning.
        public var writesStatus = false
        /// Counts the terms of the controller that leads the environment; 0 without leases.
        public var epoch = 0
        /// Asked before anything is pushed: closed once the lease could end meanwhile.
        public var lease = WriteGate.open
        /// Neap's version.
        public var version: String
        /// Seconds since 1970.
        public var now: @Sendable () -> Int

        /// Options with the defaults of a controller.
        public init(version: String, now: @escaping @Sendable () -> Int) {
            self.version = version
            self.now = now
        }
    }
}
