// Who waits for room, and when it is looked at again.
extension World {
    /// How many tasks of a cluster may be PROVISIONING for want of room (aws-facts 3.2).
    static let waitingLimit = 500

    mutating func leaveWaiting(_ id: TaskID) {
        guard let cluster = ecs.tasks[id]?.cluster,
            let index = ecs.clusters[cluster]?.waiting.firstIndex(of: id)
        else { return }
        ecs.clusters[cluster]?.waiting.remove(at: index)
        if ecs.clusters[cluster]?.blocked.isEmpty == false { wake(cluster) }
    }

    /// An instance has room that it had not before.
    mutating func roomCameUp(on place: ContainerInstanceID) {
        guard let cluster = ecs.containerInstances[place]?.cluster,
            ecs.containerInstances[place]?.status == .active,
            ecs.clusters[cluster]?.waiting.isEmpty == false || ecs.clusters[cluster]?.blocked.isEmpty == false
        else { return }
        ecs.clusters[cluster]?.freed.append(place)
        wake(cluster)
    }

    /// All instances of a cluster are looked at again.
    mutating func wakeAll(of cluster: ClusterID) {
        guard ecs.clusters[cluster]?.waiting.isEmpty == false || ecs.clusters[cluster]?.blocked.isEmpty == false else {
            return
        }
        let all = ecs.clusters[cluster]?.containerInstances ?? []
        ecs.clusters[cluster]?.freed = all
        wake(cluster)
    }

    private mutating func wake(_ cluster: ClusterID) {
        guard ecs.clusters[cluster]?.wakePending == false else { return }
        ecs.clusters[cluster]?.wakePending = true
        schedule(.cluster(cluster), after: .seconds(1))
    }

    /// A cluster's attachments are done, attributes of its instances changed, or tasks that wait are placed again.
    ///
    /// Only a look that `wake` planned knows where room came up; any other is at all instances.
    mutating func clusterDue(_ id: ClusterID) {
        if let due = ecs.clusters[id]?.attachmentsDue, due <= now {
            ecs.clusters[id]?.attachmentsDue = nil
            ecs.clusters[id]?.attachmentsStatus = "UPDATE_COMPLETE"
        }
        if ecs.clusters[id]?.wakePending == false {
            let all = ecs.clusters[id]?.containerInstances ?? []
            ecs.clusters[id]?.freed = all
            markDaemonsDirty(in: id)
        }
        ecs.clusters[id]?.wakePending = false
        placeWaiting(in: id)
        let blocked = ecs.clusters[id]?.blocked ?? []
        ecs.clusters[id]?.blocked = []
        for service in blocked {
            ecs.services[service]?.isBlocked = false
            markDirty(service)
        }
    }

    /// Tasks that wait fit nowhere but where room came up since; each kind of them is tried once.
    private mutating func placeWaiting(in id: ClusterID) {
        let places = distinct(ecs.clusters[id]?.freed ?? [])
        ecs.clusters[id]?.freed = []
        let waiting = ecs.clusters[id]?.waiting ?? []
        guard !places.isEmpty, !waiting.isEmpty else { return }
        var placed: Set<TaskID> = []
        for kind in kinds(of: waiting) {
            guard let first = kind.first, let request = request(for: first) else { continue }
            let provider = ecs.tasks[first]?.capacityProvider.flatMap { ecs.capacityProviderNames[$0] }
            var placer = placer(for: request, among: places)
            for task in kind {
                guard let place = placer.take(provider) else { break }
                placed.insert(task)
                put(task, on: place)
            }
        }
        if !placed.isEmpty { ecs.clusters[id]?.waiting.removeAll { placed.contains($0) } }
    }

    /// The handles of `places`, each once, in the order of their first mention.
    private func distinct(_ places: [ContainerInstanceID]) -> [ContainerInstanceID] {
        var seen: Set<ContainerInstanceID> = []
        return places.filter { seen.insert($0).inserted }
    }

    private struct Kind: Hashable {
        let service: ServiceID?
        let deployment: UInt64
        let definition: String
        let provider: String?
    }

    /// Waiting tasks by what they ask for, the oldest first.
    private func kinds(of waiting: [TaskID]) -> [[TaskID]] {
        var places: [Kind: Int] = [:]
        var kinds: [[TaskID]] = []
        for id in waiting {
            let kind = Kind(
                service: ecs.tasks[id]?.service, deployment: ecs.tasks[id]?.deployment ?? 0,
                definition: ecs.tasks[id]?.taskDefinition ?? "", provider: ecs.tasks[id]?.capacityProvider)
            if let place = places[kind], kind.service != nil {
                kinds[place].append(id)
            } else {
                places[kind] = kinds.count
                kinds.append([id])
            }
        }
        return kinds
    }

    /// What a waiting task asks for.
    private func request(for id: TaskID) -> PlacementRequest? {
        guard let cluster = ecs.tasks[id]?.cluster, let plan = ecs.tasks[id]?.plan,
            let group = ecs.tasks[id]?.group, let ordinal = ecs.tasks[id]?.ordinal
        else { return nil }
        guard let service = ecs.tasks[id]?.service, let settings = ecs.services[service]?.settings else {
            return PlacementRequest(
                cluster: cluster, plan: plan,
                constraints: plan.constraints + (ecs.tasks[id]?.placementConstraints ?? []),
                strategy: ecs.tasks[id]?.placementStrategy ?? [], peers: peers(ofGroup: group, in: cluster),
                group: group, turn: ordinal)
        }
        return PlacementRequest(
            cluster: cluster, plan: plan, constraints: plan.constraints + settings.placementConstraints,
            strategy: settings.placementStrategy, peers: ecs.services[service]?.tasks ?? [], group: group, turn: ordinal
        )
    }

    /// Standalone tasks of a group that are not STOPPED.
    func peers(ofGroup group: String, in cluster: ClusterID) -> [TaskID] {
        ecs.clusters[cluster]?.standalone.filter {
            ecs.tasks[$0]?.group == group && ecs.tasks[$0]?.lastStatus != .stopped
        } ?? []
    }
}
