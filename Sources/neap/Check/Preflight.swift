import AWSClient
import AWSWire
import Controller
import GitStore
import Kinds
import Manifest
import Model
import Reconciler

/// What it takes to run the controller, looked at without writing anything.
struct Preflight {
    let configuration: ControllerConfiguration
    let verification: VerificationPolicy?

    /// Clocks that differ by more make AWS refuse what is signed (it takes five minutes).
    private static let largestSkew = 60.0

    /// Every line as it is found; the worst of their codes.
    func run() async -> ExitStatus {
        var codes: [ExitStatus] = []
        func tell(_ line: CheckLine) {
            line.print()
            codes.append(line.status)
        }
        let repositories: [WatchedRepository]
        do {
            repositories = try configuration.watched(ControllerMetrics(MetricRegistry()))
            tell(.fine("cache directory", "clones can be kept"))
        } catch {
            tell(cache(error))
            return .worst(codes)
        }
        for line in await listening() { tell(line) }
        for line in await PartsCheck(leases: configuration.leases, queue: configuration.queue).lines() { tell(line) }
        for repository in repositories { for line in await lines(of: repository) { tell(line) } }
        return .worst(codes)
    }

    private func cache(_ error: any Error) -> CheckLine {
        if case GitError.refusedURL = error {
            return .missing(
                "repository", "\(error)", fix: "give another URL, or allow it (--allow-plain-http, --git-ssh-key-file)")
        }
        let text = if case GitError.storage(let message) = error { message } else { "\(error)" }
        return .missing(
            "cache directory", text, fix: "name a directory that this user may write to with --cache-dir")
    }

    private func lines(of repository: WatchedRepository) async -> [CheckLine] {
        let names: [String?]
        do {
            names = try await repository.environmentNames()
        } catch {
            return [git(error)]
        }
        var lines = [CheckLine.fine("Git", "\(repository.url) \(repository.reference) can be read")]
        for name in names { lines += await self.lines(of: name, in: repository) }
        return lines
    }

    private func git(_ error: any Error) -> CheckLine {
        switch error {
        case let error as GitError where error.isAuthentication:
            .missing(
                "Git", "\(error)",
                fix: "give a token, a deploy key with its host key, or a GitHub App that may read and write it",
                .authentication)
        case SourceError.noReference: .missing("Git", "\(error)", fix: "push the branch, or name another with --ref")
        case is GitError:
            .missing("Git", "\(error)", fix: "see that this machine reaches the server, and that the URL is right")
        default: .missing("manifests", "\(error)", fix: "commit a mend; neap validate says the same before a push")
        }
    }

    private func lines(of name: String?, in repository: WatchedRepository) async -> [CheckLine] {
        var options = EnvironmentReconciler.Options(version: Neap.version) { Wall.now }
        options.environment = name
        options.acceptedRewrite = configuration.acceptedRewrite
        options.verification = verification
        let access = AWSAccess(verbose: false, trust: configuration.trust)
        let source = repository.source
        let reconciler = EnvironmentReconciler(source, options: options, connect: access.connect)
        do {
            let prepared = try await reconciler.prepare()
            return await [written(prepared, source)] + aws(prepared)
        } catch {
            return [aws(error, name ?? "the environment")]
        }
    }

    /// The status branch is pushed to as far as its server lets one come without a change.
    private func written(_ prepared: EnvironmentReconciler.Prepared, _ source: RemoteSource) async -> CheckLine {
        let branch = prepared.target.environment.statusBranch
        do {
            try await source.checkWritable(branch)
            return .fine("status branch", "\(branch) can be pushed to")
        } catch {
            let status: ExitStatus = (error as? GitError)?.isAuthentication == true ? .authentication : .error
            return .missing(
                "status branch", "\(branch): \(error)", fix: "give credentials that may push to neap/ branches", status)
        }
    }

    private func aws(_ error: any Error, _ name: String) -> CheckLine {
        switch error {
        case is TrustError: .missing(name, "\(error)", fix: "start with that flag, or NEAP_ALLOW_ACCOUNTS", .refused)
        case is AWSError, is SettingsError:
            .missing(
                name, "\(error)",
                fix: AWSFix(otherwise: "give credentials of the account, and let the role be assumed by them")
                    .text(error), ExitStatus(error))
        case let error as GitError: git(error)
        default: .missing(name, "\(error)", fix: "as it says", ExitStatus(error))
        }
    }

    private func aws(_ prepared: EnvironmentReconciler.Prepared) async -> [CheckLine] {
        let (name, connection) = (prepared.target.environment.name, prepared.connection)
        var lines = [
            CheckLine.fine(name, "credentials belong to account \(connection.accountID), region \(connection.region)")
        ]
        lines += prepared.target.desired.diagnostics.filter { $0.severity == .error }.map {
            .missing(name, "\($0)", fix: "commit a mend; neap validate says the same before a push")
        }
        let check = OutsideCheck(
            aws: connection.aws, region: connection.region, accountID: connection.accountID, environment: name)
        let answers = await check.answers(
            prepared.target.desired.resources, lookups: prepared.target.desired.lookups, withPermissions: true)
        lines += answers.compactMap { line($0, name) }
        if lines.count == 1 { lines.append(.fine(name, "everything that manifests name is there, and may be made")) }
        if let client = connection.aws as? AWSClient { lines.append(clock(client)) }
        return lines
    }

    private func line(_ answer: OutsideAnswer, _ environment: String) -> CheckLine? {
        let subject = "\(environment): \(answer.name.sort.words) \(answer.name.name)"
        let place = answer.name.place.map { " (\($0.lineDescription))" } ?? ""
        switch answer.finding {
        case .there: return nil
        case .missing(let what, let fix): return .missing(subject, what + place, fix: fix)
        case .unknown(let why): return .unknown(subject, why + place)
        }
    }

    private func clock(_ client: AWSClient) -> CheckLine {
        let ahead = client.clockLag
        guard abs(ahead) > Self.largestSkew else { return .fine("clock", "AWS takes its signatures") }
        return .missing(
            "clock", "it is \(Int(abs(ahead))) s \(ahead > 0 ? "behind" : "ahead of") AWS's",
            fix: "set the clock, and keep it by NTP")
    }
}
