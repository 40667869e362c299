internal import AWSWire
internal import Model

/// What ECS says of the task that this process runs in (task metadata endpoint, version 4).
public struct TaskMetadata: Sendable, Hashable {
    /// Its cluster, a name or an ARN.
    public let cluster: String
    /// The service that it belongs to; nil for a task of its own, and where the agent is older than 1.63.1.
    public let service: String?
    /// The family of its task definition.
    public let family: String

    /// The document that `bytes` hold.
    init(_ bytes: [UInt8]) throws(TaskMetadataError) {
        let document: Value
        do { document = try JSON.parse(bytes) } catch { throw TaskMetadataError("answers what is not JSON") }
        guard let cluster = document["Cluster"]?.string, let family = document["Family"]?.string else {
            throw TaskMetadataError("answers without a cluster and a family")
        }
        self.cluster = cluster
        self.family = family
        service = document["ServiceName"]?.string
    }
}

/// Asks the endpoint that ECS gives each of its containers.
public struct TaskMetadataReader: Sendable {
    let environment: [String: String]
    let transport: any HTTPTransport
    let clock: any AWSClock

    static let variable = "ECS_CONTAINER_METADATA_URI_V4"
    static let timeout = Duration.seconds(2)
    static let attempts = 3

    /// A reader by `environment`, the process's variables.
    public init(
        environment: [String: String], transport: any HTTPTransport = AsyncHTTPTransport.shared,
        clock: any AWSClock = SystemClock()
    ) {
        self.environment = environment
        self.transport = transport
        self.clock = clock
    }

    /// The task; nil outside of ECS.
    ///
    /// Throws `TaskMetadataError` when there should be an answer and is none.
    public func task() async throws -> TaskMetadata? {
        guard let url = environment.value(Self.variable) else { return nil }
        guard let endpoint = Endpoint(url: url) else { throw TaskMetadataError("is no http or https URL") }
        let request = WireRequest(
            method: "GET", path: endpoint.path(below: "/task"), headers: ["Accept": "application/json"])
        var last = TaskMetadataError("does not answer")
        for attempt in 0..<Self.attempts {
            if attempt > 0 { try await clock.sleep(for: .seconds(1)) }
            do {
                let reply = try await transport.send(request, to: endpoint, timeout: Self.timeout)
                if reply.status == 200 { return try TaskMetadata(reply.body) }
                last = TaskMetadataError("answers with status \(reply.status)")
            } catch is TransportError {
                last = TaskMetadataError("does not answer")
            }
        }
        throw last
    }
}

/// The endpoint of a container says nothing of its task.
public struct TaskMetadataError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    init(_ what: String) {
        description = "what \(TaskMetadataReader.variable) names \(what): it has to say which service this process is"
    }
}
