/// What a refresh may end and start at one look.
struct RefreshBounds: Sendable, Hashable {
    /// Instances that have to be in service and warm.
    let least: Int
    /// Instances that may be there, those on their way in counted.
    let most: Int

    /// The percentages of `desired`: the floor rounds up, the ceiling too, so that a small group moves at all. A floor that
    /// leaves no room beside a ceiling of 100 percent gives one instance (aws-facts 2.1: 100 replaces one at a time).
    init(desired: Int, _ preferences: InstanceRefresh.Preferences) {
        let floor = (desired * preferences.minHealthyPercentage + 99) / 100
        most = (desired * preferences.maxHealthyPercentage + 99) / 100
        least = most == desired && floor == desired ? max(0, desired - 1) : floor
    }
}

extension World {
    /// Ends what may be ended now, and lets replacements start for what may be replaced first.
    mutating func replaceBatch(
        _ id: GroupID, _ refresh: InstanceRefresh, _ left: [InstanceID], _ census: GroupCensus, warm: Int
    ) {
        guard let desired = fleet.groups[id]?.settings.desiredCapacity else { return }
        let bounds = RefreshBounds(desired: desired, refresh.preferences)
        let ready = left.filter { isReplaceable($0, refresh) }
        var room = max(0, warm - bounds.least)
        // What a refresh that was cancelled left over needs no replacement.
        var spare = max(0, census.inService - desired)
        for instance in ready.filter({ isOutOfService($0) }) { replace(instance, of: id) }
        var ended = GroupCensus()
        for instance in ready.filter({ isLeaving($0) }) + ready.filter({ !isLeaving($0) }) {
            guard room > 0, !isOutOfService(instance),
                isLeaving(instance) || bounds.most == desired || bounds.least < desired || spare > 0
            else { continue }
            let weight = fleet.instances[instance]?.weight ?? 1
            if spare > 0 { spare -= weight } else if !isLeaving(instance) { ended.capacity += weight }
            ended.inService += weight
            room -= weight
            replace(instance, of: id)
        }
        guard bounds.most > desired else { return }
        let coming = max(census.capacity, desired + ended.capacity) - census.capacity
        let there = weight(census.pending) + census.inService - ended.inService
        startAhead(id, ready.filter { isServing($0) }, spare: bounds.most - there - coming)
    }

    /// Lets replacements start for so much of what is to be replaced.
    private mutating func startAhead(_ id: GroupID, _ ready: [InstanceID], spare: Int) {
        var spare = spare
        for instance in ready where spare > 0 {
            fleet.instances[instance]?.leaving = .refresh
            spare -= fleet.instances[instance]?.weight ?? 1
            fleet.groups[id]?.refreshes[0].progressAt = now
            touchGroup(id)
        }
    }

    /// What instances count together.
    func weight(_ instances: [InstanceID]) -> Int {
        instances.reduce(0) { $0 + (fleet.instances[$1]?.weight ?? 1) }
    }

    private func isServing(_ id: InstanceID) -> Bool {
        fleet.instances[id]?.lifecycle == .inService && fleet.instances[id]?.leaving == nil
    }

    private func isLeaving(_ id: InstanceID) -> Bool { fleet.instances[id]?.leaving == .refresh }

    private func isOutOfService(_ id: InstanceID) -> Bool { fleet.instances[id]?.lifecycle != .inService }

    /// False for protected and standby instances that the refresh waits for, and for those on their way in.
    private func isReplaceable(_ id: InstanceID, _ refresh: InstanceRefresh) -> Bool {
        guard let instance = fleet.instances[id] else { return false }
        switch instance.lifecycle {
        case .standby: return refresh.preferences.standbyInstances == .terminate
        case .inService: return !instance.isProtected || refresh.preferences.scaleInProtectedInstances == .refresh
        default: return false
        }
    }

    private mutating func replace(_ instance: InstanceID, of id: GroupID) {
        guard isOn("Terminate", id) else { return }
        endInGroup(instance, cause: Departure.refresh.cause)
        fleet.groups[id]?.refreshes[0].progressAt = now
    }
}

/// Whether instances are what a configuration starts now.
struct ConfigurationMatch {
    private let types: [String]
    private let recipes: [(template: String?, version: String?, configuration: String?)]

    init(_ world: World, _ configuration: InstanceRefresh.Configuration) {
        let options = world.possibleOptions(configuration)
        types = options.map(\.instanceType)
        recipes = options.map { option in
            let recipe = world.possibleRecipe(for: option.source)
            return (recipe?.template, recipe?.version, recipe?.configuration)
        }
    }

    /// True when its type is one of them, from the same version.
    func matches(_ instance: Instance) -> Bool {
        guard let place = types.firstIndex(of: instance.instanceType) else { return false }
        let recipe = recipes[place]
        return recipe.template == instance.launchTemplate && recipe.version == instance.launchTemplateVersion
            && recipe.configuration == instance.launchConfiguration
    }
}
