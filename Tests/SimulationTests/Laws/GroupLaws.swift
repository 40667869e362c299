@testable import Simulation

/// What an Auto Scaling group may do at one look (aws-facts 2.1 to 2.3), judged by its members before and after.
struct GroupLaws {
    private let id: GroupID
    private let before: [InstanceID: Instance]
    private let refresh: InstanceRefresh?

    /// A group's members before a look at it; nil when it is gone.
    init?(_ id: GroupID, _ world: World) {
        guard let group = world.fleet.groups[id] else { return nil }
        self.id = id
        let members = group.instances.compactMap { key in world.fleet.instances[key].map { (key, $0) } }
        before = Dictionary(members) { first, _ in first }
        refresh = group.refreshes.first
    }

    /// After the look.
    func judge(_ world: World, _ findings: inout Findings) {
        guard let group = world.fleet.groups[id] else { return }
        let ended = before.filter { !$0.value.isEnding && world.fleet.instances[$0.key]?.isEnding == true }
        let launched = group.instances.filter { before[$0] == nil }
        let members = group.instances.compactMap { world.fleet.instances[$0] }
        judgeLaunches(launched.compactMap { world.fleet.instances[$0] }, members, group, &findings)
        let scaledIn = ended.values.filter { cause(of: $0, in: group).contains("selected for termination") }
        judgeScaleIn(scaledIn, members, group, &findings)
        for instance in ended.values { judgeProtection(instance, group, &findings) }
        judgeRefresh(Array(ended.values), members, group, world, &findings)
    }

    private func cause(of instance: Instance, in group: AutoScalingGroup) -> String {
        group.activities.first { $0.instance == instance.id && $0.description.hasPrefix("Terminating") }?.cause ?? ""
    }

    /// What stays and counts, in service or on its way in.
    private func staying(_ members: [Instance]) -> [Instance] { members.filter { $0.isCounted && $0.leaving == nil } }

    /// Never more than desired; the base on demand before anything on Spot.
    private func judgeLaunches(
        _ launched: [Instance], _ members: [Instance], _ group: AutoScalingGroup, _ findings: inout Findings
    ) {
        guard !launched.isEmpty else { return }
        let desired = group.settings.desiredCapacity
        let staying = staying(members)
        findings.expect(staying.count <= desired, "\(group.name) launched up to \(staying.count) above \(desired)")
        guard let base = group.configuration.mixed?.onDemandBaseCapacity, launched.contains(where: \.isSpot) else {
            return
        }
        let onDemand = staying.count { !$0.isSpot }
        findings.expect(
            onDemand >= min(base, desired), "\(group.name) bought Spot with \(onDemand) of its base of \(base)")
    }

    /// Never fewer than desired; the base stays while there is Spot to end.
    private func judgeScaleIn(
        _ ended: [Instance], _ members: [Instance], _ group: AutoScalingGroup, _ findings: inout Findings
    ) {
        guard !ended.isEmpty else { return }
        // The same look may mark others to be replaced afterwards.
        let marked = Set(before.values.filter { $0.leaving == nil }.map(\.id))
        let staying = members.filter { $0.isCounted && ($0.leaving == nil || marked.contains($0.id)) }
        let desired = group.settings.desiredCapacity
        findings.expect(staying.count >= desired, "\(group.name) was scaled in to \(staying.count) below \(desired)")
        guard let base = group.configuration.mixed?.onDemandBaseCapacity, ended.contains(where: { !$0.isSpot }) else {
            return
        }
        let onDemand = staying.count { !$0.isSpot }
        let hasSpot = staying.contains { $0.isSpot && $0.lifecycle == .inService && !$0.isProtected }
        findings.expect(
            onDemand >= base || !hasSpot, "\(group.name) was scaled in to \(onDemand) of its base of \(base)")
    }

    /// Only illness and a refresh that was told to end a protected instance.
    private func judgeProtection(
        _ instance: Instance, _ group: AutoScalingGroup, _ findings: inout Findings
    ) {
        guard instance.isProtected, instance.isHealthy, instance.lifecycle == .inService else { return }
        let isTold =
            refresh?.isActive == true && refresh?.preferences.scaleInProtectedInstances == .refresh
            && cause(of: instance, in: group).contains("instance refresh")
        findings.expect(isTold, "\(group.name) ended a protected instance: \(cause(of: instance, in: group))")
    }

    /// A refresh leaves as many in service and warm as its minimum asks for (one fewer where 100 percent has no room).
    private func judgeRefresh(
        _ ended: [Instance], _ members: [Instance], _ group: AutoScalingGroup, _ world: World,
        _ findings: inout Findings
    ) {
        guard let refresh, refresh.isActive else { return }
        let isWarm = { (instance: Instance) in
            instance.lifecycle == .inService && instance.isHealthy
                && (instance.ordinal <= refresh.firstOrdinal
                    || instance.inServiceAt.map { world.now - $0 >= refresh.preferences.instanceWarmup } == true)
        }
        let refreshed = ended.filter { isWarm($0) && cause(of: $0, in: group).contains("instance refresh") }
        guard !refreshed.isEmpty else { return }
        let others = ended.count(where: isWarm) - refreshed.count
        let desired = group.settings.desiredCapacity
        let preferences = refresh.preferences
        var least = (0...).first { $0 * 100 >= desired * preferences.minHealthyPercentage } ?? 0
        if least == desired, preferences.maxHealthyPercentage == 100 { least -= 1 }
        let warm = members.count(where: isWarm) + others
        findings.expect(warm >= least, "\(group.name) was refreshed down to \(warm) warm instances below \(least)")
    }
}
