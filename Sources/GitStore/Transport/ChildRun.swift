import Subprocess
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the child answered before it ended.
struct ChildAnswer: Sendable {
    var references: [TransportEvent.Reference] = []
    /// The final event; nil when the output ended or was malformed before one came.
    var final: TransportEvent?
    var isMalformed = false
}

/// One run of the child: request in, events out, deadlines beside it.
struct ChildRun: Sendable {
    let configuration: TransportConfiguration
    let clock: any Clock<Duration>
    let operation: String
    /// Texts to keep out of errors.
    let secrets: [String]
    let onProgress: @Sendable (TransportProgress) -> Void
    let onStart: @Sendable (Int32) -> Void

    /// References that a server may list; more is taken for hostile.
    private static let referenceLimit = 200_000
    /// Bytes of standard error that are kept.
    private static let tailLength = 8 << 10

    /// A write to a child that has just died must be an error here, not the end of this process.
    private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    /// Runs the child to its end; the first deadline to pass kills it, and it is reaped before this returns.
    func run(_ request: TransportRequest) async throws -> ChildAnswer {
        Self.ignoreBrokenPipes
        let activity = Activity()
        let frame = try Frame.encode(request)
        return try await withThrowingTaskGroup(of: ChildAnswer.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await runChild(frame, activity) }
            group.addTask { try await watchProgress(activity) }
            group.addTask { try await watchTotal() }
            guard let answer = try await group.next() else { throw CancellationError() }
            return answer
        }
    }

    private func watchTotal() async throws -> ChildAnswer {
        let limit = configuration.deadlines.total
        try await clock.sleep(for: limit)
        throw GitError.timedOut(operation: operation, deadline: .total, after: limit)
    }

    private func watchProgress(_ activity: Activity) async throws -> ChildAnswer {
        let deadlines = configuration.deadlines
        try await clock.sleep(for: deadlines.connect)
        guard activity.count > 0 else {
            throw GitError.timedOut(operation: operation, deadline: .connect, after: deadlines.connect)
        }
        while true {
            let before = activity.count
            try await clock.sleep(for: deadlines.idle)
            guard activity.count > before else {
                throw GitError.timedOut(operation: operation, deadline: .idle, after: deadlines.idle)
            }
        }
    }

    private func runChild(_ frame: [UInt8], _ activity: Activity) async throws -> ChildAnswer {
        do {
            let result = try await Subprocess.run(
                .path(FilePath(configuration.executable)), arguments: [GitTransportChild.argument],
                environment: .custom(Self.environment), platformOptions: Self.options, input: .inputWriter,
                output: .sequence, error: .sequence
            ) { execution in
                onStart(Int32(execution.processIdentifier.value))
                async let tail = Self.tail(of: execution.standardError)
                // A child that died already is told by its output, which ends.
                do { _ = try await execution.standardInputWriter.write(frame) } catch {}
                let answer = try await read(execution.standardOutput, activity)
                if answer.isMalformed || answer.final != nil { try await execution.standardInputWriter.finish() }
                return (answer, try await tail)
            }
            return try check(result.closureResult.0, result.terminationStatus, tail: result.closureResult.1)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw GitError.library(operation: operation, code: 0, message: "the Git child can not be run: \(error)")
        }
    }

    private func check(_ answer: ChildAnswer, _ status: TerminationStatus, tail: String) throws -> ChildAnswer {
        try Task.checkCancellation()
        guard answer.final == nil || answer.isMalformed else { return answer }
        let how = answer.isMalformed ? "it sent a malformed frame, \(status)" : "\(status)"
        throw GitError.childDied(operation: operation, status: how, tail: Redaction.clean(tail, secrets: secrets))
    }

    private func read(_ output: SubprocessOutputSequence, _ activity: Activity) async throws -> ChildAnswer {
        var (answer, reader) = (ChildAnswer(), FrameReader())
        for try await buffer in output {
            reader.append(buffer.withUnsafeBytes { Array($0) })
            do {
                while answer.final == nil, let event = try reader.next() { try take(event, into: &answer, activity) }
            } catch {
                answer.isMalformed = true
            }
            if answer.isMalformed || answer.final != nil { break }
        }
        return answer
    }

    private func take(
        _ event: TransportEvent, into answer: inout ChildAnswer, _ activity: Activity
    ) throws(FrameReader.Malformed) {
        activity.advance()
        switch event {
        case .references(let references):
            answer.references += references
            guard answer.references.count <= Self.referenceLimit else { throw FrameReader.Malformed() }
        case .progress(let phase, let received, let total, let bytes):
            onProgress(
                TransportProgress(
                    phase: CommitMessage.escapeControls(String(phase.prefix(32))), received: received, total: total,
                    bytes: bytes))
        default:
            answer.final = event
        }
    }

    /// The end of what the child wrote to its standard error.
    private static func tail(of sequence: SubprocessOutputSequence) async throws -> String {
        var bytes: [UInt8] = []
        for try await buffer in sequence {
            bytes += buffer.withUnsafeBytes { Array($0) }
            bytes.removeFirst(max(0, bytes.count - tailLength))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Nothing of this process's environment but where the dynamic linker looks.
    private static var environment: [Environment.Key: String] {
        var values: [Environment.Key: String] = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"]
        if let path = getenv("LD_LIBRARY_PATH") { values["LD_LIBRARY_PATH"] = String(cString: path) }
        return values
    }

    /// A session of its own keeps Ctrl-C at the terminal from reaching the child; cancelling goes straight to SIGKILL.
    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = []
        return options
    }
}

/// Counts events of the child, for the deadlines.
private final class Activity: Sendable {
    private let events = Atomic<Int>(0)

    var count: Int { events.load(ordering: .relaxed) }

    func advance() { events.add(1, ordering: .relaxed) }
}
