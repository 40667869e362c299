// DAEMON services: one task on every ACTIVE instance that the constraints allow (aws-facts 1.10).
extension World {
    /// One look; true when something was started or stopped.
    mutating func stepDaemon(_ id: ServiceID, _ census: [SeenTask]) -> Bool {
        guard let primary = ecs.services[id]?.deployments.first, let request = request(for: id, primary) else {
            return false
        }
        let places = daemonPlaces(request)
        setDaemonCount(id, places.count)
        let moved = stopDaemons(id, census, places: places, primary: primary)
        let isHeld = ecs.services[id]?.launchesAfter.map { $0 > now } ?? false
        guard primary.rollout != .failed, !isHeld else { return moved }
        let taken = Set(census.compactMap(\.instance))
        let free = places.filter { !taken.contains($0) }
        return startDaemons(on: free, of: primary, in: id, request) || moved
    }

    private func daemonPlaces(_ request: PlacementRequest) -> [ContainerInstanceID] {
        guard let queries = request.queries else { return [] }
        return (ecs.clusters[request.cluster]?.containerInstances ?? []).filter { place in
            ecs.containerInstances[place]?.status == .active && queries.allSatisfy { holds($0, of: place) }
        }
    }

    private mutating func setDaemonCount(_ id: ServiceID, _ count: Int) {
        ecs.services[id]?.settings.desiredCount = count
        if ecs.services[id]?.deployments.isEmpty == false { ecs.services[id]?.deployments[0].desiredCount = count }
    }

    /// Old and unhealthy ones within the bounds; on instances that take none any more, once nothing else is there.
    private mutating func stopDaemons(
        _ id: ServiceID, _ census: [SeenTask], places: [ContainerInstanceID], primary: Deployment
    ) -> Bool {
        guard let settings = ecs.services[id]?.settings else { return false }
        let lower = settings.deployment.bounds(places.count).lower
        let allowed = Set(places)
        var spare = census.count { $0.standing == .healthy } - lower
        var stops: [TaskID] = []
        for task in census where task.isWanted {
            guard let place = task.instance else { continue }
            if task.isDraining {
                if ecs.containerInstances[place]?.ordinaryTasks == 0 { stops.append(task.id) }
            } else if !allowed.contains(place) || task.standing == .unhealthy {
                stops.append(task.id)
            } else if task.deployment != primary.id, primary.rollout != .failed, !task.isProtected {
                guard task.standing != .healthy || spare > 0 else { continue }
                if task.standing == .healthy { spare -= 1 }
                stops.append(task.id)
            }
        }
        for task in stops {
            let deployment = ecs.tasks[task]?.startedBy ?? ""
            let reason = "Scaling activity initiated by (deployment \(deployment))"
            stopTask(task, code: .serviceScheduler, reason: reason)
        }
        guard !stops.isEmpty else { return false }
        say(id, "has stopped \(stops.count) running tasks: \(stops.map(taskName).joined(separator: " ")).")
        return true
    }

    private mutating func startDaemons(
        on places: [ContainerInstanceID], of deployment: Deployment, in id: ServiceID, _ request: PlacementRequest
    ) -> Bool {
        guard !places.isEmpty else { return false }
        let able = Set(placer(for: request, among: places).candidates.map(\.room.id))
        let started = places.filter { able.contains($0) }.compactMap { place -> TaskID? in
            guard let task = makeTask(of: deployment, in: id, request.plan) else { return nil }
            put(task, on: place)
            return task
        }
        if started.count < places.count {
            block(id)
            sayNoRoom(id, request)
        }
        sayStarted(started, of: id)
        return !started.isEmpty
    }
}
