import Model

/// Managed scaling counts with a group's smallest type (aws-facts 3.2): what does not fit it never makes the group grow.
enum TaskExceedsSmallestType: ServiceRule {
    static let id = "task-exceeds-smallest-type"
    static let weight = Finding.Weight.warn
    static let summary = """
        A task fits some of the types of a group with managed scaling, but not all of them. Managed scaling leaves such a \
        task out of its sum: the task waits in PROVISIONING and the group does not grow for it.
        """
    static let remedy = "Take the small types out of the group's overrides, or ask for less."

    static func finding(of service: RollingService, in context: FindingContext) -> Finding? {
        guard let capacity = ServiceCapacity(of: service, in: context) else { return nil }
        for pool in capacity.pools where pool.isManaged {
            let types = pool.types ?? []
            let small = types.filter { $0.room.holds(capacity.demand) == 0 }
            guard let smallest = small.min(by: { ($0.room.memory, $0.room.cpu) < ($1.room.memory, $1.room.cpu) }),
                small.count < types.count
            else { continue }
            return finding(
                service, at: "/capacityProviderStrategy",
                "its task does not fit \(Words.list(small.map(\.type))), so group \(pool.group) never grows for it",
                details: [
                    """
                    A task reserves \(capacity.demand.text), \(smallest.type) has \(smallest.room.text); managed scaling \
                    counts only tasks that fit every type of the group.
                    """
                ])
        }
        return nil
    }
}
