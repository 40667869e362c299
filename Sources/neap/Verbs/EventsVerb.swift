import ArgumentParser
import Reconciler

/// `neap events`: what happened to a service, in one timeline.
struct EventsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Show what happened to a service and its instances, in one timeline.",
        discussion: """
            The service's events, deployments, tasks that stopped and why, the scaling activities and instance refreshes of \
            its groups; oldest first, by AWS's clock.
            """)

    /// How the timeline is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    @Argument(help: "The Service, as api or Service/api.")
    var service: String

    @OptionGroup var source: SourceOptions

    @Flag(name: [.long, .customShort("f")], help: "Go on with what happens from now on.")
    var follow = false

    @Option(help: "How far back, as 30m.")
    var since = TimeSpan(seconds: 3_600)

    @Option(name: .shortAndLong, help: "table, or json: an object a line.")
    var output: Format = .table

    func run() async throws {
        try await reporting {
            let access = try await ServiceAccess(service, source)
            let stop = StopSignal()
            try await stop.during { _ in
                try await TimelineReader(access.look).run(
                    last: since.seconds, at: Wall.now, while: { follow && !stop.wasAsked }
                ) {
                    for entry in $0 {
                        Terminal.out((output == .json ? OperatingText.json(entry) : OperatingText.line(entry)) + "\n")
                    }
                    for text in $1 { Terminal.error("note: not all is known: \(text)") }
                }
            }
            return .done
        }
    }
}
