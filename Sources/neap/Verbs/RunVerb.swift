import ArgumentParser
import Controller
import Kinds
import Reconciler

/// `neap run`: the controller. Watches a branch and keeps AWS what it says.
struct RunVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Watch a repository and keep AWS what it says; the controller.",
        discussion: """
            Polls at the environment's interval, and at once when a webhook or an event of AWS says so. Ends within seconds \
            of SIGTERM, in the middle of nothing.
            """)

    @Option(help: "The repository's URL (https, file or a path).")
    var repo: String

    @Option(help: "The branch, as a full ref name.")
    var ref: String = "refs/heads/main"

    @OptionGroup var shared: RepositoryOptions

    @OptionGroup var verification: VerificationOptions

    @OptionGroup var lease: LeaseOptions
    @OptionGroup var triggers: TriggerOptions

    @Flag(help: "Take turns until nothing is left to write now, then end; does not wait for rollouts.")
    var once = false

    @Option(help: "An AWS account that the repository may name; may be repeated.")
    var allowAccount: [String] = []

    @Option(help: "A role ARN that the repository may name; may be repeated.")
    var allowRole: [String] = []

    @Option(help: "A rewritten tip (40 hex digits) that is accepted.")
    var acceptRewrite: String?

    @Flag(help: "Stream progress as one object a line on standard output.")
    var json = false

    @Flag(help: "Log every write, and say how many AWS calls it took.")
    var verbose = false

    func validate() throws {
        guard lease.leaseTable != nil else { return }
        guard shared.environment != nil else {
            throw ValidationError("--lease-table needs --environment, since leases are kept by its name")
        }
        guard !once else { throw ValidationError("--once takes its turn without a lease; leave out --lease-table") }
    }

    func run() async throws {
        try await reporting {
            let access = AWSAccess(
                verbose: verbose, trust: TrustPolicy(accounts: Set(allowAccount), roles: Set(allowRole)))
            var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
            options.environment = shared.environment
            options.acceptedRewrite = acceptRewrite
            options.verification = try verification.policy()
            options.writesStatus = true
            options.own = try await OwnTask.service()
            let source = try shared.remote(repo, ref)
            let stop = StopSignal()
            let progress = try ProgressChoice(json: json).start()
            return try await stop.during { gate in
                if once {
                    let reconciler = EnvironmentReconciler(source, options: options, connect: access.connect)
                    return try await pass(reconciler, gate, access, progress)
                }
                try await watch(source, options, stop, gate, access, progress)
                if once { return try await pass(reconciler, gate, access, progress) }
                let hints = Hints()
                let watch = EnvironmentWatch(reconciler, gate: gate, progress: progress, hints: hints)
                try await triggers.services(for: WatchedSource(repository: repo, reference: ref, hints: hints)).during {
                    try await watch.run(
                        until: { stop.wasAsked },
                        isFinal: { [.usage, .refused].contains(ExitStatus($0)) && !($0 is SourceError) })
                }
                return .done
            }
        }
    }

    /// Watches while this process leads: from the first term to the signal.
    private func watch(
        _ source: RemoteSource, _ options: EnvironmentReconciler.Options, _ stop: StopSignal, _ gate: WriteGate,
        _ access: AWSAccess, _ progress: any Progress
    ) async throws {
        let leadership = try lease.leadership(access.logger) { await progress.note($0, $1) }
        try await leadership.lead(shared.environment ?? "", until: { stop.wasAsked }) { term in
            var (access, options) = (access, options)
            access.fence = term.fence
            (options.epoch, options.lease) = (term.epoch, term.gate)
            let reconciler = EnvironmentReconciler(source, options: options, connect: access.connect)
            let both = WriteGate {
                if let reason = await gate.closedBecause() { reason } else { await term.gate.closedBecause() }
            }
            try await EnvironmentWatch(reconciler, gate: both, progress: progress).run(
                until: { stop.wasAsked || term.isOver() },
                isFinal: { [.usage, .refused].contains(ExitStatus($0)) && !($0 is SourceError) })
        }
    }

    private func pass(
        _ reconciler: EnvironmentReconciler, _ gate: WriteGate, _ access: AWSAccess,
        _ progress: any Progress
    ) async throws -> ExitStatus {
        let prepared = try await reconciler.prepare()
        Verdict(prepared).printDiagnostics()
        let pass = reconciler.pass(prepared, cache: ObservationCache(), gate: gate, progress: progress)
        let (turn, planned) = try await ReconcileLoop(pass).runUntilWritten()
        let result = await reconciler.record(turn, planned: planned, of: prepared)
        for line in await reconciler.offerReverts(turn, of: prepared) {
            await progress.note(line.subject, line.text)
        }
        let closing = Closing(prepared, turn, result)
        closing.printWarnings(planned)
        closing.printAttention()
        let status = ExitStatus.worst(Verdict(prepared).of(turn) + closing.codes)
        closing.printLine(status, json: json)
        if verbose { CallReport(access.log).print() }
        return status
    }
}
