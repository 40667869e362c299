import ArgumentParser
import Kinds
import Reconciler

/// `neap logs`: what a service's containers wrote.
struct LogsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Show what a service's containers wrote to CloudWatch Logs.",
        discussion: "Log lines are shown here alone: no plan, status or commit ever holds one.")

    /// How lines are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Flag(name: [.long, .customShort("f")], help: "Go on with what is written from now on, by new tasks too.")
    var follow = false

    @Option(help: "How far back, as 1h.")
    var since = TimeSpan(seconds: 600)

    @Option(help: "One container; all unless given.")
    var container: String?

    @Option(help: "One task by its id, or the beginning of it; running or stopped.")
    var task: String?

    @Flag(help: "Tasks that have stopped, as long as ECS remembers them: about an hour.")
    var previous = false

    @Flag(help: "Of those, only the ones that failed.")
    var failed = false

    @Option(help: "The newest so many lines only.")
    var limit: Int?

    @Option(name: .shortAndLong, help: "table, or json: an object a line.")
    var output: Format = .table

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1") }
        if follow, previous || failed { throw ValidationError("stopped tasks write nothing more: leave --follow out") }
    }

    func run() async throws {
        try await reporting {
            let access = try await ServiceAccess(service, source)
            var choice = ServiceLogs.Choice()
            choice.tasks = failed ? .failed : previous ? .previous : .current
            (choice.container, choice.task) = (container, task)
            let stop = StopSignal()
            let reader = LogReader(access.look, choice)
            try await stop.during { _ in
                try await reader.run(
                    last: since.seconds, at: Wall.now, limit: limit, while: { follow && !stop.wasAsked }
                ) { lines in
                    for line in lines {
                        Terminal.out((output == .json ? OperatingText.json(line) : OperatingText.line(line)) + "\n")
                    }
                }
            }
            return .done
        }
    }
}
