import AWSWire
import Model
import Synchronization

/// An account in memory: things of any kind by name, made, changed and described by `Create…`, `Update…`, `Open…` and `Describe…`.
actor MemoryAWS: AWSSender {
    /// What a write meets instead of going well.
    enum Fault: Sendable {
        /// AWS answers with this error and does nothing.
        case refusal(AWSError)
        /// AWS acts, and the reply is lost.
        case lostReply
        /// All goes well, this time.
        case none
        /// AWS says yes and does nothing.
        case ignored
    }

    private(set) var things: [String: Value] = [:]
    private(set) var writes: [AWSCall] = []
    private(set) var reads: [AWSCall] = []
    private(set) var madeTwice: [String] = []
    private(set) var busiest = 0
    /// Writes that fail, by `Create Disk/a`; each entry is used once, the last stays.
    var faults: [String: [Fault]] = [:]
    /// Describes that fail, by kind.
    var blind: [String: AWSError] = [:]
    /// Things that are there but shown only after this many describes.
    var hiddenFor: [String: Int] = [:]
    private var busy = 0
    private var yields = 0

    func fail(_ write: String, _ faults: Fault...) { self.faults[write] = faults }
    func work(_ write: String) { faults[write] = nil }
    func hide(_ thing: String, for looks: Int) { hiddenFor[thing] = looks }
    func blind(_ kind: String, _ error: AWSError?) { blind[kind] = error }
    func put(_ thing: String, _ value: Value?) { things[thing] = value }
    func forgetCalls() { (writes, reads) = ([], []) }
    /// Every write takes this many suspensions, so that writes overlap.
    func slow(_ yields: Int) { self.yields = yields }

    /// `Create Disk/a`, in the order in which they came.
    var written: [String] { writes.map { "\(Self.verb($0)) \(Self.thing($0))" } }
    /// How many calls there were, of any sort.
    var calls: Int { writes.count + reads.count }
    /// The described things, sorted.
    var described: [String] {
        reads.flatMap { call in
            (call.input["names"]?.list ?? []).compactMap { $0.string.map { "\(call.operation.dropFirst(8))/\($0)" } }
        }.sorted()
    }

    func sendAll(_ call: AWSCall) async throws -> Value { try await send(call) }

    func send(_ call: AWSCall) async throws -> Value {
        if call.operation.hasPrefix("Describe") { return try describe(call) }
        busy += 1
        busiest = max(busiest, busy)
        for _ in 0..<yields { await Task.yield() }
        busy -= 1
        writes.append(call)
        switch next("\(Self.verb(call)) \(Self.thing(call))") {
        case .refusal(let error): throw error
        case .lostReply:
            _ = act(call)
            throw AWSError(
                service: "test", operation: call.operation, code: "Lost", message: "no answer", disposition: .lost)
        case .ignored: return ["thing": things[Self.thing(call)] ?? .emptyObject]
        case Fault.none?, nil: return ["thing": act(call)]
        }
    }

    private func next(_ write: String) -> Fault? {
        guard let fault = faults[write]?.first else { return nil }
        if (faults[write]?.count ?? 0) > 1 { faults[write]?.removeFirst() }
        return fault
    }

    private func act(_ call: AWSCall) -> Value {
        let thing = Self.thing(call)
        if call.operation.hasPrefix("Create"), things[thing] != nil { madeTwice.append(thing) }
        var value = things[thing] ?? ["arn": .string("arn:test:\(thing)"), "revision": 0, "state": "READY"]
        for (name, member) in call.input.object ?? [:] where name != "name" { value[name] = member }
        value["revision"] = .integer((value["revision"]?.integer ?? 0) + 1)
        things[thing] = value
        return value
    }

    private func describe(_ call: AWSCall) throws -> Value {
        reads.append(call)
        let kind = String(call.operation.dropFirst("Describe".count))
        if let error = blind[kind] { throw error }
        var found: [String: Value] = [:]
        for name in (call.input["names"]?.list ?? []).compactMap(\.string) {
            let thing = "\(kind)/\(name)"
            if let looks = hiddenFor[thing], looks > 0, things[thing] != nil {
                hiddenFor[thing] = looks - 1
            } else if let value = things[thing] {
                found[name] = value
            }
        }
        return .object(found)
    }

    private static func verb(_ call: AWSCall) -> String {
        String(call.operation.prefix { $0.isUppercase && $0 == call.operation.first || $0.isLowercase })
    }
    private static func thing(_ call: AWSCall) -> String {
        "\(call.operation.dropFirst(verb(call).count))/\(call.input["name"]?.string ?? "")"
    }
}

extension AWSError {
    /// An answer that no repetition changes.
    static let refused = AWSError(
        service: "test", operation: "Write", code: "InvalidParameterException", message: "not like that", status: 400)
    /// An answer that another moment may change.
    static let throttled = AWSError(
        service: "test", operation: "Write", code: "ThrottlingException", message: "slower", status: 400)
    /// The role may not do that.
    static let denied = AWSError(
        service: "test", operation: "CreateDisk", code: "AccessDeniedException",
        message: "User is not authorized to perform: test:CreateDisk", status: 400)
}
