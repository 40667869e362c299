import AWSClient
import AWSWire
import ArgumentParser
import Controller
import GitStore
import Importing
import Manifest
import Reconciler

/// The exit codes of DESIGN section 12.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case error = 1
    case changes = 2
    case unhealthy = 3
    case authentication = 4
    case timedOut = 5
    case refused = 6
    case usage = 64

    /// When several hold, the one that counts.
    static func worst(_ all: [ExitStatus]) -> ExitStatus {
        let order: [ExitStatus] = [.usage, .authentication, .error, .refused, .unhealthy, .timedOut, .changes]
        return order.first(where: all.contains) ?? .done
    }

    /// What an error means for the caller.
    init(_ error: any Error) {
        switch error {
        case let error as GitError: self = error.isAuthentication ? .authentication : .error
        case let error as AWSError: self = ExitStatus.of(error)
        case let error as ReadError: self = error.isUsage ? .usage : .error
        case SourceError.rewritten, SourceError.behind, SourceError.unverified: self = .refused
        case is TrustError, OperatingError.refused: self = .refused
        case OperatingError.unknown: self = .usage
        case is ValidationError, is ConfigurationError, EditError.usage: self = .usage
        default: self = .error
        }
    }

    private static func of(_ error: AWSError) -> ExitStatus {
        switch error.disposition {
        case .authentication, .expiredCredentials, .denied, .clockSkew: .authentication
        default: .error
        }
    }

    /// Ends the verb; nothing is printed.
    func exit() throws { if self != .done { throw ExitCode(rawValue) } }
}

/// Runs a verb's body: what it throws becomes one line on standard error and an exit code, never usage text.
func reporting(_ body: () async throws -> ExitStatus) async throws {
    let status: ExitStatus
    do {
        status = try await body()
    } catch let error as ExitCode {
        throw error
    } catch {
        Terminal.error("neap: \(FileProblem(error)?.description ?? "\(error)")")
        status = ExitStatus(error)
    }
    try status.exit()
}
