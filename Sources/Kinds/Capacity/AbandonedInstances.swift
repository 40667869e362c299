public import Model

/// Instances that wait until ECS has drained them while nothing of ECS is left that would: their cluster or its capacity
/// provider is gone, or the cluster does not know them. They would wait for an hour (aws-facts 2.2) and their group with
/// them; who takes the group away lets them go.
public enum AbandonedInstances {
    /// `observed` with such instances as `abandoned` in the detail of each group that is `going`; a read that fails says
    /// nothing. `all` are the resources that are wanted or going.
    public static func noted(
        _ observed: [ResourceID: Observation], going: Set<ResourceID>, among all: [ResourceID: Resource],
        _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        let groups = going.filter { $0.kind == "AutoScalingGroup" && !waiting(observed[$0]?.live).isEmpty }
        guard !groups.isEmpty else { return observed }
        let index = ResourceIndex(all)
        var noted = observed
        for group in groups.sorted() {
            guard var live = observed[group]?.live,
                let known = await registered(of: group, index, observed, context)
            else { continue }
            live.detail["abandoned"] = .texts(waiting(live).filter { !known.contains($0) })
            noted[group] = .live(live)
        }
        return noted
    }

    private static func waiting(_ live: Live?) -> [String] {
        InstanceRollout.instances(live).filter { $0.state == "Terminating:Wait" }.map(\.id)
    }

    /// The EC2 ids that clusters which still drain the group's instances know; nil when that can not be told.
    private static func registered(
        of group: ResourceID, _ index: ResourceIndex, _ observed: [ResourceID: Observation],
        _ context: ObservationContext
    ) async -> Set<String>? {
        let takers = CapacityUse.takers(of: group, among: index)
        guard !takers.isEmpty else { return nil }
        var ids: Set<String> = []
        for taker in takers {
            switch observed[taker.id] {
            case .absent: continue
            case .live(let live) where !isAttached(group, live, index): continue
            case .live:
                guard let found = await read(taker.awsName, context) else { return nil }
                ids.formUnion(found)
            case .unknown, nil: return nil
            }
        }
        return ids
    }

    private static func isAttached(_ group: ResourceID, _ live: Live, _ index: ResourceIndex) -> Bool {
        let attached = live.spec["capacityProviders"]?.list ?? []
        return CapacityUse.providers(of: group, among: index).contains { attached.contains(.string($0.awsName)) }
    }

    private static func read(_ cluster: String, _ context: ObservationContext) async -> Set<String>? {
        do {
            return try await ContainerInstances.ids(in: cluster, context.aws)
        } catch {
            // Not knowing lets nothing go: the next look asks again.
            return nil
        }
    }
}
