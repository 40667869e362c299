import GitStore
public import Kinds
public import Manifest
public import Model
public import Planning

/// One environment of one repository, from commit to status: what every verb of the command line is made of.
///
/// `prepare` is steps 1 to 3 of a pass, `ReconcilePass` the turns, `record` the last.
public struct EnvironmentReconciler: Sendable {
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

    /// A commit that was read, checked and linked, with what is remembered of the environment.
    public struct Prepared: Sendable {
        public var target: ReconcileTarget
        public var connection: Connection
        public var uncommitted: [String]
        /// True when somebody else wrote to the status branch.
        public var statusIsForeign: Bool
        /// Why what operators asked for is not followed; nil when it is.
        public var controlProblem: ControlError?
        /// The newest commit where it can not be read, and this is an earlier one; nil when this is the newest.
        public var unread: UnreadCommit?
        var status: StatusBranch?
        var loaded: StatusBranch.Loaded
    }

    let source: any SourceAccess
    let options: Options
    let kinds: [any Kind.Type]
    let cache = DecodeCache()
    let applied: AppliedManifests
    let connect: @Sendable (Environment, SourceCommit) async throws -> Connection

    /// A reconciler of what `source` holds; `connect` opens AWS for an environment at a commit and makes sure that it is the right account.
    public init(
        _ source: any SourceAccess, options: Options, kinds: [any Kind.Type] = allKinds,
        connect: @escaping @Sendable (Environment, SourceCommit) async throws -> Connection
    ) {
        self.source = source
        self.options = options
        self.kinds = kinds
        applied = AppliedManifests(source, kinds: kinds, environment: options.environment)
        self.connect = connect
    }

    /// Reads the newest commit, checks it, opens AWS, remembers. Nothing is written.
    ///
    /// Throws `GitError`, `SourceError`, `ReadError`, and what `connect` throws.
    public func prepare() async throws -> Prepared { try await prepare(try await source.read()) }

    /// The same of a commit that was read already.
    func prepare(_ snapshot: SourceSnapshot) async throws -> Prepared {
        if options.demandsCleanTree, !snapshot.uncommitted.isEmpty {
            throw SourceError.uncommitted(snapshot.uncommitted)
        }
        let reader = ManifestReader(kinds: kinds.map { $0.manifest })
        let desired = try reader.read(snapshot.files, environment: options.environment, cache: cache)
        let environment = desired.environment
        if environment.statusBranch == snapshot.commit.reference {
            throw SourceError.statusIsSource(environment.statusBranch)
        }
        let (status, loaded) = try await source.status(environment.statusBranch, of: environment.name)
        try checkEpoch(of: loaded, environment)
        let verified = try await check(snapshot.commit, environment, status, loaded)
        let connection = try await connect(environment, snapshot.commit)
        let owner = environment.owner ?? snapshot.commit.repository
        var target = ReconcileTarget(
            options.destroys ? nothing(of: environment) : desired, of: environment, at: snapshot.commit,
            memory: loaded.memory,
            ownership: Ownership(environment: environment.name, owner: owner), region: connection.region,
            accountID: connection.accountID, drift: drift(environment),
            schemas: Dictionary(kinds.map { ($0.schema.kind, $0.schema) }) { first, _ in first })
        target.lastWords = try lastWords(desired, at: snapshot.commit.id, loaded)
        target.departed = try departed(desired, at: target, loaded)
        target.own = options.own
        target.replacedOnly = loaded.isForeign || loaded.isLost ? nil : Departed(replacedOnlyIn: desired)
        target.hasLostMemory = loaded.isLost
        target.verified = verified
        target.now = options.now()
        target.refreshesImages = options.refreshesImages
        if desired.resources.values.contains(where: { !$0.policy.approval.isEmpty }) {
            target.approvals = try await approvals(at: snapshot.commit)
        }
        var prepared = Prepared(
            target: target, connection: connection, uncommitted: snapshot.uncommitted,
            statusIsForeign: loaded.isForeign, status: status, loaded: loaded)
        do {
            prepared.target.control = try source.control(of: environment.name)
        } catch let problem as ControlError {
            prepared.controlProblem = problem
        }
        return prepared
    }

