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
    nonisolated let services: [String: LocalService]
    let routing: ServiceRouting
    let dice: Dice
    var journal: Journal?
    let calls: CallLog
    /// What stands in the journal and is still to be done again.
    var written: [Journal.Line]

    var account: LocalAccount
    var clock: LocalClock
    var faults = Faults()
    var throttle: Throttle
    var lag: Lag
    /// Requests so far; names their ids and their luck.
    var number: UInt64 = 0

    /// An AWS that is as `options` say, or as its state directory does. `wall` is seconds since 1970.
    init(_ options: LocalOptions, services: [LocalService] = AllServices.list, wall: @escaping @Sendable () -> Double)
        throws
    {
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
            seed: origin.seed, start: origin.start, physics: options.physics, eventsQueue: options.eventsQueue)
        clock = LocalClock(start: lines.last?.at ?? origin.start, wall: wall(), speed: options.speed)
        written = lines
    }

    /// Does again what the journal holds or, in a new world, what the options want to happen; to be called once.
    func begin() async throws {
        for line in written { replay(line) }
        let isNew = written.allSatisfy(\.isTime)
        written = []
        guard isNew else { return }
        if let contents = options.contents { try await control(ControlCommand(contents)) }
        guard let scenario = options.scenario else { return }
        let region = options.scenarioRegion ?? scenario.region ?? Self.usualRegion
        try await control(ControlCommand(scenario, region: region))
    }

    /// Lets virtual time come up with the wall's, in steps between which others may ask.
    func tick() async {
        let target = clock.now(at: wall())
        while account.now < target, !Task.isCancelled {
            account.advance(to: min(target, account.now + .minutes(30)))
            account.publish()
            await Task.yield()
        }
        account.publish()
    }

    /// Answers one request.
    func answer(_ request: WireRequest) async -> Answer {
        await tick()
        number += 1
        let id = dice.uuid(number, .request)
        guard let dialect = routing.dialect(of: request) else {
            let service = SigV4Scope.read(request.headers)?.service ?? "?"
            record(unknown: request.headers["X-Amz-Target"] ?? "?", of: service)
            return Answer(reply: Self.nobody(request, id))
        }
        do {
            let scope = try verified(request)
            return await serve(request, dialect, region: scope?.region ?? Self.usualRegion, id: id)
        } catch {
            return Answer(reply: dialect.encodeRefusal(error, requestID: id))
        }
    }

    /// Where unsigned requests go.
    static let usualRegion = "us-east-1"

    /// In XML to what is no JSON, as AWS's older services would answer.
    private static func nobody(_ request: WireRequest, _ id: String) -> WireReply {
        let text = "No service of this endpoint takes this request."
        guard request.headers["X-Amz-Target"] != nil else {
            let error = "<Error><Type>Sender</Type><Code>InvalidAction</Code><Message>\(text)</Message></Error>"
            return WireReply(
                status: 400, headers: ["x-amzn-RequestId": id, "Content-Type": "text/xml"],
                body: Array("<ErrorResponse>\(error)<RequestId>\(id)</RequestId></ErrorResponse>".utf8))
        }
        return WireReply(
            status: 400, headers: ["x-amzn-RequestId": id, "Content-Type": "application/json"],
            body: Array(#"{"__type":"UnknownOperationException","message":"\#(text)"}"#.utf8))
    }

    private func verified(_ request: WireRequest) throws(SigV4Failure) -> SigV4Scope? {
        guard let keys = options.credentials else { return SigV4Scope.read(request.headers) }
        return try SigV4Verifier.verify(request, now: wall()) { id in
            id == keys.accessKeyID ? keys : account.session(id)
        }
    }
}
