import AWSWire
import Model

/// Asks for many resources in few calls, so that one bad name never fails the others.
enum Batches {
    /// Observations by `ask`, at most `size` resources a call; what `ask` does not name is absent.
    ///
    /// A call that fails because something is not there is asked again in halves; another failure makes its resources unknown.
    static func observe(
        _ resources: [Resource], by size: Int, _ ask: ([Resource]) async throws -> [ResourceID: Observation]
    ) async -> [ResourceID: Observation] {
        var found: [ResourceID: Observation] = [:]
        for batch in resources.chunked(by: size) {
            found.merge(await observe(batch, ask)) { _, new in new }
        }
        return found
    }

    private static func observe(
        _ batch: [Resource], _ ask: ([Resource]) async throws -> [ResourceID: Observation]
    ) async -> [ResourceID: Observation] {
        do {
            let answers = try await ask(batch)
            return Dictionary(batch.map { ($0.id, answers[$0.id] ?? .absent) }) { first, _ in first }
        } catch let error as AWSError where error.isNotFound {
            if batch.count == 1 { return all(batch, .absent) }
            return await observe(batch, by: (batch.count + 1) / 2, ask)
        } catch {
            return all(batch, .unknown(String(describing: error)))
        }
    }

    /// The same answer for all of `resources`.
    static func all(_ resources: [Resource], _ answer: Observation) -> [ResourceID: Observation] {
        Dictionary(resources.map { ($0.id, answer) }) { first, _ in first }
    }
}

extension Observation {
    /// What `read` gives; a failure is unknown, something gone is absent.
    static func reading(_ read: () async throws -> Observation) async -> Observation {
        do {
            return try await read()
        } catch let error as AWSError where error.isNotFound {
            return .absent
        } catch {
            return .unknown(String(describing: error))
        }
    }
}
