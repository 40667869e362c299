// Why no instance would do.
extension World {
    /// A sentence on the instance that came closest.
    func shortage(_ request: PlacementRequest) -> String {
        let places = (ecs.clusters[request.cluster]?.containerInstances ?? []).filter {
            ecs.containerInstances[$0]?.status == .active
        }
        guard !places.isEmpty else { return "Reason: No Container Instances were found in your cluster." }
        let matching = places.filter { place in request.queries?.allSatisfy { holds($0, of: place) } == true }
        guard let closest = matching.max(by: { isCloser($1, than: $0, request) }) else {
            return "Reason: The placement constraints are satisfied by no container instance."
        }
        let name = ecs.containerInstances[closest]?.id ?? ""
        return "The closest matching (container-instance \(name)) \(lack(of: closest, request))."
    }

    /// What an instance lacks for one more task, in AWS's order: CPU, memory, ports, a place of its own.
    func lack(of place: ContainerInstanceID, _ request: PlacementRequest) -> String {
        guard let instance = ecs.containerInstances[place] else { return "is not there" }
        if instance.freeCPU < request.plan.cpu { return "has insufficient CPU units available" }
        if instance.freeMemory < request.plan.memory { return "has insufficient memory available" }
        if request.staticPorts.contains(where: { instance.ports.contains($0) }) {
            return "is already using a port required by your task"
        }
        return "already has a task of the same group"
    }

    /// Fewer things lack; then more CPU is free.
    private func isCloser(
        _ a: ContainerInstanceID, than b: ContainerInstanceID, _ request: PlacementRequest
    ) -> Bool {
        (wants(a, request), -(ecs.containerInstances[a]?.freeCPU ?? 0))
            < (wants(b, request), -(ecs.containerInstances[b]?.freeCPU ?? 0))
    }

    private func wants(_ place: ContainerInstanceID, _ request: PlacementRequest) -> Int {
        guard let instance = ecs.containerInstances[place] else { return .max }
        return (instance.freeCPU < request.plan.cpu ? 1 : 0) + (instance.freeMemory < request.plan.memory ? 1 : 0)
    }
}
