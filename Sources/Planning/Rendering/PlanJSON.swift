import AWSWire
import Kinds
public import Model

/// A plan for programs: `schema: neap/plan/v1`. The steps hold what is sent, sensitive values masked.
public struct PlanJSON: Sendable {
    let plan: Plan
    let header: PlanHeader
    let shapes: @Sendable (AWSCall) -> Shape?

    /// The JSON of `plan`; `shapes` gives the request shape of a call, so that what AWS calls sensitive is masked.
    public init(_ plan: Plan, _ header: PlanHeader, shapes: @escaping @Sendable (AWSCall) -> Shape?) {
        self.plan = plan
        self.header = header
        self.shapes = shapes
    }

    /// One line, ending in a newline.
    public var text: String { String(decoding: JSON.write(value), as: UTF8.self) + "\n" }

    /// The plan as a value.
    public var value: Value {
        let counts = plan.counts
        return [
            "schema": "neap/plan/v1", "environment": .string(header.environment),
            "aws": ["accountId": .string(header.accountID), "region": .string(header.region)],
            "commit": header.commit.map { .string($0) } ?? .null,
            "resources": .list(plan.resources.map(resource)), "steps": .list(plan.allSteps.map(step)),
            "departures": .list(plan.departures.map(resource)),
            "spot": plan.spot.map { SpotLines($0).value } ?? .null,
            "findings": FindingLines(findings: plan.findings).value,
            "forecast": plan.forecast.map { ForecastValue($0).value } ?? .null,
            "diagnostics": .list(plan.diagnostics.map { .string($0.description) }),
            "counts": [
                "add": .integer(counts.add), "change": .integer(counts.change), "replace": .integer(counts.replace),
                "delete": .integer(plan.deletionCounts.delete),
                "unchanged": .integer(counts.unchanged), "blocked": .integer(counts.blocked),
            ],
            "awsCalls": .integer(header.calls),
        ]
    }

    private func resource(_ plan: ResourcePlan) -> Value {
        var value: Value = [
            "kind": .string(plan.id.kind), "name": .string(plan.id.name), "action": .string(plan.actionName),
            "declared": .string(plan.resource.place.lineDescription), "specHash": .string(plan.specHash),
            "changes": .list(plan.changes.map { change($0, plan.id.kind) }),
            "owned": .list(plan.owned.map(Self.owned)),
        ]
        if let author = plan.changedBy {
            value["changedBy"] = [
                "identity": .string(author.identity), "operation": .string(author.operation), "at": .integer(author.at),
            ]
        }
        if plan.isReplacement {
            value["awsName"] = .string(plan.resource.awsName)
            value["replaces"] = .list(plan.replaced.map(Self.replaced))
        }
        if plan.action == .replace { value["message"] = .string(plan.whyNotReplaced) }
        if case .blocked(let reason, let message) = plan.action {
            value["reason"] = .string(reason.rawValue)
            value["message"] = .string(message)
        }
        return value
    }

    private func change(_ change: FieldChange, _ kind: String) -> Value {
        let masked: (Value?) -> Value = { value in
            guard let value, let schema = kindsByName[kind]?.schema else { return .null }
            return Masking.masked(value, at: change.path, by: schema).named
        }
        return [
            "field": .string(change.path.description), "old": masked(change.live), "new": masked(change.desired),
            "effect": .string(change.effect.rawValue), "reason": .string(change.reason.rawValue),
            "declared": change.place.map { .string($0.lineDescription) } ?? .null,
        ]
    }

    private static func replaced(_ old: Predecessor) -> Value {
        [
            "id": .string(old.id.description), "awsName": .string(old.awsName),
            "arn": old.live?.outputs["arn"] ?? .null,
        ]
    }

    static func owned(_ claim: Claim) -> Value {
        let band: Value =
            switch claim.reach {
            case .any: .null
            case .range(let band): .list([.integer(band.lowerBound), .integer(band.upperBound)])
            case .split: "split"
            }
        return ["field": .string(claim.path.description), "owner": .string(claim.owner), "band": band]
    }

    private func step(_ step: Step) -> Value {
        let call = step.planned.call
        let schema = kindsByName[step.resource.kind]?.schema
        let input = schema.map { Masking.masked(call, of: $0, shape: shapes(call)).named } ?? .null
        return [
            "id": .string(step.id), "resource": .string(step.resource.description), "service": .string(call.service),
            "operation": .string(call.operation), "input": input, "effect": .string(step.planned.effect.rawValue),
            "after": .list(step.after.map { .string($0) }),
            "requires": .list(step.planned.requires.map { .string($0.reason) }),
        ]
    }
}

extension ResourcePlan {
    /// `create`, `update`, `replace`, `delete`, `blocked`, `none`.
    var actionName: String {
        switch action {
        case .create: "create"
        case .update: "update"
        case .replace: "replace"
        case .delete: "delete"
        case .blocked: "blocked"
        case .none: "none"
        }
    }
}

extension Value {
    /// References as `${Kind/name.output}`, for output that has no references.
    public var named: Value {
        switch content {
        case .reference(let reference): .string("${\(reference.resource).\(reference.output)}")
        case .joined(let parts): .string(parts.map { $0.named.string ?? "" }.joined())
        case .list(let items): .list(items.map(\.named))
        case .object(let members): .object(members.mapValues(\.named))
        default: self
        }
    }
}
