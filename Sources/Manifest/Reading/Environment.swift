public import Model

/// An environment as its file at the repository's root says.
public struct Environment: Sendable, Equatable {
    /// Where it runs.
    public struct AWS: Sendable, Equatable {
        /// `eu-west-1`; nil leaves it to the process.
        public var region: String?
        /// Twelve digits; nil when any account will do.
        public var accountId: String?
        /// The role to take; nil for the process's own credentials.
        public var assumeRoleArn: String?

        /// What is nil is left to the process.
        public init(region: String? = nil, accountId: String? = nil, assumeRoleArn: String? = nil) {
            self.region = region
            self.accountId = accountId
            self.assumeRoleArn = assumeRoleArn
        }
    }

    /// Whether and how much one pass may delete.
    public struct Prune: Sendable, Equatable {
        /// How many deletions one pass may hold.
        public enum Cap: Sendable, Equatable {
            /// Of all resources, 0 to 100.
            case percent(Int)
            case count(Int)
        }

        public var enabled = false
        public var maxDeletions = Cap.percent(10)

        /// Nothing is deleted unless said otherwise.
        public init(enabled: Bool = false, maxDeletions: Cap = .percent(10)) {
            self.enabled = enabled
            self.maxDeletions = maxDeletions
        }
    }

    /// `metadata.name`.
    public var name: String
    /// The file that says so, `neap.yaml`.
    public var file: String
    /// Where its document begins.
    public var place: Place
    /// Folders from the root without a slash at the end; `.` is the whole repository. Never empty.
    public var paths: [String] = ["."]
    /// Where each of them is written.
    var pathPlaces: [String: Place] = [:]
    public var aws = AWS()
    /// How often Git is asked; 10 s to 24 h.
    public var interval = Duration.seconds(60)
    /// How often AWS is asked; 10 s to 24 h.
    public var driftInterval = Duration.seconds(300)
    /// What to do about drift.
    public var drift = Policy.Drift.report
    /// How long drift has to last before it is corrected; 0 s to 24 h.
    public var correctAfter = Duration.seconds(600)
    /// Whether CloudTrail is asked who made a drift.
    public var asksCloudTrail = false
    public var prune = Prune()
    /// Full name of the branch that status goes to, `refs/heads/…`.
    public var statusBranch: String
    /// Where that is written; nil for the branch that the name gives.
    var statusPlace: Place?
    /// What the owner tag says; nil for the repository's host and path.
    public var owner: String?
    /// What manifests start from; its drift is the environment's unless it says otherwise.
    public var policy = Policy()
    /// Confirmed deletions as written: `TargetGroup/api@<last part of the ARN>`.
    public var confirmDelete: [String] = []

    /// An environment with nothing but defaults, over the whole repository.
    public init(name: String, file: String = "neap.yaml", place: Place? = nil) {
        self.name = name
        self.file = file
        self.place = place ?? Place(file: file, line: 1, column: 1)
        statusBranch = "refs/heads/neap/status/\(name)"
    }

    /// True for `neap.yaml` and `neap.*.yaml` at the root.
    public static func isEnvironmentFile(_ path: String) -> Bool {
        path == "neap.yaml"
            || (path.hasPrefix("neap.") && path.hasSuffix(".yaml") && path.utf8.count > 10 && !path.contains("/"))
    }
}
