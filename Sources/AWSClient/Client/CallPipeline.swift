internal import AWSWire
internal import Logging
internal import Model
internal import Tracing

/// The way of one call: checked, encoded, admitted, signed, sent, decoded, counted.
struct CallPipeline: Sendable {
    let region: String
    let settings: AWSSettings
    let transport: any HTTPTransport
    let retry: RetryPolicy
    /// Nil for no limits.
    let budget: RateBudget?
    /// Account and region, whose buckets are shared.
    let scope: String
    let userAgent: String
    /// For one HTTP request.
    let timeout: Duration
    let log: CallLog
    let logger: Logger
    let clock: any AWSClock
    /// What idempotency tokens hang on besides the request.
    var tokenScope = ""
    /// What each request of a write passes; nil for nothing.
    var fence: WriteFence?
    let quota = RetryQuota()
    let skew = ClockSkew()
    let signers = Signers()

    /// Sends one call; nothing of its parameters is in what this throws or logs.
    func send(
        _ call: AWSCall, to service: ServiceModel, signedBy provider: (any CredentialProvider)?
    ) async throws -> Value {
        guard let operation = service.operation(call.operation) else {
            throw Self.refusal(call, "UnknownOperation", "the service's model has no such operation")
        }
        let prepared = try prepare(call, service, operation, provider)
        return try await withSpan("\(call.service).\(call.operation)", ofKind: .client) { span in
            try await send(prepared, span)
        }
    }

    private func send(_ prepared: PreparedCall, _ span: any Span) async throws -> Value {
        let (call, operation) = (prepared.call, prepared.operation)
        var progress = CallProgress()
        defer { span.attributes.describe(call, progress) }
        do {
            let reply = try await exchange(prepared, &progress)
            record(prepared, progress, error: nil)
            return reply
        } catch let error as AWSError {
            record(prepared, progress, error: error)
            throw Secrets(prepared.call.input, operation.input).masked(error)
        } catch let error as CancellationError {
            record(prepared, progress, error: Self.refusal(call, "Cancelled", "the call was cancelled"))
            throw error
        } catch {
            let other = Self.refusal(call, "ClientFailure", "\(type(of: error))")
            record(prepared, progress, error: other)
            throw other
        }
    }

    /// Everything that can be refused before anything is sent.
    private func prepare(
        _ call: AWSCall, _ service: ServiceModel, _ operation: OperationModel, _ provider: (any CredentialProvider)?
    ) throws(AWSError) -> PreparedCall {
        let (input, hasToken) = IdempotencyToken.fill(call, operation, scope: tokenScope)
        let call = AWSCall(call.service, call.operation, input)
        try Self.check(call, operation)
        do {
            let endpoint = try settings.endpoint(
                serviceID: service.serviceID, prefix: service.endpointPrefix, region: region)
            var request = try service.encode(operation, input)
            request.path = endpoint.path(below: request.path)
            return PreparedCall(
                call: call, service: service, operation: operation, endpoint: endpoint, request: request,
                provider: provider, isRepeatable: retry.isRepeatable(Repetition(call: call, hasToken: hasToken)))
        } catch let error as SettingsError {
            throw Self.refusal(call, "InvalidSettings", error.description)
        } catch {
            throw Self.refusal(call, "InvalidRequest", "\(error)")
        }
    }

    private static func check(_ call: AWSCall, _ operation: OperationModel) throws(AWSError) {
        let missing = call.input.references.map { "\($0.resource) \($0.output)" }.sorted()
        guard missing.isEmpty else {
            throw refusal(call, "UnresolvedReference", "not known yet: \(missing.joined(separator: ", "))")
        }
        if let problem = SendCheck.problem(call.input, operation.input) {
            throw refusal(call, "InvalidRequest", problem)
        }
    }

    /// An error of our own, for what never reached AWS.
    static func refusal(_ call: AWSCall, _ code: String, _ message: String) -> AWSError {
        AWSError(
            service: call.service, operation: call.operation, code: code, message: message, disposition: .permanent)
    }

    private func record(_ prepared: PreparedCall, _ progress: CallProgress, error: AWSError?) {
        let call = prepared.call
        let entry = CallLog.Entry(
            service: call.service, operation: call.operation, isWrite: !prepared.isRead,
            requestID: progress.requestID ?? error?.requestID, attempts: progress.attempts, errorCode: error?.code)
        log.record(entry)
        guard entry.isWrite else { return }
        var metadata: Logger.Metadata = [
            "service": "\(entry.service)", "operation": "\(entry.operation)", "attempts": "\(entry.attempts)",
        ]
        if let requestID = entry.requestID { metadata["request_id"] = "\(requestID)" }
        if let code = entry.errorCode { metadata["error"] = "\(code)" }
        logger.log(level: error == nil ? .info : .warning, "aws write", metadata: metadata)
    }
}
