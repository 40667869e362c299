import Logging
import Reconciler

/// Looks after one environment, in each term in which this process is the one that writes for it.
struct EnvironmentLoop: Sendable {
    let name: String
    let repository: WatchedRepository
    let parts: ControllerParts
    let hints: Hints
    /// True when nothing else was asked of this process: its final errors end it.
    let isSole: Bool
    let clock: any Clock<Duration>

    /// Between two tries after an error that no round can have.
    private static let pause = Duration.seconds(10)

    /// As metrics, logs and leases name it.
    var label: String { repository.prefix + name }

    /// Terms until `stop`. Throws only what is final, where nothing else was asked for and no round ever went well.
    func run(until stop: StopFlag) async throws {
        // Whoever waits for a lease does not write, which is seen from the start.
        parts.metrics.leads(label, epoch: nil)
        while !stop.isSet {
            do {
                try await parts.leadership.lead(label, until: { stop.isSet }) { term in try await serve(term, stop) }
                return
            } catch is CancellationError {
                return
            } catch {
                if isFinal(error) { throw error }
                parts.logger.error(
                    "the environment's loop ended", metadata: ["environment": "\(label)", "error": "\(error)"])
                parts.health.note(label, of: repository.id) { $0.problems = [OperatingText.neutral("\(error)")] }
                await stop.wait(Self.pause, on: clock)
            }
        }
    }

    /// One term: what was read in an earlier one may be older than what another process has applied since.
    private func serve(_ term: Term, _ stop: StopFlag) async throws {
        parts.metrics.leads(label, epoch: term.epoch)
        parts.health.note(label, of: repository.id) { $0.isLeading = true }
        defer {
            parts.health.note(label, of: repository.id) { $0.lostTerm() }
            parts.metrics.lostTerm(label)
        }
        try await watch(term, stop).run(until: { stop.isSet || term.isOver() }, isFinal: isFinal)
    }

    private func watch(_ term: Term, _ stop: StopFlag) -> EnvironmentWatch {
        var options = parts.options
        (options.environment, options.label) = (name, label)
        (options.epoch, options.lease) = (term.epoch, term.gate)
        let reconciler = EnvironmentReconciler(
            RemoteSource(repository.clone, reference: repository.reference), options: options
        ) { [parts] environment, commit in try await parts.connect(term.fence, environment, commit) }
        let progress = ObservedProgress(
            environment: label, source: repository.id, told: parts.progress(label), metrics: parts.metrics,
            health: parts.health)
        return EnvironmentWatch(
            reconciler, gate: stop.gate.and(term.gate), progress: progress, clock: clock, hints: hints)
    }

    private var isFinal: @Sendable (any Error) -> Bool {
        { [isSole, parts, label, id = repository.id] error in
            isSole && parts.isFinal(error) && parts.health.environment(label, of: id)?.hadGoodRound != true
        }
    }
}

extension StopFlag {
    /// Waits `duration`, or less when it is set meanwhile.
    func wait(_ duration: Duration, on clock: any Clock<Duration>) async {
        var waited = Duration.zero
        while waited < duration, !isSet {
            let slice = min(duration - waited, .milliseconds(500))
            do { try await clock.sleep(for: slice) } catch { return }
            waited += slice
        }
    }
}
