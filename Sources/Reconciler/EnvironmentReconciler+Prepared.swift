public import Model

extension EnvironmentReconciler {
    /// Who answers AWS calls for an environment, and in whose name.
    public struct Connection: Sendable {
        public var aws: any AWSSender
        public var accountID: String
        public var region: String

        /// A connection to one account and region.
        public init(aws: any AWSSender, accountID: String, region: String) {
            self.aws = aws
            self.accountID = accountID
            self.region = region
        }
    }

    /// A commit that was read, checked and linked, with what is remembered of the environment.
    public struct Prepared: Sendable {
        public var target: ReconcileTarget
        public var connection: Connection
        public var uncommitted: [String]
        /// True when somebody else wrote to the status branch.
        public var statusIsForeign: Bool
        /// The newest commit where it can not be read, and this is an earlier one; nil when this is the newest.
        public var unread: UnreadCommit?
        /// Why nothing of this commit is applied, where it is only looked at; nil when nothing is known against it.
        public var setAside: SourceError?
        var status: StatusBranch?
        var loaded: StatusBranch.Loaded
    }
}
