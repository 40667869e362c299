public import Model

/// New instances of a group that rolls which its cluster does not know long after they were launched: their user data names
/// another cluster, or a role or the network keeps the agent away.
///
/// To the group they are healthy, so that its refresh would replace every instance by one that runs no task; Neap has it
/// undone. Asked only for groups whose refresh of ours goes forward.
public enum LostInstances {
    /// Seconds from the launch in which an instance registers, whatever its user data does first.
    static let patience = 600

    /// `observed` with such instances as the obstacle of each group's `refresh`; a read that fails says nothing.
    public static func noted(
        _ observed: [ResourceID: Observation], among desired: [ResourceID: Resource], _ context: ObservationContext
    ) async -> [ResourceID: Observation] {
        guard let wall = context.now else { return observed }
        let rolling = observed.compactMapValues(\.live).filter { isConcerned($0.value) }
        guard !rolling.isEmpty else { return observed }
        let index = ResourceIndex(desired)
        let now = AWSTime.now(
            observed.filter { $0.key.kind == "Service" }.compactMap { $0.value.live?.detail }, wall: wall)
        var noted = observed
        for (group, live) in rolling {
            let reading = LostReading(clusters: CapacityUse.clusters(of: group, among: index), context: context)
            guard let lost = await reading.lost(among: arrived(live), at: now), !lost.isEmpty else { continue }
            noted[group] = .live(live.noting(lost))
        }
        return noted
    }

    private static func isConcerned(_ live: Live) -> Bool {
        InstanceRefresh(live.detail).map { $0.isOurs && $0.phase == .replacing } ?? false
    }

    /// The ids of instances in service that the refresh brought.
    private static func arrived(_ live: Live) -> [String] {
        InstanceRollout.instances(live, wanted: InstanceRefresh(live.detail)?.desired)
            .filter { $0.isNew && $0.state == "InService" }.map(\.id)
    }
}

extension Live {
    fileprivate func noting(_ lost: [String]) -> Live {
        var noted = self
        var refresh = detail["refresh"] ?? [:]
        let shown = lost.prefix(3).joined(separator: ", ") + (lost.count > 3 ? ", …" : "")
        let what = lost.count == 1 ? "instance does" : "instances do"
        refresh["obstacle"] = .string("\(lost.count) new \(what) not join the cluster: \(shown)")
        noted.detail["refresh"] = refresh
        return noted
    }
}

/// Which of some instances are in none of some clusters.
private struct LostReading {
    let clusters: [String]
    let context: ObservationContext

    /// Sorted; nil when it can not be read, or no cluster takes instances of the group.
    func lost(among ids: [String], at now: Int) async -> [String]? {
        guard !ids.isEmpty, !clusters.isEmpty else { return nil }
        do {
            let missing = Set(ids).subtracting(try await registered())
            guard !missing.isEmpty else { return [] }
            let launched = try await launches(of: ids)
            let now = max(Double(now), launched.values.max() ?? 0)
            return missing.filter { id in
                launched[id].map { now - $0 > Double(LostInstances.patience) } ?? false
            }.sorted()
        } catch {
            // Not knowing undoes nothing: the next look asks again.
            return nil
        }
    }

    /// The EC2 ids of the container instances, whatever their status.
    private func registered() async throws -> Set<String> {
        var ids: Set<String> = []
        for cluster in clusters { ids.formUnion(try await ContainerInstances.ids(in: cluster, context.aws)) }
        return ids
    }

    /// When each was launched, in seconds since 1970; all of them, since the newest says how late it is at least.
    private func launches(of ids: [String]) async throws -> [String: Double] {
        var launches: [String: Double] = [:]
        for batch in ids.sorted().chunked(by: 200) {
            let filter: Value = ["name": "instance-id", "values": .texts(batch)]
            let reply = try await context.aws.sendAll(AWSCall("ec2", "DescribeInstances", ["filters": [filter]]))
            for row in (reply["reservations"]?.list ?? []).flatMap({ $0["instances"]?.list ?? [] }) {
                guard let id = row["instanceId"]?.string else { continue }
                launches[id] = row["launchTime"].flatMap(Evidence.seconds)
            }
        }
        return launches
    }
}
