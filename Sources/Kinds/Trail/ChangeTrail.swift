import AWSWire
public import Model

/// Asks CloudTrail who changed resources. Its events come some minutes after the calls, and it takes two questions a second
/// (LookupEvents), so it is asked for what drifted and by the names of the operations that the kinds are changed by.
public struct ChangeTrail: Sendable {
    private let context: ObservationContext
    /// How Neap's own calls sign themselves: what it did last is nobody else's.
    static let ownAgent = "neap/"
    /// Questions for one resource.
    private static let questions = 4

    /// A trail that is asked through `context`.
    public init(_ context: ObservationContext) { self.context = context }

    /// Who last changed `resource` in one of `fields` or, without any, took it away. Nil when the trail does not tell: not
    /// yet, not to us, or it was Neap. Throws what the trail answers unless it is that we may not ask.
    public func author(
        of resource: Resource, _ live: Live?, changing fields: [FieldPath], _ kind: any Kind.Type
    ) async throws -> ChangeAuthor? {
        let names = Self.names(of: resource, live, recorded: context.recorded[resource.id] ?? [:])
        let clusters = Self.clusters(of: resource)
        var newest: TrailEvent?
        for operation in Self.operations(fields, kind) {
            let found = try await events(operation).first { $0.names(names, in: clusters) }
            if let found, found.author.at > newest?.author.at ?? .min { newest = found }
        }
        return newest.flatMap { $0.userAgent.hasPrefix(Self.ownAgent) ? nil : $0.author }
    }

    /// Newest first, of the last page's worth of calls; none where we may not ask.
    private func events(_ operation: String) async throws -> [TrailEvent] {
        let attribute: Value = ["attributeKey": "EventName", "attributeValue": .string(operation)]
        let call = AWSCall("cloudtrail", "LookupEvents", ["lookupAttributes": [attribute], "maxResults": 50])
        do {
            return (try await context.aws.send(call)["events"]?.list ?? []).compactMap(TrailEvent.init)
        } catch let error as AWSError {
            // Who it was is a convenience, and whoever grants no lookup has decided against it.
            guard case .denied = error.disposition else { throw error }
            return []
        }
    }

    /// The operations that may have done it; those that the fields themselves name come first.
    static func operations(_ fields: [FieldPath], _ kind: any Kind.Type) -> [String] {
        let (ends, changes) = (kind.writers.filter(isEnd), kind.writers.filter { !isEnd($0) })
        let named = fields.compactMap { kind.schema.operation(at: $0) }
        let all = fields.isEmpty ? ends : named + changes
        return all.reduce(into: []) { if !$0.contains($1), $0.count < questions { $0.append($1) } }
    }

    private static func isEnd(_ operation: String) -> Bool {
        operation.hasPrefix("Delete") || operation.hasPrefix("Deregister")
    }

    private static func names(of resource: Resource, _ live: Live?, recorded: [String: Value]) -> Set<String> {
        let outputs = (live?.outputs ?? [:]).merging(recorded) { first, _ in first }
        let arn = outputs["arn"]?.string.map { [$0] } ?? []
        return Set([resource.awsName, outputs["name"]?.string].compactMap { $0 } + arn)
    }

    private static func clusters(of resource: Resource) -> Set<String> {
        guard let cluster = resource.spec["cluster"]?.string else { return [] }
        return Set([cluster] + (cluster.split(separator: "/").last.map { ["\($0)"] } ?? []))
    }
}
