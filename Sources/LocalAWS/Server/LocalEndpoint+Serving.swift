import AWSWire
import Model
import Simulation

extension LocalEndpoint {
    /// Reads, checks and does what a request asks for.
    func serve(_ request: WireRequest, _ dialect: WireDialect, region: String, id: String) async -> Answer {
        let service = dialect.model.name
        do throws(WireError) {
            let (operation, input) = try dialect.decode(request)
            await wait(for: operation, input, of: service, in: region)
            let fate = faults.fate(of: service, number: number, dice)
            let reply = reply(request, dialect, operation, input, region, fate, id)
            if changesAWS(operation, of: service) { await settle() }
            record(operation, service, region, reply)
            return Answer(reply: reply, latency: faults.latency(of: service), isLost: fate == .lost)
        } catch {
            if case .unknownOperation(let name) = error { record(unknown: name, of: service) }
            return Answer(reply: dialect.encodeRefusal(error, of: request, requestID: id))
        }
    }

    private func reply(
        _ request: WireRequest, _ dialect: WireDialect, _ operation: OperationModel, _ input: Value, _ region: String,
        _ fate: Faults.Fate, _ id: String
    ) -> WireReply {
        guard let service = services[dialect.model.name], let local = service.operations[operation.name] else {
            record(unknown: operation.name, of: dialect.model.name)
            return dialect.encodeRefusal(.unknownOperation(operation.name), of: request, requestID: id)
        }
        if fate == .failed {
            return dialect.encodeError(code: "InternalFailure", message: "Injected", status: 500, requestID: id)
        }
        let isAdmitted = throttle.admits(operation.name, input, of: service, in: region, at: account.now)
        if fate == .throttled || !isAdmitted {
            let (code, message, status) = service.throttle
            return dialect.encodeError(code: code, message: message, status: status, requestID: id)
        }
        do throws(RequestRefusal) {
            let input = try dialect.checked(input, of: operation)
            return perform(local, LocalRequest(input: input, caller: caller), request, dialect, operation, region, id)
        } catch {
            return dialect.encodeRefusal(error, requestID: id)
        }
    }

    /// The messages of a queue are nobody's AWS.
    private func changesAWS(_ operation: OperationModel, of service: String) -> Bool {
        !operation.isRead && services[service]?.operations[operation.name]?.isData != true
    }

    var caller: String { "arn:aws:iam::\(account.id):root" }

    private func perform(
        _ local: LocalOperation, _ asked: LocalRequest, _ request: WireRequest, _ dialect: WireDialect,
        _ operation: OperationModel, _ region: String, _ id: String
    ) -> WireReply {
        do {
            let output =
                switch local.action {
                case .read(let body) where asked["consistentRead"]?.bool == true: try body(account[region], asked)
                case .read(let body): try body(lag.seen(account[region], region, number: number), asked)
                case .write(let body): try write(body, asked, request, region)
                }
            if changesAWS(operation, of: dialect.model.name) {
                note(AWSCall(dialect.model.name, operation.name, asked.input), request, region)
            }
            return dialect.encodeReply(operation, output, requestID: id)
        } catch let refusal as Refusal {
            return dialect.encodeError(
                code: refusal.code, message: refusal.message, status: refusal.status, requestID: id)
        } catch {
            // The journal could not be written, so nothing was done.
            return dialect.encodeError(code: "InternalFailure", message: "\(error)", status: 500, requestID: id)
        }
    }

    private func write(
        _ body: @Sendable (inout World, LocalRequest) throws(Refusal) -> Value, _ asked: LocalRequest,
        _ request: WireRequest, _ region: String
    ) throws -> Value {
        lag.keep(account[region], region)
        // Written down first: after a kill in between it is done all the same, as by AWS.
        try journal?.append(.request(request, region: region, at: account.now))
        return try body(&account[region], asked)
    }

    /// What CloudTrail keeps of a call that changed something.
    func note(_ call: AWSCall, _ request: WireRequest, _ region: String) {
        guard let model = services[call.service]?.model else { return }
        let agent = request.headers["User-Agent"] ?? ""
        LocalCloudTrail.note(call, of: model, by: caller, agent, in: &account[region])
    }

    /// Waits, in the wall's time, while an operation that has patience has nothing to say; others are served meanwhile.
    private func wait(for operation: OperationModel, _ input: Value, of service: String, in region: String) async {
        guard let patience = services[service]?.operations[operation.name]?.patience else { return }
        let asked = LocalRequest(input: input, caller: caller)
        let clock = ContinuousClock()
        let began = clock.now
        while clock.now - began < .milliseconds(patience(account[region], asked).milliseconds) {
            // Who hung up is not waited for.
            do { try await clock.sleep(for: .milliseconds(25)) } catch { return }
            await tick()
        }
    }

    private func settle() async {
        guard options.settle > .zero else { return }
        clock.advance(by: options.settle, at: wall())
        await tick()
    }

    private func record(_ operation: OperationModel, _ service: String, _ region: String, _ reply: WireReply) {
        guard let local = services[service]?.operations[operation.name] else { return }
        let access = local.isData ? "data" : changesAWS(operation, of: service) ? "write" : "read"
        record(CallLog.Line(service, operation.name, access, reply.status))
    }

    func record(unknown operation: String, of service: String) {
        record(CallLog.Line(service, operation, "unknown", 400))
    }

    private func record(_ line: CallLog.Line) {
        // A log that can not be written must not change what AWS does; its reader sees the gap.
        do { try calls.write(line) } catch { return }
    }
}
