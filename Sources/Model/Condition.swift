/// The Kubernetes conditions that Neap gives (DESIGN section 5); everything finer is a reason.
public enum ConditionType: String, Sendable, CaseIterable {
    case ready = "Ready"
    case reconciling = "Reconciling"
    case stalled = "Stalled"
    case drifted = "Drifted"
    case suspended = "Suspended"
    case sourceReady = "SourceReady"
    case sourceVerified = "SourceVerified"
    case statusWritten = "StatusWritten"
}

/// Why a condition is as it is: the closed list that the documentation is made from.
public enum Reason: String, Sendable, CaseIterable {
    case settled = "Settled"
    case rollingOut = "RollingOut"
    case creating = "Creating"
    case updating = "Updating"
    case waiting = "Waiting"
    case applyFailed = "ApplyFailed"
    case accessDenied = "AccessDenied"
    case observationFailed = "ObservationFailed"
    case dependencyFailed = "DependencyFailed"
    case invalidManifest = "InvalidManifest"
    case needsReplacement = "NeedsReplacement"
    case notOwned = "NotOwned"
    case conflict = "Conflict"
    case rolledBack = "RolledBack"
    case rolloutFailed = "RolloutFailed"
    /// A revision that was rolled back is asked for again; it is held until its inputs change or a person lifts it.
    case quarantined = "Quarantined"
    /// The rollout takes longer than `policy.rolloutTimeout` or the forecast allow.
    case deadlineExceeded = "DeadlineExceeded"
    /// Tasks fail, one after the other.
    case tasksFail = "TasksFail"
    /// The plan proves that it can never work, or that it is not safe.
    case refused = "Refused"
    /// The task that runs before a rollout failed.
    case beforeRolloutFailed = "BeforeRolloutFailed"
    /// An instance refresh replaces instances.
    case rollingInstances = "RollingInstances"
    /// Waits for its turn: tasks roll on the same capacity, or Spot instances are being taken.
    case paused = "Paused"
    /// No window of `policy.windows` is open.
    case outsideWindow = "OutsideWindow"
    /// A person has to approve the change in Git first.
    case approvalRequired = "ApprovalRequired"
    /// AWS is taking it away.
    case deleting = "Deleting"
    /// Git has it no more and it stays: `policy.deletionPolicy` is `retain`.
    case retained = "Retained"
    /// More has left Git at once than `prune.maxDeletions` lets go.
    case pruneCapped = "PruneCapped"
    /// Something of the pass failed, and then nothing is deleted.
    case pruneHeld = "PruneHeld"
    /// Git says that nothing at all is wanted, which is more often a mistake than a wish.
    case emptyDesired = "EmptyDesired"
    /// Its deletion waits for a line in `Environment.spec.confirmDelete`.
    case pendingConfirmation = "PendingConfirmation"
    case degraded = "Degraded"
    case missing = "Missing"
    case driftReported = "DriftReported"
    case suspended = "Suspended"
    case fetched = "Fetched"
    case fetchFailed = "FetchFailed"
    case nonFastForward = "NonFastForward"
    case statusRefForeign = "StatusRefForeign"
    case writeBackFailed = "WriteBackFailed"
    case written = "Written"
    /// The commits are signed by keys that the controller trusts.
    case verified = "Verified"
    /// A commit carries no signature.
    case unsigned = "Unsigned"
    /// A commit's signature is not one that the controller trusts.
    case badSignature = "BadSignature"
    /// Whether the commits are signed could not be found out.
    case unverified = "Unverified"
}

/// How a resource does, apart from whether it is what Git says.
public struct Health: Sendable, Equatable {
    /// Worst last.
    public enum Status: String, Sendable, CaseIterable, Comparable {
        case healthy = "Healthy"
        case suspended = "Suspended"
        case progressing = "Progressing"
        case missing = "Missing"
        case unknown = "Unknown"
        case degraded = "Degraded"
        private var rank: Int { Status.allCases.firstIndex(of: self) ?? 0 }
        public static func < (a: Status, b: Status) -> Bool { a.rank < b.rank }
    }

    public var status: Status
    public var reason: Reason
    /// For a person; at most 1,024 bytes.
    public var message: String

    /// This status for this reason.
    public init(_ status: Status, _ reason: Reason, _ message: String = "") {
        self.status = status
        self.reason = reason
        self.message = message
    }

    /// Nothing to say.
    public static let healthy = Health(.healthy, .settled)
}

/// Whether a resource is what Git says.
public enum Sync: String, Sendable, CaseIterable {
    case synced = "Synced"
    case outOfSync = "OutOfSync"
    case unknown = "Unknown"
}
