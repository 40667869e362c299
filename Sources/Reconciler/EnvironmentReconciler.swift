import GitStore
public import Kinds
public import Manifest
import Model
import Planning

/// One environment of one repository, from commit to status: what every verb of the command line is made of.
///
/// `prepare` is steps 1 to 3 of a pass, `ReconcilePass` the turns, `record` the last.
public struct EnvironmentReconciler: Sendable {
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
        let desired = try read(snapshot)
        let environment = desired.environment
        let (status, loaded) = try await source.status(environment.statusBranch, of: environment.name)
        try checkEpoch(of: loaded, environment)
        if options.writesStatus { try status?.checkWritable() }
        let verified = try await check(snapshot.commit, environment, status, loaded)
        let connection = try await connect(environment, snapshot.commit)
        var target = try makeTarget(desired, at: snapshot.commit, over: connection, loaded)
        target.verified = verified
        target.approvals = try await approvals(of: desired, at: snapshot.commit)
        var prepared = Prepared(
            target: target, connection: connection, uncommitted: snapshot.uncommitted,
            statusIsForeign: loaded.isForeign, status: status, loaded: loaded)
        if options.looksOnly { prepared.setAside = try rewrite(at: snapshot.commit, loaded.memory) }
        do {
            prepared.target.control = try source.control(of: environment.name)
        } catch let problem as ControlError {
            prepared.target.controlProblem = problem
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
}
