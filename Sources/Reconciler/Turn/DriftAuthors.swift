import AWSWire
import Kinds
import Model
import Planning

/// Who made the drift that a plan found. Each is asked for until the trail has told it, for half an hour: then its event has
/// come, or is never to come.
struct DriftAuthors {
    let memory: StatusMemory
    let trail: ChangeTrail
    let kinds: [String: any Kind.Type]
    let now: Int?

    private static let patience = 1_800
    /// Resources that are asked for in one pass.
    private static let limit = 5

    /// The plan with what is known. A trail that fails is not asked again in this pass, and the plan says so once.
    func added(to plan: Plan) async -> Plan {
        var (plan, asked) = (plan, 0)
        for index in plan.resources.indices {
            let drifting = fields(of: plan.resources[index])
            guard !drifting.isEmpty else { continue }
            let known = memory.drift(of: plan.resources[index].id)
            if let author = drifting.lazy.compactMap({ known[$0]?.author }).first {
                plan.resources[index].changedBy = author
            } else if asked < Self.limit, drifting.contains(where: { isYoung(known[$0]?.since) }) {
                asked += 1
                do {
                    plan.resources[index].changedBy = try await author(of: plan.resources[index], drifting)
                } catch {
                    asked = Self.limit
                    plan.diagnostics.append(Self.failure(error))
                }
            }
        }
        return plan
    }

    /// Without the request's id, so that the same trouble reads the same from pass to pass.
    private static func failure(_ error: any Error) -> Diagnostic {
        let why = (error as? AWSError).map { "\($0.code): \($0.message)" } ?? "\(error)"
        return Diagnostic(
            "CloudTrail does not say who made a drift: \(why)",
            hint: "the drift is told all the same; spec.cloudTrail: false stops the asking", severity: .warning)
    }

    private func fields(of plan: ResourcePlan) -> [FieldPath] {
        plan.isReportedDrift && plan.observation.live == nil
            ? [FieldPath()] : plan.changes.filter { $0.reason == .drift }.map(\.path)
    }

    private func isYoung(_ since: Int?) -> Bool {
        guard let since, let now else { return true }
        return now - since < Self.patience
    }

    private func author(of plan: ResourcePlan, _ fields: [FieldPath]) async throws -> ChangeAuthor? {
        guard let kind = kinds[plan.id.kind] else { return nil }
        let changed = fields.filter { !$0.parts.isEmpty }
        return try await trail.author(of: plan.resource, plan.observation.live, changing: changed, kind)
    }
}
