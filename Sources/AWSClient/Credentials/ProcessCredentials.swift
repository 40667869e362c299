internal import AWSWire
internal import Model

/// What the profile's `credential_process` prints.
struct ProcessCredentials: CredentialProvider, Unprinted {
    let name: String
    let command: String
    let runner: CommandRunner

    func credentials() async throws -> ExpiringCredentials? {
        guard let words = Self.words(command), !words.isEmpty else {
            throw failure("credential_process has an open quote or is empty")
        }
        let output: CommandRunner.Output
        do { output = try await runner.run(words) } catch let error as CancellationError {
            throw error
        } catch {
            throw failure("credential_process can not be run")
        }
        guard output.status == 0 else { throw failure("credential_process ended with status \(output.status)") }
        do {
            return try CredentialDocument(output.standardOutput, isProcess: true).credentials(from: name)
        } catch {
            throw failure("credential_process printed \(error.description)")
        }
    }

    /// The words of a command line as a POSIX shell splits them, without any expansion; nil when a quote stays open.
    static func words(_ command: String) -> [String]? {
        let split = ShellWords(command)
        return split.isComplete ? split.words : nil
    }
}
