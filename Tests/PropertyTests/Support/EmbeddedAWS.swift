import AWSApplicationAutoScaling
import AWSAutoScaling
import AWSClient
import AWSCloudWatch
import AWSCloudWatchLogs
import AWSEC2
import AWSECS
import AWSELBv2
import AWSSSM
import AWSSTS
import AWSWire
import Foundation
import Logging
import Model
import Simulation

@testable import LocalAWS

/// The embedded AWS in this process, and clients that speak its wire protocols without a socket.
struct EmbeddedAWS: Sendable {
    static let region = "eu-west-1"
    static let account = "123456789012"
    /// 2026-11-24T09:00:00Z, a Tuesday.
    static let start = 1_795_510_800.0

    let time: VirtualTime
    let endpoint: LocalEndpoint

    /// An account that holds what the reference stack expects, with `scenario` playing when there is one.
    init(seed: UInt64, scenario: String? = nil) async throws {
        var options = LocalOptions(start: Instant(milliseconds: Int64(Self.start) * 1000))
        options.seed = seed
        options.contents = try Self.contents()
        if let scenario {
            let read = Scenario.read(Array(scenario.utf8), file: "scenario.yaml")
            guard let found = read.scenario else { throw Unreadable(diagnostics: read.diagnostics) }
            options.scenario = found
            options.scenarioRegion = Self.region
        }
        let time = VirtualTime(Self.start)
        self.time = time
        endpoint = try LocalEndpoint(options) { time.now }
        try await endpoint.begin()
    }

    /// A file that is not what it should be.
    struct Unreadable: Error { let diagnostics: [Diagnostic] }

    private static func contents() throws -> AccountContents {
        let read = AccountContents.read(try bytes("manifests/scenarios/account.yaml"), file: "account.yaml")
        guard let contents = read.contents else { throw Unreadable(diagnostics: read.diagnostics) }
        return contents
    }

    /// A file of the repository.
    static func bytes(_ path: String) throws -> [UInt8] {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    /// A client that counts its own calls.
    func client() throws -> AWSClient {
        let keys = Credentials(accessKeyID: "AKIDTEST", secretAccessKey: "key", sessionToken: nil)
        return AWSClient(
            services: Self.services, region: Self.region,
            settings: try AWSSettings(environment: [:], files: .memory([:])), credentials: StaticCredentials(keys),
            transport: InProcessTransport(endpoint: endpoint), retry: RetryPolicy(random: { 0.5 }), log: CallLog(),
            logger: Logger(label: "properties") { _ in SwiftLogNoOpLogHandler() }, clock: WireClock(time: time))
    }

    private static let services = [
        ApplicationAutoScaling.model, AutoScaling.model, CloudWatch.model, CloudWatchLogs.model, EC2.model, ECS.model,
        ELBv2.model, SSM.model, STS.model,
    ]

    /// Lets time pass, here and in AWS.
    func advance(_ seconds: Double) async {
        time.advance(seconds)
        await endpoint.tick()
    }

    /// Everything as it is now.
    var world: World { get async { await endpoint.account[Self.region] } }

    /// Keeps everything as it is now under `name`; gives the time.
    func save(_ name: String) async throws -> Double {
        try await endpoint.control(.save(name))
        return time.now
    }

    /// Makes everything as it was at `now`.
    func restore(_ name: String, _ now: Double) async throws {
        time.set(now)
        try await endpoint.control(.restore(name))
    }
}

/// Hands requests straight to the embedded AWS.
struct InProcessTransport: HTTPTransport {
    let endpoint: LocalEndpoint

    func send(_ request: WireRequest, to endpoint: Endpoint, timeout: Duration) async throws -> WireReply {
        let answer = await self.endpoint.answer(request)
        if answer.isLost { throw TransportError.lost("the reply was lost") }
        return answer.reply
    }
}
