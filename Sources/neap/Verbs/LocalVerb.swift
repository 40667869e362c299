import AWSWire
import ArgumentParser
import FoundationEssentials
import LocalAWS
import Simulation

/// `neap local`: an AWS of its own on this machine.
struct LocalVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local", abstract: "Serve an AWS of its own on this machine: ECS, Auto Scaling, load balancers.",
        discussion: """
            Point any AWS client at it (AWS_ENDPOINT_URL=http://127.0.0.1:4510, any keys). Prints one line of JSON, \
            {"endpoint": ...}, once it takes connections. GET /_neap on it lists what people can do beside AWS's \
            own operations: advance time, reclaim instances, break images, read the timeline. Those need no signature, \
            also with --access-key: keep the port to this machine.
            """)

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port = 4510

    @Option(help: "Virtual seconds in a second; 0 stands still until /_neap/clock advances it.")
    var speed: Int?

    @Option(help: "What chance begins with: the same seed and calls give the same AWS.")
    var seed: UInt64?

    @Option(help: "When its time begins, 2026-01-01T00:00:00Z; now unless given.")
    var start: String?

    @Option(help: "A scenario file: loads, accidents, how long things take.")
    var scenario: String?

    @Option(help: "An account file: networks, roles and parameters that are to be there.")
    var account: String?

    @Option(help: "Write the timeline of the region as a picture (SVG) when it ends.")
    var timeline: String?

    @Option(help: "The region of --scenario and --timeline.")
    var region: String?

    @Option(
        name: .customLong("state"),
        help: "A directory that keeps worlds and their time over restarts; speed and faults are not kept.")
    var stateDirectory: String?

    @Option(
        help: "An SQS queue, made in every region, that gets what AWS tells EventBridge of: see docs/embedded-aws.md.")
    var eventsQueue: String?

    @Option(help: "A file that gets a line of JSON for each call.")
    var log: String?

    @Option(help: "Reads may lag so many milliseconds of virtual time behind writes.")
    var lag = 0

    @Option(help: "After every write, jump so many seconds of virtual time ahead, for clients that never wait.")
    var settle = 0

    @Flag(help: "Refuse requests beyond AWS's published rates.")
    var throttle = false

    @Option(help: "Verify signatures: the one access key that is let in; its secret in NEAP_LOCAL_SECRET_ACCESS_KEY.")
    var accessKey: String?

    @Flag(help: "End when standard input ends.")
    var attached = false

    func validate() throws {
        guard 0...65_535 ~= port else { throw ValidationError("--port is 0 to 65535") }
        guard 0...3_600_000 ~= lag, 0...86_400 ~= settle, 0...100_000 ~= speed ?? 0 else {
            throw ValidationError("--lag is 0 to 3600000, --settle 0 to 86400, --speed 0 to 100000")
        }
    }

    func run() async throws {
        try await reporting {
            let server = try LocalServer(try options(), port: port) { Date().timeIntervalSince1970 }
            try await LocalSession(server: server, attached: attached, timeline: picture).run()
            return .done
        }
    }

    private var picture: LocalSession.Picture? {
        timeline.map { LocalSession.Picture(path: $0, region: region) }
    }

    private func options() throws -> LocalOptions {
        var options = LocalOptions(start: try began())
        let played = try scenario.map { try LocalFiles.scenario($0) }
        options.seed = seed ?? played?.seed ?? 1
        options.speed = speed ?? played?.speed ?? 1
        options.settle = .seconds(settle)
        options.lag = Span(milliseconds: Int64(lag))
        options.isThrottling = throttle
        options.credentials = try credentials()
        options.stateDirectory = stateDirectory
        options.callLog = log
        options.eventsQueue = eventsQueue
        options.contents = try account.map { try LocalFiles.account($0) }
        options.scenario = played
        options.scenarioRegion = region
        return options
    }

    private func began() throws -> Instant {
        guard let start else { return Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
        guard let seconds = Timestamps.seconds(start) else {
            throw ValidationError("--start \(start) is no time such as 2026-01-01T00:00:00Z")
        }
        return Instant(milliseconds: Int64(seconds * 1000))
    }

    private func credentials() throws -> Credentials? {
        guard let accessKey else { return nil }
        guard let secret = ProcessInfo.processInfo.environment["NEAP_LOCAL_SECRET_ACCESS_KEY"], !secret.isEmpty else {
            throw ValidationError("--access-key needs its secret in NEAP_LOCAL_SECRET_ACCESS_KEY")
        }
        return Credentials(accessKeyID: accessKey, secretAccessKey: secret)
    }
}
