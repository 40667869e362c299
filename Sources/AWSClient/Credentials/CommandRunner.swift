internal import Subprocess
internal import SystemPackage

/// Runs the program of a `credential_process`; tests give their own.
public struct CommandRunner: Sendable {
    /// What a program left behind.
    public struct Output: Sendable, CustomReflectable {
        /// The exit status; 128 and the signal's number when a signal ended it.
        public var status: Int
        /// What it printed.
        public var standardOutput: [UInt8]

        /// An exit status and what was printed.
        public init(status: Int, standardOutput: [UInt8]) {
            self.status = status
            self.standardOutput = standardOutput
        }

        public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
    }

    /// Runs a program (first word) with its arguments. Throws when it can not be started or takes too long.
    public var run: @Sendable (_ words: [String]) async throws -> Output

    /// A runner that calls `run`.
    public init(_ run: @escaping @Sendable (_ words: [String]) async throws -> Output) { self.run = run }

    /// Starts a child process, which has a minute and 64 KiB of output. What it says on standard error is dropped.
    public static func system(clock: any AWSClock = SystemClock()) -> CommandRunner {
        CommandRunner { words in
            try await withThrowingTaskGroup(of: Output.self) { group in
                group.addTask { try await child(words) }
                group.addTask {
                    try await clock.sleep(for: .seconds(60))
                    throw SettingsError("the program took longer than a minute")
                }
                defer { group.cancelAll() }
                guard let first = try await group.next() else { throw CancellationError() }
                return first
            }
        }
    }

    private static func child(_ words: [String]) async throws -> Output {
        guard let program = words.first else { throw SettingsError("there is no program") }
        let executable: Executable = program.contains("/") ? .path(FilePath(program)) : .name(program)
        let result = try await Subprocess.run(
            executable, arguments: Arguments(Array(words.dropFirst())), output: .bytes(limit: 64 << 10),
            error: .discarded)
        switch result.terminationStatus {
        case .exited(let status): return Output(status: Int(status), standardOutput: result.standardOutput)
        case .signaled(let signal): return Output(status: 128 + Int(signal), standardOutput: [])
        }
    }
}
