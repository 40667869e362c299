public import ArgumentParser
import Model
public import Reconciler

/// `neap wait`: observes until what Git says is live and well.
struct WaitVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Wait until everything, or what is named, is in sync and healthy.",
        discussion: """
            Writes nothing: somebody else applies. For example: neap wait Service/api --for healthy. \
            Exit codes: 0 reached, 3 ended unhealthy, 5 --timeout.
            """)

    @Argument(help: "Kind/name of what to wait for, everything when left out; and PATH, a repository on this machine.")
    var arguments: [String] = []

    @Option(help: "A repository's URL (https, file or a path) instead of PATH.")
    var repo: String?

    @Option(help: "The branch of --repo, as a full ref name.")
    var ref: String = "refs/heads/main"

    @Option(name: [.long, .customShort("e")], help: "The environment, where the repository has several.")
    var environment: String?

    @OptionGroup var git: GitFlags

    @Option(help: "Where clones are kept; also NEAP_CACHE_DIR.", completion: .directory)
    var cacheDir: String?

    @Option(name: .customLong("for"), help: "healthy, synced, or settled: both.")
    var goal = EnvironmentWait.Goal.settled

    @Option(help: "How long; exit code 5 after it.")
    var timeout = TimeSpan(seconds: 1_800)

    @Flag(help: "Stream one object a line.")
    var json = false

    private var folders: [String] { arguments.filter { !ResourceArgument($0).isName } }

    func validate() throws {
        guard folders.count <= (repo == nil ? 1 : 0) else {
            throw ValidationError("name resources as Kind/name, such as Service/api; of the rest at most one is PATH")
        }
    }

    func run() async throws {
        try await reporting {
            let path = folders.first ?? "."
            let opening = RepositoryOpening(git, cacheDir: cacheDir)
            let access: any SourceAccess = try repo.map { try opening.remote($0, ref) } ?? LocalSource(path)
            let reconciler = EnvironmentReconciler.forLooking(at: access, environment: environment)
            let prepared = try await reconciler.prepareToLook()
            let names = ResourceNames(prepared)
            let wanted = Set(try arguments.filter { ResourceArgument($0).isName }.map { try names.resource($0) })
            let wait = EnvironmentWait(
                for: wanted, of: prepared, by: reconciler, goal: goal, poll: Loopback.patience.poll)
            return try await run(wait)
        }
    }

    private func run(_ wait: EnvironmentWait) async throws -> ExitStatus {
        let (stop, output) = (StopSignal(), NewsOutput(isJSON: json))
        output.begin()
        var watch = RolloutWatch()
        let outcome = try await stop.during { _ in
            try await wait.run(until: timeout.duration, while: { !stop.wasAsked }) { turn in
                for news in watch.news(in: turn, at: Wall.now) { output.tell(news) }
            }
        }
        for state in outcome.missing.prefix(20) {
            let why = state.health.message.isEmpty ? state.problem?.message ?? "" : state.health.message
            Terminal.error("\(state.id): \(state.sync.rawValue), \(state.health.status.rawValue). \(why)")
        }
        return outcome.missing.isEmpty ? .done : outcome.timedOut ? .timedOut : .unhealthy
    }
}

extension EnvironmentWait.Goal: ExpressibleByArgument {}
