import AWSWire
public import Model

/// Reads what a forecast starts from: clusters with all that runs in them, whoever owns it, and the capacity below.
///
/// Few calls, as large as AWS allows (aws-facts 4.1); what never changes is asked once. A read that fails is noted in
/// `ObservedCapacity.unknown` in one line, and the rest goes on.
public struct CapacityReading {
    /// How many calls are under way at the same time.
    private static let width = 4
    let context: ObservationContext
    var seen: ObservedCapacity

    /// Everything in `clusters` (names or ARNs), read at `at`, in milliseconds since 1970.
    public static func read(
        clusters: [String], _ context: ObservationContext, at: Int64
    ) async -> ObservedCapacity {
        var reading = CapacityReading(context: context, seen: ObservedCapacity(at: at))
        await reading.readClusters(clusters)
        await reading.readCapacity()
        await reading.readTemplates()
        await reading.readTypes()
        await reading.readSubnets()
        await reading.readTargets()
        await reading.readTaskDefinitions()
        await reading.readScalableTargets()
        return reading.seen
    }

    private init(context: ObservationContext, seen: ObservedCapacity) {
        self.context = context
        self.seen = seen
    }

    /// The replies to `calls` in their order; nil for one that failed, which is noted.
    mutating func ask(_ calls: [AWSCall], kept freshness: ObservationCache.Freshness? = nil) async -> [Value?] {
        let answers = await tried(calls, kept: freshness)
        return answers.map { answer in
            switch answer {
            case .success(let reply): return reply
            case .failure(let failure):
                note(failure)
                return nil
            }
        }
    }

    /// The replies about `names`, at most `size` a call; where one name that is gone fails a call, each is asked for alone.
    mutating func ask(
        about names: [String], by size: Int, kept freshness: ObservationCache.Freshness? = nil,
        _ call: ([String]) -> AWSCall
    ) async -> [Value] {
        let batches = names.chunked(by: size)
        var replies: [Value] = []
        for (batch, answer) in zip(batches, await tried(batches.map(call), kept: freshness)) {
            switch answer {
            case .success(let reply): replies.append(reply)
            case .failure(let failure) where failure.isNotFound && batch.count > 1:
                replies += await ask(batch.map { call([$0]) }, kept: freshness).compactMap(\.self)
            case .failure(let failure): note(failure)
            }
        }
        return replies
    }

    private func tried(
        _ calls: [AWSCall], kept freshness: ObservationCache.Freshness?
    ) async -> [Result<Value, FailedRead>] {
        let (cache, aws) = (context.cache, context.aws)
        return await Concurrently.map(calls, width: Self.width) { call in
            do {
                guard let freshness else { return .success(try await aws.sendAll(call)) }
                return .success(try await cache.send(call, freshness, of: nil, through: aws))
            } catch {
                return .failure(FailedRead(call, error))
            }
        }
    }

    private mutating func note(_ failure: FailedRead) {
        if !seen.unknown.contains(failure.line) { seen.unknown.append(failure.line) }
    }
}

/// A read that failed.
private struct FailedRead: Error {
    /// `ecs DescribeTasks: AccessDeniedException`; AWS's own text may be long and name principals.
    let line: String
    let isNotFound: Bool

    init(_ call: AWSCall, _ error: any Error) {
        let known = error as? AWSError
        line = "\(call.service) \(call.operation): \(known?.code ?? String(describing: error))"
        isNotFound = known?.isNotFound ?? false
    }
}
