import AWSWire
import Model

/// What the load balancing kinds share: listings that match by name, tags twenty ARNs a call.
enum LoadBalancing {
    /// All that `operation` lists, or only `names` while they are few and all exist.
    static func list(
        _ operation: String, _ member: String, names: [String], _ context: ObservationContext
    ) async throws -> [Value] {
        if names.count <= 20 {
            do {
                let input: Value = ["names": .list(names.map { .string($0) })]
                return try await context.aws.sendAll(AWSCall("elbv2", operation, input))[member]?.list ?? []
            } catch let error as AWSError where error.isNotFound {
                // One name that is missing fails the whole call; a listing never does.
            }
        }
        return try await context.aws.sendAll(AWSCall("elbv2", operation))[member]?.list ?? []
    }

    /// The tags of things by their ARNs, as fresh as slow answers are.
    static func tags(
        of owners: [String: ResourceID?], _ context: ObservationContext
    ) async throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        var missing: [String] = []
        for arn in owners.keys.sorted() {
            if let known = await context.cache.answer(to: tagCall([arn])) {
                found[arn] = TagStyle.read(known["tags"])
            } else {
                missing.append(arn)
            }
        }
        for arns in missing.chunked(by: 20) {
            for description in try await context.aws.send(tagCall(arns))["tagDescriptions"]?.list ?? [] {
                guard let arn = description["resourceArn"]?.string else { continue }
                let tags = TagStyle.read(description["tags"])
                found[arn] = tags
                // What says whose it is grows stale when that is written to, even if it was read for somebody else.
                let owner = (owners[arn] ?? nil) ?? tags["neap:resource"].flatMap { ResourceID(parsing: $0) }
                await context.cache.keep(description, as: tagCall([arn]), .slow, of: owner)
            }
        }
        return found
    }

    /// The `attributes` of one thing, as fresh as slow answers are.
    static func attributes(
        _ operation: String, _ input: Value, of id: ResourceID, _ context: ObservationContext
    ) async throws -> Value {
        let call = AWSCall("elbv2", operation, input)
        let reply = try await context.cache.send(call, .slow, of: id, through: context.aws)
        return TagStyle.map(TagStyle.read(reply["attributes"]))
    }

    private static func tagCall(_ arns: [String]) -> AWSCall {
        AWSCall("elbv2", "DescribeTags", ["resourceArns": .list(arns.map { .string($0) })])
    }

    /// What stands behind the last colon of an ARN, as CloudWatch names things: `targetgroup/x/id`, `app/x/id`.
    static func fullName(_ arn: String, without prefix: String = "") -> Value {
        let last = arn.split(separator: ":").last.map(String.init) ?? arn
        return .string(last.hasPrefix(prefix) ? String(last.dropFirst(prefix.count)) : last)
    }

    /// Live state of what was found, twenty at a time, so that a failure hits few.
    static func observe(
        _ found: [(resource: Resource, item: Value, arn: String)], _ context: ObservationContext,
        _ live: (Resource, Value, [String: String]) async throws -> Live
    ) async -> [ResourceID: Observation] {
        var answers: [ResourceID: Observation] = [:]
        for batch in found.chunked(by: 20) {
            do {
                let owners = Dictionary(batch.map { ($0.arn, Optional($0.resource.id)) }) { first, _ in first }
                let tags = try await tags(of: owners, context)
                for entry in batch {
                    answers[entry.resource.id] = await .reading {
                        .live(try await live(entry.resource, entry.item, tags[entry.arn] ?? [:]))
                    }
                }
            } catch {
                for entry in batch { answers[entry.resource.id] = .unknown(String(describing: error)) }
            }
        }
        return answers
    }
}

extension ResourceChange {
    /// The calls that change the tags of a load balancing thing.
    func loadBalancingTagSteps() -> [PlannedCall] {
        let arns: Value = [output("arn")]
        return tagSteps(
            "elbv2", set: ("AddTags", { ["resourceArns": arns, "tags": TagStyle.list($0)] }),
            remove: ("RemoveTags", { ["resourceArns": arns, "tagKeys": .list($0.map { .string($0) })] }))
    }
}
