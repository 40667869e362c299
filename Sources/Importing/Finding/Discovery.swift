public import Kinds
import Model

/// Finds what a cluster's services are made of. Reads only; what may not be read is noted and left out.
public struct Discovery: Sendable {
    let context: ObservationContext
    let selection: Selection
    /// True when AWS is read from files, which hold what somebody thought of.
    let isOffline: Bool
    var stack = LiveStack()

    init(_ selection: Selection, _ context: ObservationContext, isOffline: Bool) {
        self.selection = selection
        self.context = context
        self.isOffline = isOffline
    }

    /// Everything that `selection` means.
    ///
    /// With `isOffline` the context's sender answers from files, and what they lack is no fault. Throws `ImportError` when there is no cluster or no service, `AWSError` when services can not be listed.
    public static func run(
        _ selection: Selection, _ context: ObservationContext, isOffline: Bool = false
    ) async throws -> LiveStack {
        var discovery = Discovery(selection, context, isOffline: isOffline)
        try await discovery.findCluster()
        try await discovery.findServices()
        await discovery.findTaskDefinitions()
        await discovery.findBalancing()
        await discovery.findScaling()
        await discovery.findCapacity()
        await discovery.findAlarms()
        return discovery.stack
    }

    static let notThere = "AWS has none of that name"
    static let notInFiles = "no file holds it"

    /// The cluster's name, also where an ARN was given.
    var cluster: String { Self.lastPart(selection.cluster) }

    private mutating func findCluster() async throws {
        let found = await look(for: [stub("Cluster", cluster)])
        if let why = found[cluster] {
            guard isOffline else { throw ImportError.noCluster(cluster, why) }
            // Services name it, and it is there: its manifest says no more than that.
            let outputs: [String: Value] = ["arn": .string(selection.cluster), "name": .string(cluster)]
            let live = Live(spec: .emptyObject, outputs: outputs, tags: [:])
            stack.things.append(LiveThing(id: ResourceID("Cluster", cluster), awsName: cluster, live: live))
            return
        }
        let part = stub("ClusterCapacityProviders", cluster, ["cluster": .string(cluster)])
        await observe([part]) { thing in thing.parent = thing.awsName }
    }

    /// What AWS shows of `stubs` is kept. What it does not show comes back with the reason, by key.
    mutating func look(for stubs: [Resource], _ edit: (inout LiveThing) -> Void = { _ in }) async -> [String: String] {
        var missing: [String: String] = [:]
        guard let first = stubs.first, let kind = kindsByName[first.id.kind] else { return missing }
        let answers = await kind.observe(stubs, context)
        for stub in stubs {
            switch answers[stub.id] ?? .absent {
            case .live(let live):
                var thing = LiveThing(id: stub.id, awsName: stub.awsName, live: live)
                edit(&thing)
                stack.things.append(thing)
            case .absent: missing[stub.id.name] = isOffline ? Self.notInFiles : Self.notThere
            case .unknown(let why): missing[stub.id.name] = why
            }
        }
        return missing
    }

    /// The same; what AWS does not show is noted.
    mutating func observe(_ stubs: [Resource], _ edit: (inout LiveThing) -> Void = { _ in }) async {
        guard let kind = stubs.first?.id.kind else { return }
        let missing = await look(for: stubs, edit)
        for (key, why) in missing.sorted(by: { $0.key < $1.key }) {
            stack.note("\(kind) \(key) is left out: \(why)", about: ResourceID(kind, key))
        }
    }

    /// The reply to a read; nil, with a note, when it failed.
    mutating func ask(_ service: String, _ operation: String, _ input: Value, for what: String) async -> Value? {
        do {
            return try await context.aws.sendAll(AWSCall(service, operation, input))
        } catch {
            stack.note("\(what) are left out: \(error)")
            return nil
        }
    }

    /// A resource that is only there to be asked about.
    func stub(_ kind: String, _ awsName: String, _ spec: Value = .emptyObject, key: String? = nil) -> Resource {
        Resource(
            ResourceID(kind, key ?? awsName), awsName: awsName, spec: spec,
            place: Place(file: "import", line: 1, column: 1))
    }

    static func lastPart(_ text: String) -> String { text.split(separator: "/").last.map(String.init) ?? text }
}
