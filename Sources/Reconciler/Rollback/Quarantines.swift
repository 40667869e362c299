import Kinds
import Manifest
import Model
import Planning

/// Which revisions are held: what the status branch remembers, what this pass found before, and what AWS's service
/// deployments say now, so that neither a lost branch nor a turn that is not recorded yet sends one twice.
struct Quarantines {
    let target: ReconcileTarget
    let kinds: [String: any Kind.Type]
    /// What is wanted now: while something is replaced that is not all that Git says yet.
    var desired: [ResourceID: Resource]?

    /// What is held at `observations`; whether it is what is wanted, the planner finds out.
    func held(_ observations: Observations, after previous: Turn?) -> [ResourceID: Quarantine] {
        let remembered = target.memory.quarantine.merging(previous?.quarantine ?? [:]) { $1 }
        let services = (desired ?? target.desired.resources).values.filter { $0.id.kind == "Service" }
        // A manifest that can not be read now lifts nothing.
        let unread = remembered.filter { target.desired.resources[$0.key] == nil && isUnread($0.key) }
        return services.reduce(into: unread) { held, service in
            let before = remembered[service.id]
            let wasSent = previous?.states[service.id]?.wasWritten == true
            let found = seen(service, observations, wasSent ? nil : before) ?? before
            guard let found, !target.control.lifts(found) else { return }
            held[service.id] = found
        }
    }

    private func isUnread(_ id: ResourceID) -> Bool {
        target.desired.invalid.contains(id) || !target.desired.isComplete
    }

    /// Of `held`, what `plan` shows to be wanted still: other inputs lift it, and so does the revision once it is live.
    static func kept(_ held: [ResourceID: Quarantine], _ plan: Plan) -> [ResourceID: Quarantine] {
        held.filter { id, quarantine in
            guard let service = plan[id] else { return true }
            if case .blocked = service.action { return isWanted(quarantine, service) }
            return false
        }
    }

    private static func isWanted(_ held: Quarantine, _ service: ResourcePlan) -> Bool {
        if case .blocked(.rolledBack, _) = service.action { return true }
        // Held back for something else, which does not tell what is wanted.
        let wanted = service.resource.spec["taskDefinition"]?.string
        return wanted.map { ServiceRollout.name(of: $0) == held.revision } ?? true
    }

    /// The quarantine that the newest service deployment makes: it brought what is wanted, and was taken back.
    private func seen(_ service: Resource, _ observations: Observations, _ before: Quarantine?) -> Quarantine? {
        guard let live = observations.byResource[service.id]?.live, let hash = target.specHashes[service.id],
            let end = takenBack(service, live, observations)
        else { return nil }
        let arn = end.serviceDeployment?.arn
        if let before, before.revision == end.taskDefinition, before.specHash == hash,
            before.serviceDeployment == nil || before.serviceDeployment == arn
        {
            return before
        }
        // A retry that is known already came before this end.
        let retried = target.control.lastRetry(of: service.id.name, end.taskDefinition) ?? 0
        var found = Quarantine(
            service.id, revision: end.taskDefinition, specHash: hash, reason: end.reason,
            since: max(target.now, retried), commit: commit(of: end, service.id))
        found.serviceDeployment = arn
        return found
    }

    /// How what is wanted was taken back; nil when something else was, or nothing.
    private func takenBack(
        _ service: Resource, _ live: Live, _ observations: Observations
    ) -> ServiceRollout.TakenBack? {
        let rollout = ServiceRollout(live.detail)
        let wanted = service.spec.resolved(observations.outputs)
        guard let end = rollout.newestTakenBack else {
            return wanted["taskDefinition"]?.string.flatMap { rollout.takenBack(ServiceRollout.name(of: $0)) }
        }
        return bringsBack(wanted, end, live, ignoring: service.policy.ignore) ? end : nil
    }

    /// True when applying `wanted` would bring about once more what was taken back.
    private func bringsBack(
        _ wanted: Value, _ end: ServiceRollout.TakenBack, _ live: Live, ignoring ignored: [FieldPath]
    ) -> Bool {
        guard let schema = kinds["Service"]?.schema, let brought = end.serviceDeployment?.settings.object else {
            return false
        }
        var then = live.spec
        for (name, value) in brought where schema.shape.child(name) != nil { then[name] = value }
        let left = Diff(schema: schema, ignore: ignored).compare(desired: wanted, live: then).changes
        return !left.contains { $0.effect == .rollsTasks }
    }

    /// The commit that asked for it: of the attempt that is told of, else the one that is looked at.
    private func commit(of end: ServiceRollout.TakenBack, _ id: ResourceID) -> String {
        let attempt = target.memory.attempts(of: id.name, end.taskDefinition).last
        let told = attempt?["serviceDeployment"]?.string
        let isThis = told == end.serviceDeployment?.arn || (told == nil && attempt?["result"] == "progressing")
        return (isThis ? attempt?["commit"]?.string : nil) ?? target.source.id
    }
}