    /// The pass over what was prepared.
    public func pass(
        _ prepared: Prepared, cache: ObservationCache, gate: WriteGate = .open,
        progress: any Progress = SilentProgress(), foresight: Foresight = Foresight()
    ) -> ReconcilePass {
        var pass = ReconcilePass(
            prepared.target, aws: prepared.connection.aws, cache: cache, gate: gate, progress: progress, kinds: kinds,
            foresight: foresight, now: options.now)
        pass.context = PassContext(
            environment: options.label ?? prepared.target.environment.name, commit: prepared.target.source.id,
            pass: RandomID.draw())
        return pass
    }

    /// The pass of a command that only looks: no write is made, and nothing is foretold.
    public func lookingPass(_ prepared: Prepared) -> ReconcilePass {
        pass(
            prepared, cache: ObservationCache(), gate: WriteGate { "this command only looks" }, foresight: .none)
    }

    /// Step 9: writes what a turn found to the status branch. `plan` is the first turn's, for `plan.md`.
    public func record(_ turn: Turn, planned plan: Plan, of prepared: Prepared) async -> StatusBranch.Result {
        guard let status = prepared.status else { return .nothing }
        if let reason = await options.lease.closedBecause() { return .failed(reason) }
        let now = options.now()
        return await status.write(onto: prepared.loaded, time: now, epoch: options.epoch) { memory in
            var target = prepared.target
            target.memory = memory
            let markdown = plan.hasChanges || plan.isRefused ? PlanMarkdown(plan, header(prepared)).text : nil
            let input = StatusInput(
                target: target, states: turn.states.filter { !$0.value.plan.isDeparture },
                outputs: turn.observations.outputs.merging(turn.execution.outputs) { $1 },
                now: now, version: options.version, planMarkdown: markdown, quarantine: turn.quarantine,
                forecast: plan.forecast, departures: turn.states.filter { $0.value.plan.isDeparture })
            return (StatusTree(input).changes, StatusMessage(input).message)
        }
    }

    /// What stands above a plan of what was prepared.
    public func header(_ prepared: Prepared, calls: Int = 0) -> PlanHeader {
        let target = prepared.target
        return PlanHeader(
            environment: target.environment.name, accountID: target.accountID, region: target.region,
            commit: target.source.id, subject: target.source.subject, branch: target.source.branch,
            author: target.source.author, readAt: UTC.readable(options.now()), lastSettled: target.memory.settled,
            calls: calls)
    }

    /// What is to be taken away: nil while deletion is off or the status branch is somebody else's. A person who destroys is
    /// believed all the same: what Git wants and AWS's tags are enough then.
    private func departed(
        _ desired: Desired, at target: ReconcileTarget, _ loaded: StatusBranch.Loaded
    ) throws -> Departed? {
        let memory = loaded.isForeign ? StatusMemory() : loaded.memory
        let inventory = Inventory(
            memory: memory, manifests: applied, now: options.now(), lastWords: target.lastWords,
            isPart: { [source] in try source.holds($0, in: target.source.id) })
        if options.destroys { return try inventory.everything(of: desired) }
        guard desired.environment.prune.enabled, !loaded.isForeign, !loaded.isLost else { return nil }
        return try inventory.departed(from: desired)
    }

    /// Which commits between the last look and this one spoke last of what is gone.
    private func lastWords(
        _ desired: Desired, at commit: String, _ loaded: StatusBranch.Loaded
    ) throws -> [ResourceID: String] {
        guard let history = source.history, !loaded.isForeign, !loaded.isLost else { return [:] }
        let words = UnseenWords(history: history, manifests: applied, memory: loaded.memory) { [source] in
            try source.holds($0, in: $1)
        }
        return try words.commits(at: commit, leaving: desired)
    }

    /// The environment without anything in it.
    private func nothing(of environment: Environment) -> Desired { Desired(environment: environment) }

    private func drift(_ environment: Environment) -> PlanInput.DriftHandling {
        if options.correctsDrift { return .correct }
        return .byPolicy(now: options.now(), correctAfter: Int(environment.correctAfter.components.seconds))
    }
}
