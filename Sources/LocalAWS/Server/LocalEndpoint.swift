import AWSWire
import Model
import Simulation

/// The embedded AWS behind its HTTP server: reads requests, lets worlds act, answers. One request at a time, as they come.
actor LocalEndpoint {
    /// What a client gets.
    struct Answer: Sendable {
        var reply: WireReply
        /// So late, in the wall's time.
        var latency = Span.zero
        /// The connection breaks before the reply has gone out.
        var isLost = false
    }

    let options: LocalOptions
    let wall: @Sendable () -> Double
    private let services: [String: LocalService]
    private let routing: ServiceRouting
    private let dice: Dice
    private var journal: Journal?
    private let calls: CallLog
    /// What stands in the journal and is still to be done again.
    private var written: [Journal.Line]

    private(set) var account: LocalAccount
    var clock: LocalClock
    var faults = Faults()
    private var throttle: Throttle
    private var lag: Lag
    /// Requests so far; names their ids and their luck.
    private var number: UInt64 = 0

    /// An AWS that is as `options` say, or as its state directory does. `wall` is seconds since 1970.
    init(_ options: LocalOptions, services: [LocalService] = AllServices.list, wall: @escaping @Sendable () -> Double) throws {
        self.options = options
        self.wall = wall
        self.services = Dictionary(services.map { ($0.model.name, $0) }) { first, _ in first }
        routing = ServiceRouting(services.map(\.model))
        calls = try CallLog(options.callLog)
        throttle = Throttle(isOn: options.isThrottling)
        lag = Lag(longest: options.lag)
        var origin = Journal.Origin(seed: options.seed, start: options.start)
        var lines: [Journal.Line] = []
        journal = nil
        if let directory = options.stateDirectory {
            let opened = try Journal.open(directory, origin: origin)
            (origin, lines) = (opened.origin, opened.lines)
            journal = opened.journal
        }
        dice = Dice(seed: origin.seed)
        account = LocalAccount(
            seed: origin.seed, start: origin.start, physics: options.physics)
        clock = LocalClock(start: lines.last?.at ?? origin.start, wall: wall(), speed: options.speed)
        written = lines
    }

    /// Does again what the journal holds or, in a new world, what the options want to happen; to be called once.
    func begin() throws {
        for line in written { replay(line) }
        guard written.isEmpty else { return written = [] }
        if let contents = options.contents { try control(ControlCommand(contents)) }
        guard let scenario = options.scenario else { return }
        let region = options.scenarioRegion ?? scenario.region ?? Self.usualRegion
        try control(ControlCommand(scenario, region: region))
    }

    /// Lets virtual time come up with the wall's.
    func tick() { account.advance(to: clock.now(at: wall())) }

    /// Answers one request.
    func answer(_ request: WireRequest) -> Answer {
        tick()
        number += 1
        let id = RequestID.text(dice, number)
        guard let dialect = routing.dialect(of: request) else {
            record(unknown: request.headers["X-Amz-Target"] ?? "?", of: SigV4Scope.read(request.headers)?.service ?? "?")
            return Answer(reply: Self.nobody(id))
        }
        do {
            let scope = try verified(request)
            return serve(request, dialect, region: scope?.region ?? Self.usualRegion, id: id)
        } catch {
            return Answer(reply: dialect.encodeRefusal(error, requestID: id))
        }
    }

    /// Where unsigned requests go.
    static let usualRegion = "us-east-1"

    private static func nobody(_ id: String) -> WireReply {
        WireReply(
            status: 400, headers: ["x-amzn-RequestId": id, "Content-Type": "application/json"],
            body: Array(#"{"message":"No service of this endpoint takes this request."}"#.utf8))
    }

    private func verified(_ request: WireRequest) throws(SigV4Failure) -> SigV4Scope? {
        guard let keys = options.credentials else { return SigV4Scope.read(request.headers) }
        return try SigV4Verifier.verify(request, now: wall()) { $0 == keys.accessKeyID ? keys : nil }
    }
}

extension LocalEndpoint {
    /// Reads, checks and does what a request asks for.
    private func serve(_ request: WireRequest, _ dialect: WireDialect, region: String, id: String) -> Answer {
        let service = dialect.model.name
        do throws(WireError) {
            let (operation, input) = try dialect.decode(request)
            let fate = faults.fate(of: service, number: number, dice)
            let reply = reply(request, dialect, operation, input, region, fate, id)
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
        let isAdmitted = throttle.admits(operation.name, of: service, in: region, at: account.now)
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

    private var caller: String { "arn:aws:iam::\(account.id):root" }

    private func perform(
        _ local: LocalOperation, _ asked: LocalRequest, _ request: WireRequest, _ dialect: WireDialect,
        _ operation: OperationModel, _ region: String, _ id: String
    ) -> WireReply {
        do {
            let output =
                switch local.action {
                case .read(let body): try body(lag.seen(account[region], region, number: number), asked)
                case .write(let body): try write(body, asked, request, region)
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
        defer { settle() }
        return try body(&account[region], asked)
    }

    private func settle() {
        guard options.settle > .zero else { return }
        clock.advance(by: options.settle, at: wall())
        tick()
    }

    private func record(_ operation: OperationModel, _ service: String, _ region: String, _ reply: WireReply) {
        guard services[service]?.operations[operation.name] != nil else { return }
        record(CallLog.Line(service, operation.name, operation.isRead ? "read" : "write", reply.status))
    }

    private func record(unknown operation: String, of service: String) {
        record(CallLog.Line(service, operation, "unknown", 400))
    }

    private func record(_ line: CallLog.Line) {
        // A log that can not be written must not change what AWS does; its reader sees the gap.
        do { try calls.write(line) } catch { return }
    }
}

extension LocalEndpoint {
    /// Does one thing that people may do beside AWS's own operations, and writes it down.
    func control(_ command: ControlCommand) throws {
        tick()
        try journal?.append(.control(command.value, at: account.now))
        try command.perform(on: &account, services: services)
    }

    /// Writes down how far time has come, so that a restart goes on from here.
    func keepTime() throws { try journal?.append(.time(account.now)) }

    /// A region's timeline.
    func timeline(_ region: String) -> Timeline {
        tick()
        return account[region].timeline
    }

    /// What was written down happens again.
    private func replay(_ line: Journal.Line) {
        account.advance(to: line.at)
        switch line {
        case .time: break
        case .control(let value, _): replay(ControlCommand(value))
        case .request(let request, let region, _): replay(request, region)
        }
    }

    private func replay(_ command: ControlCommand?) {
        // What was refused the first time is refused again.
        do { try command?.perform(on: &account, services: services) } catch { return }
    }

    private func replay(_ request: WireRequest, _ region: String) {
        guard let dialect = routing.dialect(of: request) else { return }
        do {
            let (operation, input) = try dialect.decode(request)
            guard case .write(let body)? = services[dialect.model.name]?.operations[operation.name]?.action else { return }
            _ = try body(&account[region], LocalRequest(input: input, caller: caller))
        } catch {
            // It was refused the first time as well.
            return
        }
    }
}

/// Ids of requests, from the seed: a run with the same requests has the same ones.
enum RequestID {
    static func text(_ dice: Dice, _ number: UInt64) -> String {
        let digits = [0, 1].map { turn in
            let word = String(dice.bits(.identifier, number, turn: UInt64(turn) + 1000), radix: 16)
            return String(repeating: "0", count: 16 - word.count) + word
        }.joined()
        let all = Array(digits)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(all[$0]) }.joined(separator: "-")
    }
}
