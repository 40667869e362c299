import FoundationEssentials
import Subprocess
import SystemPackage

/// GnuPG's verifier, `gpgv`, as a child process with a deadline: it reads keys and signatures and nothing else.
struct GPGV: Sendable {
    let executable: String
    let deadline: Duration
    let clock: any Clock<Duration>
    /// Bytes of output that are read; a signature has a few hundred.
    private static let limit = 64 << 10

    /// `gpgv` in the first of `folders` that holds it; nil when none does.
    static func find(in folders: [String]) -> String? {
        folders.filter { $0.hasPrefix("/") }.map { $0 + "/gpgv" }.first(where: FileManager.default.isExecutableFile)
    }

    /// Its status lines for these files, whose names are paths; it ends without success unless all is good.
    func status(keyrings: [String], signature: String, payload: String, home: String) async throws -> GPGVStatus {
        let options = ["--homedir", home, "--status-fd", "1"] + keyrings.flatMap { ["--keyring", $0] }
        let arguments = options + ["--", signature, payload]
        return try await withThrowingTaskGroup(of: GPGVStatus.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await run(arguments, home) }
            group.addTask {
                try await clock.sleep(for: deadline)
                throw SignatureProblem.notChecked("gpgv did not end within \(deadline)")
            }
            guard let status = try await group.next() else { throw CancellationError() }
            return status
        }
    }

    private func run(_ arguments: [String], _ home: String) async throws -> GPGVStatus {
        do {
            let result = try await Subprocess.run(
                .path(FilePath(executable)), arguments: Arguments(arguments),
                environment: .custom(["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]),
                platformOptions: Self.options, input: .none, output: .bytes(limit: Self.limit), error: .discarded)
            return GPGVStatus(
                String(decoding: result.standardOutput, as: UTF8.self), isSuccess: result.terminationStatus.isSuccess)
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw SignatureProblem.notChecked("\(executable) can not be run: \(error)")
        }
    }

    /// A session of its own keeps Ctrl-C at the terminal from reaching it; cancelling goes straight to SIGKILL.
    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = []
        return options
    }
}
