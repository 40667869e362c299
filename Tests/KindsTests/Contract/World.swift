import Kinds
import Model
import Planning

/// A small reconciler over AWS in memory: observes, compares and applies in the order of its resources.
struct World {
    struct Stuck: Error { let calls: [AWSCall] }

    let aws: FakeAWS
    var resources: [Resource]
    /// Outputs of everything that is known to exist.
    var known: [Reference: Value]
    /// What each resource stated when it was last applied.
    var stated: [ResourceID: Set<FieldPath>] = [:]
    let cache = ObservationCache()

    init(_ sample: KindSample, addsUnknownMembers: Bool = false) {
        aws = FakeAWS(sample.services(), addsUnknownMembers: addsUnknownMembers)
        resources = sample.beside + [sample.resource]
        known = sample.given
        for resource in resources {
            for (name, value) in kindsByName[resource.id.kind]?.outputs(of: resource) ?? [:] {
                known[Reference(resource.id, name)] = value.resolved(sample.given)
            }
        }
    }

    /// Replaces a resource by its new manifest.
    mutating func declare(_ resource: Resource) {
        resources = resources.map { $0.id == resource.id ? resource : $0 }
    }

    /// Turns until a turn writes nothing; the writes in order.
    mutating func settle() async throws -> [AWSCall] {
        var writes: [AWSCall] = []
        for _ in 0..<8 {
            let count = await aws.calls.count
            for resource in resources { try await apply(resource.id) }
            let new = await aws.writes(after: count)
            if new.isEmpty { return writes }
            writes += new
        }
        throw Stuck(calls: writes)
    }

    /// What `id` is now, as its kind sees it.
    mutating func observe(_ id: ResourceID) async -> Observation {
        guard let kind = kindsByName[id.kind], let resource = resource(id) else { return .unknown("no such kind") }
        let seen = await kind.observe([resource], context)[id] ?? .unknown("\(id) got no answer")
        for (name, value) in seen.live?.outputs ?? [:] { known[Reference(id, name)] = value }
        return seen
    }

    /// What Git and AWS differ in.
    func changes(of id: ResourceID, _ live: Live) -> Diff.Result? {
        guard let kind = kindsByName[id.kind], let resource = resource(id) else { return nil }
        return Diff(
            schema: kind.schema, claims: claims(on: id), ignore: resource.policy.ignore, stated: stated[id]
        ).compare(desired: resource.spec, live: live.spec)
    }

    private mutating func apply(_ id: ResourceID) async throws {
        let seen = await observe(id)
        guard let kind = kindsByName[id.kind], let wanted = resource(id) else { return }
        var change = ResourceChange(
            wanted, claims: claims(on: id), ownership: ownership(wanted), region: "eu-west-1", accountID: "123456789012"
        )
        switch seen {
        case .unknown(let reason): throw SampleFailure("\(id): \(reason)")
        case .absent: break
        case .live(let live):
            change.live = live
            change.changes = changes(of: id, live)?.changes ?? []
            change.untouched = wanted.policy.ignore
            guard !change.changes.isEmpty else { return state(wanted) }
        }
        if try await send(kind.calls(for: change), of: id) { state(wanted) }
    }

    private mutating func send(_ steps: [PlannedCall], of id: ResourceID) async throws -> Bool {
        for step in steps {
            guard step.requires.allSatisfy(isMet) else { return false }
            var call = step.call
            call.input = call.input.resolved(known)
            let reply = try await aws.send(call)
            // Outputs are texts: a version's number too.
            for (name, path) in step.captures {
                known[Reference(id, name)] = reply[path].flatMap { $0.scalarText.map { .string($0) } ?? $0 }
            }
            await cache.forget(id)
        }
        return true
    }

    private func isMet(_ requirement: PlannedCall.Requirement) -> Bool {
        guard let value = known[requirement.reference] else { return false }
        return requirement.values.isEmpty || value.string.map(requirement.values.contains) == true
    }

    private mutating func state(_ resource: Resource) {
        guard let schema = kindsByName[resource.id.kind]?.schema else { return }
        stated[resource.id] = Set(StatedFields.of(resource.spec, by: schema))
    }

    /// The resource with everything in it that is known.
    private func resource(_ id: ResourceID) -> Resource? {
        var found = resources.first { $0.id == id }
        if let spec = found?.spec { found?.spec = spec.resolved(known) }
        return found
    }

    private func claims(on id: ResourceID) -> [Claim] {
        resources.flatMap { kindsByName[$0.id.kind]?.claims(of: $0) ?? [] }.filter { $0.resource == id }
    }

    private var context: ObservationContext {
        var recorded: [ResourceID: [String: Value]] = [:]
        for (reference, value) in known { recorded[reference.resource, default: [:]][reference.output] = value }
        var context = ObservationContext(
            aws: aws, region: "eu-west-1", accountID: "123456789012", recorded: recorded, cache: cache)
        context.ownership = Dictionary(resources.map { ($0.id, ownership($0)) }) { first, _ in first }
        return context
    }

    private func ownership(_ resource: Resource) -> [String: String] {
        let spec = self.resource(resource.id)?.spec ?? resource.spec
        return [
            "neap:environment": "production", "neap:owner": "git.example.org/team/infra",
            "neap:resource": resource.id.description, "neap:spec-hash": spec.sampleHash,
        ]
    }
}

/// Why a sample could not be applied.
struct SampleFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Value {
    /// A hash that is the same in every process.
    fileprivate var sampleHash: String {
        String(
            sampleText.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 },
            radix: 16)
    }

    private var sampleText: String {
        if let items = list { return "[\(items.map(\.sampleText).joined(separator: ","))]" }
        if object != nil {
            return "{\(sortedMembers.map { "\($0.name):\($0.value.sampleText)" }.joined(separator: ","))}"
        }
        return scalarText ?? "\(content)"
    }
}
