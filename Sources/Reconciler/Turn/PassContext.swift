public import Model

/// What is under way in a task, for log lines and traces: they name it without its being handed from call to call.
public struct PassContext: Sendable {
    /// What runs now; nil outside of a pass.
    @TaskLocal public static var current: PassContext?

    /// The environment's name.
    public var environment: String
    /// 40 hex digits.
    public var commit: String
    /// The pass, 32 hex digits as a W3C trace id is; its turns share it.
    public var pass: String
    /// The resource that is written to; nil for everything else.
    public var resource: ResourceID?

    /// A pass over `environment` at `commit`.
    public init(environment: String, commit: String, pass: String, resource: ResourceID? = nil) {
        self.environment = environment
        self.commit = commit
        self.pass = pass
        self.resource = resource
    }

    /// Runs `body` as what is done to `resource`.
    static func about<T>(_ resource: ResourceID, _ body: () async throws -> T) async rethrows -> T {
        guard var context = current else { return try await body() }
        context.resource = resource
        return try await $current.withValue(context) { try await current.traced("step", body) }
    }
}
