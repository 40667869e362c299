import AWSWire
import Manifest
import Model
import Simulation

/// People's wishes beside AWS's protocols, at `/_neap/…`: time, accidents, faults on the way, the timeline.
struct ControlSurface: Sendable {
    let endpoint: LocalEndpoint

    /// What a wish may end with.
    enum Failure: Error {
        case invalid([Diagnostic])
        case notFound
        case method
    }

    static func owns(_ request: WireRequest) -> Bool {
        request.path.hasPrefix("/_neap") || request.path == "/moto-api/reset"
    }

    func answer(_ request: WireRequest) async -> WireReply {
        let target = ControlTarget(request.path, region: await endpoint.nearestRegion)
        do {
            guard target.region.wholeMatch(of: /[a-z]{2}(-[a-z]+)+-[0-9]/) != nil else {
                throw Failure.invalid([Diagnostic("\(target.region) is no region", hint: "such as eu-west-1")])
            }
            return try await reply(request, target)
        } catch Failure.invalid(let diagnostics) {
            return .control(["errors": .list(diagnostics.sorted().map { .string("\($0)") })], status: 400)
        } catch let refusal as Refusal {
            return .control(["errors": .list([.string(refusal.message)])], status: 400)
        } catch Failure.notFound {
            return .control(["errors": ["no such place; GET /_neap lists them"]], status: 404)
        } catch Failure.method {
            return .control(["errors": .list([.string("not with \(request.method)")])], status: 405)
        } catch {
            return .control(["errors": .list([.string("\(error)")])], status: 500)
        }
    }

    private func reply(_ request: WireRequest, _ target: ControlTarget) async throws -> WireReply {
        switch (request.method, target.path) {
        case ("GET", "/_neap"), ("GET", "/_neap/"): return .control(Self.places)
        case ("GET", "/_neap/health"): return .control(await health())
        case ("GET", "/_neap/clock"): return .control(await clock())
        case ("POST", "/_neap/clock"): return .control(try await setClock(try body(request)))
        case ("GET", "/_neap/faults"): return .control(FaultsForm.value(await endpoint.faults))
        case ("POST", "/_neap/faults"):
            let faults = try FaultsForm.read(try body(request), services: endpoint.services.keys.sorted())
            await endpoint.set(faults)
            return .control(FaultsForm.value(faults))
        case ("POST", "/_neap/inject"): return .control(try await inject(try body(request), target.region))
        case ("POST", "/_neap/scenario"): return .control(try await play(request.body, target.region))
        case ("POST", "/_neap/account"): return .control(try await fill(request.body))
        case ("GET", "/_neap/timeline"): return try TimelineReply.reply(await endpoint.timeline(target.region), target)
        case ("POST", "/_neap/snapshot"): return .control(try await snapshot(try body(request)))
        case ("POST", "/_neap/reset"), ("POST", "/moto-api/reset"):
            try await endpoint.control(.reset)
            return .control(["status": "ok"])
        case (_, let path): throw Self.places[path] == nil && path != "/moto-api/reset" ? Failure.notFound : .method
        }
    }

    private static let places: Value = [
        "/_neap/health": "GET: account, regions, time, seed",
        "/_neap/clock": "GET, POST {advance: 10m} or {speed: 60}; speed 0 stands still",
        "/_neap/inject": "POST ?region=R one event of a scenario, with after: 30s instead of at",
        "/_neap/scenario": "POST ?region=R a scenario file; it begins now",
        "/_neap/account": "POST an account file: networks, roles, parameters that are to be there",
        "/_neap/faults":
            "GET, POST {latency: 200ms, errors: 5, throttled: 5, lostReplies: 5, services: [ecs]}; percent",
        "/_neap/timeline": "GET ?region=R&format=svg|text|json&service=NAME",
        "/_neap/snapshot": "POST {save: NAME} keeps everything as it is, {restore: NAME} makes it so again, time too",
        "/_neap/reset": "POST: everything goes, time and snapshots stay",
    ]

