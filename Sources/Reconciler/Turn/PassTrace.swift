import Model
public import Tracing

/// Where a pass's trace id stands in a service context: a tracer takes it as the trace of spans without a parent.
public enum PassTraceKey: ServiceContextKey {
    /// 32 hex digits.
    public typealias Value = String
    /// As other tools show it.
    public static let nameOverride: String? = "neap-pass"
}

extension PassContext? {
    /// Runs `body` as a span of the pass's trace; only runs it where there is no pass, or nobody traces.
    func traced<T>(_ name: String, _ body: () async throws -> T) async rethrows -> T {
        guard let pass = self else { return try await body() }
        var context = ServiceContext.current ?? .topLevel
        context[PassTraceKey.self] = pass.pass
        return try await withSpan(name, context: context) { span in
            span.attributes["neap.environment"] = pass.environment
            span.attributes["vcs.ref.head.revision"] = pass.commit
            if let resource = pass.resource { span.attributes["neap.resource"] = resource.description }
            return try await body()
        }
    }
}
