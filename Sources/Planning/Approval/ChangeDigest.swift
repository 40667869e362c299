import Kinds
import Manifest
import Model

/// What a person approves: a short text that two plans of one resource share exactly when they make the same of it.
///
/// It is taken over the resource, what becomes of it, and of each field the path, the old value, the new one as it is written
/// in Git, and the effect. Commit, time and forecast play no part, nor does what an owner moves. Sensitive values are masked
/// first: nothing that leaves the process is a hash of them.
struct ChangeDigest {
    let input: PlanInput

    private static let length = 16

    /// 16 hexadecimal digits.
    func of(_ plan: ResourcePlan, _ changes: [FieldChange], _ schema: KindSchema) -> String {
        let rows = changes.sorted { $0.path < $1.path }.map { row($0, of: plan.id, schema) }
        var value: Value = ["resource": .string(plan.id.description), "changes": .list(rows)]
        if plan.observation.live == nil { value["created"] = .string(input.specHashes[plan.id] ?? plan.specHash) }
        return String(SpecHash.of(value).dropFirst("sha256:".count).prefix(Self.length))
    }

    private func row(_ change: FieldChange, of id: ResourceID, _ schema: KindSchema) -> Value {
        let shown: (Value?) -> Value = { $0.map { Masking.masked($0, at: change.path, by: schema) } ?? .null }
        return [
            "path": .string(change.path.description), "old": shown(change.live),
            "new": written(change, of: id) ?? shown(change.desired), "effect": .string(change.effect.word),
        ]
    }

    /// A reference by what it leads to and what is written there, so that the digest stays what it is once that is made.
    private func written(_ change: FieldChange, of id: ResourceID) -> Value? {
        guard let reference = input.desired[id]?.spec[change.path]?.reference else { return nil }
        let target = reference.resource
        return [
            "output": .string(reference.output), "of": .string(target.description),
            "spec": .string(input.specHashes[target] ?? ""),
        ]
    }

    static func isDigest(_ text: String) -> Bool { text.count == length && text.allSatisfy(\.isHexDigit) }
}