    private func body(_ request: WireRequest) throws -> Value {
        let file = DecodedFile.decode(request.body, file: "request")
        if let failure = file.failure { throw Failure.invalid([failure]) }
        guard let document = file.documents.first else { throw Failure.invalid([Diagnostic("the body is empty")]) }
        guard document.diagnostics.isEmpty else { throw Failure.invalid(document.diagnostics) }
        return document.value
    }
}

extension ControlSurface {
    private func health() async -> Value {
        let account = await endpoint.account
        return [
            "status": "ok", "account": .string(account.id), "regions": .list(account.regions.map { .string($0) }),
            "seed": .string(String(account.seed)), "now": .string(account.now.text),
        ]
    }

    private func clock() async -> Value {
        await endpoint.tick()
        return [
            "now": .string(await endpoint.account.now.text),
            "milliseconds": .integer(Int(await endpoint.account.now.milliseconds)),
            "speed": .integer(await endpoint.clock.speed),
        ]
    }

    private func setClock(_ value: Value) async throws -> Value {
        var reader = FieldReader(value, at: FieldPath(), of: nil)
        let advance = reader.duration("advance", in: 1...31_536_000)
        let asked = reader.take("speed")
        let speed = asked?.integer
        if let asked, !(0...100_000).contains(speed ?? -1) {
            reader.report("speed is a whole number, 0 to 100000", asked.place, "speed")
        }
        if asked == nil, advance == nil, reader.found.isEmpty, value.object?.isEmpty == true {
            reader.report("nothing is asked for", hint: "advance or speed", value.place)
        }
        let found = reader.finished()
        guard found.isEmpty else { throw Failure.invalid(found) }
        await endpoint.set(speed: speed, advance: advance.map { .seconds(Int($0.components.seconds)) } ?? .zero)
        try await endpoint.keepTime()
        return await clock()
    }

    private func snapshot(_ value: Value) async throws -> Value {
        var reader = FieldReader(value, at: FieldPath(), of: nil)
        let asked = ["save", "restore"].compactMap { word in
            reader.string(word).map { (word, $0) }
        }
        if reader.found.isEmpty, asked.count != 1 {
            reader.report("one of save and restore is asked for", hint: "{\"save\": \"before\"}", value.place)
        }
        let found = reader.finished()
        guard found.isEmpty, let (word, name) = asked.first else { throw Failure.invalid(found) }
        try await endpoint.control(word == "save" ? .save(name) : .restore(name))
        return await clock()
    }

    private func inject(_ value: Value, _ region: String) async throws -> Value {
        let read = Scenario.injection(value, region: region)
        guard read.injection != nil, let command = ControlCommand(["inject": value, "region": .string(region)]) else {
            throw Failure.invalid(read.diagnostics)
        }
        try await endpoint.control(command)
        return ["status": "ok"]
    }

    private func fill(_ bytes: [UInt8]) async throws -> Value {
        let read = AccountContents.read(bytes, file: "account")
        guard let contents = read.contents else { throw Failure.invalid(read.diagnostics) }
        try await endpoint.control(ControlCommand(contents))
        return ["status": "ok"]
    }

    private func play(_ bytes: [UInt8], _ region: String) async throws -> Value {
        let read = Scenario.read(bytes, file: "scenario")
        guard let scenario = read.scenario else { throw Failure.invalid(read.diagnostics) }
        try await endpoint.control(ControlCommand(scenario, region: scenario.region ?? region))
        if let speed = scenario.speed { await endpoint.set(speed: speed, advance: .zero) }
        return ["status": "ok"]
    }
}

extension LocalEndpoint {
    /// The region that a wish without one is for: the command line's, else the only one that is spoken to.
    var nearestRegion: String {
        options.scenarioRegion ?? (account.regions.count == 1 ? account.regions.first : nil) ?? Self.usualRegion
    }

    func set(_ faults: Faults) { self.faults = faults }

    /// Another speed, and a jump ahead.
    func set(speed: Int?, advance span: Span) async {
        let now = wall()
        if let speed { clock.set(speed: speed, at: now) }
        clock.advance(by: span, at: now)
        await tick()
    }
}

extension WireReply {
    /// An answer of the control surface.
    static func control(_ value: Value, status: Int = 200) -> WireReply {
        WireReply(status: status, headers: ["Content-Type": "application/json"], body: JSON.write(value) + [0x0A])
    }
}
