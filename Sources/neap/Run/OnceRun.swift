import Controller
import Kinds
import Reconciler

/// `neap run --once`: turns until nothing is left to write now, of each environment after the other.
struct OnceRun {
    let configuration: ControllerConfiguration
    let verification: VerificationPolicy?
    let progress: any Progress
    let json: Bool
    let verbose: Bool

    func run() async throws -> ExitStatus {
        let access = AWSAccess(verbose: verbose, trust: configuration.trust)
        let stop = StopSignal()
        return try await stop.during { gate in
            var codes: [ExitStatus] = []
            for repository in try configuration.watched(ControllerMetrics(MetricRegistry())) {
                for environment in try await repository.environmentNames() {
                    codes.append(try await pass(environment, repository, gate, access))
                }
            }
            if verbose { CallReport(access.log).print() }
            return .worst(codes)
        }
    }

    /// One environment; nil is the only one of the branch.
    private func pass(
        _ environment: String?, _ repository: WatchedRepository, _ gate: WriteGate, _ access: AWSAccess
    ) async throws -> ExitStatus {
        var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
        options.environment = environment
        options.acceptedRewrite = configuration.acceptedRewrite
        options.verification = verification
        options.writesStatus = true
        options.own = try await OwnTask.service()
        let reconciler = EnvironmentReconciler(repository.source, options: options, connect: access.connect)
        guard environment != nil else { return try await pass(reconciler, gate) }
        do {
            return try await pass(reconciler, gate)
        } catch {
            // One environment's failure keeps no other from its turn.
            Terminal.error("neap: \(error)")
            return ExitStatus(error)
        }
    }

    private func pass(_ reconciler: EnvironmentReconciler, _ gate: WriteGate) async throws -> ExitStatus {
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
        return status
    }
}
