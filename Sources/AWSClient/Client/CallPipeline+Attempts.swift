internal import AWSWire
internal import Logging
internal import Model

extension CallPipeline {
    /// Sends a prepared call until it succeeds or nothing more may be tried.
    ///
    /// Throws `AWSError`, and `CancellationError` when the task was cancelled.
    func exchange(_ prepared: PreparedCall, _ progress: inout CallProgress) async throws -> Value {
        var state = RetryState(
            retry, quota, isRead: prepared.isRead, isRepeatable: prepared.isRepeatable)
        while true {
            do {
                let reply = try await attempt(prepared, &progress)
                state.succeeded()
                return reply
            } catch let failure as FailedAttempt {
                let step = state.next(after: failure)
                guard step != .stop, try await take(step, prepared, failure) else { throw failure.error }
            }
        }
    }

    /// Does what comes between two attempts; false when it would not help.
    private func take(_ step: RetryState.Step, _ prepared: PreparedCall, _ failure: FailedAttempt) async throws -> Bool
    {
        let call = prepared.call
        logger.debug(
            "aws retry",
            metadata: [
                "service": "\(call.service)", "operation": "\(call.operation)", "error": "\(failure.error.code)",
                "step": "\(step)",
            ])
        switch step {
        case .stop: return false
        case .retry(let delay): try await clock.sleep(for: delay)
        case .refresh:
            guard let provider = prepared.provider, let used = failure.credentials else { return false }
            await provider.expire(used)
        case .resign:
            guard let server = failure.serverTime else { return false }
            return skew.adopt(serverTime: server, localTime: clock.now, signedWith: failure.signedAhead)
        }
        return true
    }

    private func attempt(_ prepared: PreparedCall, _ progress: inout CallProgress) async throws -> Value {
        let (call, isLimited) = (prepared.call, !prepared.endpoint.isLoopback)
        if isLimited { try await budget?.admit(call.service, call.operation, scope: scope) }
        let credentials = try await prepared.provider?.credentials()?.credentials
        if !prepared.isRead, let reason = await WritePermission.current?.closedBecause() {
            throw FailedAttempt(.fenced(reason), prepared)
        }
        let ahead = skew.current
        let request = signed(prepared, credentials, ahead: ahead)
        progress.attempts += 1
        do {
            let reply = try await transport.send(
                request, to: prepared.endpoint, timeout: timeout, fence: prepared.isRead ? nil : fence)
            return try decoded(reply, prepared, &progress)
        } catch var failure as FailedAttempt {
            if isLimited, failure.error.disposition == .throttled {
                budget?.throttled(call.service, call.operation, scope: scope)
            }
            failure.credentials = credentials
            failure.signedAhead = ahead
            throw failure
        } catch let error as TransportError {
            throw FailedAttempt(error, prepared)
        }
    }

    private func signed(_ prepared: PreparedCall, _ credentials: Credentials?, ahead: Double) -> WireRequest {
        var request = prepared.request
        if let credentials {
            let service = prepared.service
            // What stands in for AWS has no partitions.
            let scope =
                prepared.endpoint.isCustom ? region : GlobalService.signingRegion(service.endpointPrefix, region)
            let signer = signers.signer(region: scope, signingName: service.signingName)
            request.headers = signer.sign(
                request, host: prepared.endpoint.authority, credentials: credentials, date: clock.now + ahead)
        } else {
            request.headers["Host"] = prepared.endpoint.authority
        }
        // Unsigned, since proxies change it.
        request.headers.append("User-Agent", userAgent)
        return request
    }

    private func decoded(
        _ reply: WireReply, _ prepared: PreparedCall, _ progress: inout CallProgress
    ) throws(FailedAttempt) -> Value {
        progress.requestID = reply.requestID ?? progress.requestID
        do {
            return try prepared.service.decode(prepared.operation, reply)
        } catch {
            progress.requestID = error.requestID ?? progress.requestID
            throw FailedAttempt(
                error: error, retryAfter: reply.retryAfter(now: clock.now),
                serverTime: reply.headers["Date"].flatMap(Timestamps.seconds))
        }
    }
}

extension WireReply {
    fileprivate var requestID: String? {
        ["x-amzn-RequestId", "x-amz-request-id", "x-amzn-request-id"].lazy.compactMap { headers[$0] }.first
    }

    /// `Retry-After`, in seconds or as a date.
    fileprivate func retryAfter(now: Double) -> Duration? {
        guard let text = headers["Retry-After"], let seconds = Timestamps.seconds(text) else { return nil }
        let wait = Double(text) == nil ? seconds - now : seconds
        return wait > 0 && wait < 1e9 ? .seconds(wait) : nil
    }
}

extension FailedAttempt {
    fileprivate init(_ error: TransportError, _ prepared: PreparedCall) {
        let (code, message, disposition): (String, String, AWSError.Disposition) =
            switch error {
            case .notSent(let reason): ("ConnectionFailed", reason, .transient)
            case .lost(let reason): ("ConnectionLost", reason, .lost)
            case .timedOut(let reason): ("TimedOut", reason, .lost)
            case .fenced(let reason): (WriteFence.code, reason, .permanent)
            case .tooLarge(let limit):
                ("ReplyTooLarge", "above \(limit) bytes", prepared.isRead ? .permanent : .lost)
            }
        self.init(
            error: AWSError(
                service: prepared.call.service, operation: prepared.call.operation, code: code,
                message: "\(prepared.endpoint.authority): \(message)", disposition: disposition))
        if case .timedOut = error { timedOut = true }
    }
}
