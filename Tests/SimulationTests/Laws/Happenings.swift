import Model

@testable import Simulation

/// What people, scenarios and EC2 do to an account: one thing at a time, by chance; what AWS refuses is no matter.
extension WholeStack {
    mutating func happen() {
        switch chance.draw(0...11) {
        case 0, 1, 2: rollOut()
        case 3: changeService()
        case 4, 5: strike()
        case 6: turnImage()
        case 7: changeGroup()
        case 8: refresh()
        case 9: handleInstance()
        case 10: handleAgent()
        default: handleTask()
        }
    }

    /// Everything is as it should be outside: images are well, EC2 has room, nothing drains for a person's sake.
    mutating func heal() {
        for image in Self.badImages + ["app:1"] { world.inject(.healImage(image)) }
        for zone in world.place.zones {
            world.inject(.restoreZone(zone))
            world.inject(.endDrought(SpotPool(zone: zone)))
        }
        for id in world.ecs.clusters[cluster]?.containerInstances ?? [] { world.undrain(id) }
        for group in groups {
            let standby = world.members(group).filter { $0.lifecycle == .standby }.map(\.id)
            try? world.exitStandby(group, instances: standby)
        }
    }

    private static let badImages = ["bad:pull", "bad:crash", "bad:sick"]

    private mutating func rollOut() {
        let id = chance.pick(services)
        guard let service = world.ecs.services[id], service.status == .active else { return }
        var settings = service.settings
        settings.taskDefinition = define(service.name, chance.pick(["app:2", "app:3"] + Self.badImages))
        try? world.updateService(id, to: settings, force: chance.oneIn(4))
    }

    private mutating func changeService() {
        let id = chance.pick(services)
        guard let service = world.ecs.services[id] else { return }
        switch chance.draw(0...7) {
        case 0, 1, 2: world.setDesiredCount(id, chance.draw(0...9))
        case 3:
            var settings = service.settings
            settings.deployment.minimumHealthyPercent = chance.pick([0, 40, 50, 75, 100])
            if settings.scheduling == .replica {
                settings.deployment.maximumPercent = chance.pick([100, 120, 150, 200])
            }
            try? world.updateService(id, to: settings, force: false)
        case 4: world.setAlarmState("ring", .alarm, reason: "story")
        case 5:
            guard let newest = service.history.first?.id else { return }
            try? world.stopServiceDeployment(id, deployment: newest, abort: chance.oneIn(3))
        case 6: world.inject(.load(name: service.name, requestsPerSecond: chance.draw(0...80)))
        default:
            guard chance.oneIn(3) else { return }
            try? world.deleteService(id, force: true)
            try? addService("t\(world.now.milliseconds)")
        }
    }

    /// What EC2 does of itself.
    private mutating func strike() {
        let zone = chance.pick(world.place.zones)
        let type = chance.oneIn(2) ? nil : chance.pick(["m5.large", "c5.large"])
        let pool = SpotPool(instanceType: type, zone: chance.oneIn(2) ? nil : zone)
        switch chance.draw(0...7) {
        case 0, 1: world.inject(.reclaim(pool, count: chance.oneIn(2) ? nil : chance.draw(1...3)))
        case 2: world.inject(.rebalance(pool))
        case 3:
            world.inject(.loseZone(zone))
            world.inject(.restoreZone(zone), after: .minutes(chance.draw(1...20)))
        case 4:
            world.inject(.drought(SpotPool(zone: zone)))
            world.inject(.endDrought(SpotPool(zone: zone)), after: .minutes(chance.draw(1...20)))
        default: if let name = anyMember()?.id { world.inject(.failInstance(name)) }
        }
    }

    private mutating func turnImage() {
        var behaviour = ImageBehaviour(image: chance.pick(Self.badImages + ["app:1"]))
        switch behaviour.image {
        case "bad:pull": behaviour.failsToPull = true
        case "bad:crash": behaviour.crashesAfter = .seconds(chance.draw(0...60))
        case "bad:sick": behaviour.unhealthyAfter = .seconds(chance.draw(0...60))
        default: behaviour.crashesAfter = .seconds(chance.draw(100...600))
        }
        world.inject(chance.oneIn(4) ? .healImage(behaviour.image) : .image(behaviour))
    }

    private mutating func changeGroup() {
        let id = chance.pick(groups)
        guard let group = world.fleet.groups[id] else { return }
        var settings = group.settings
        switch chance.draw(0...4) {
        case 0, 1: try? world.setDesiredCapacity(id, chance.draw(0...8), cause: "")
        case 2:
            settings.minSize = chance.draw(0...3)
            settings.maxSize = chance.draw(3...10)
            try? world.updateGroup(id, to: settings)
        case 3:
            settings.mixed?.onDemandBaseCapacity = chance.draw(0...3)
            settings.mixed?.onDemandPercentageAboveBaseCapacity = chance.pick([0, 50, 100])
            try? world.updateGroup(id, to: settings)
        default:
            let process = chance.pick(["AZRebalance", "Launch", "Terminate", "ReplaceUnhealthy"])
            world.setSuspended(id, processes: [process], chance.oneIn(2))
            if chance.oneIn(2) { world.setSuspended(id, processes: [], false) }
        }
    }

    private mutating func refresh() {
        let id = chance.pick(groups)
        if chance.oneIn(5) { _ = try? world.cancelRefresh(id) }
        if chance.oneIn(5) { _ = try? world.rollbackRefresh(id) }
        var preferences = InstanceRefresh.Preferences()
        (preferences.minHealthyPercentage, preferences.maxHealthyPercentage) = chance.pick([
            (90, 100), (50, 100), (100, 100), (100, 150), (0, 100), (80, 120), (100, 200),
        ])
        preferences.instanceWarmup = .seconds(chance.pick([0, 30, 180]))
        preferences.skipMatching = chance.oneIn(2)
        preferences.autoRollback = chance.oneIn(3)
        preferences.scaleInProtectedInstances = chance.pick([.refresh, .ignore, .wait])
        preferences.standbyInstances = chance.pick([.terminate, .ignore, .wait])
        if chance.oneIn(3) {
            preferences.checkpointPercentages = [chance.draw(10...60)]
            preferences.checkpointDelay = .minutes(2)
        }
        let source = LaunchSource.template(id: "lt-1", version: "\(chance.draw(1...3))")
        let desired = InstanceRefresh.Configuration(source: source, mixed: world.fleet.groups[id]?.settings.mixed)
        _ = try? world.startRefresh(
            id, preferences: preferences, desired: chance.oneIn(4) ? nil : desired, shownDesired: .null)
    }

    private mutating func anyMember() -> Instance? { chance.any(of: world.members(chance.pick(groups))) }

    /// What a person does to one instance.
    private mutating func handleInstance() {
        guard let instance = anyMember(), let group = instance.group, let key = world.key(instance) else { return }
        let names = [instance.id]
        switch chance.draw(0...7) {
        case 0: try? world.setProtection(group, instances: names, chance.oneIn(2))
        case 1: _ = try? world.terminateInGroup(key, decrement: chance.oneIn(2))
        case 2: try? world.enterStandby(group, instances: names, decrement: chance.oneIn(2))
        case 3: try? world.exitStandby(group, instances: names)
        case 4: world.terminateInstance(key, reason: "story")
        case 5: try? world.setHealth(key, isHealthy: false)
        case 6: try? world.stopInstance(key)
        default: try? world.startInstance(key)
        }
    }

    /// What a person does to one container instance.
    private mutating func handleAgent() {
        let agents = world.ecs.clusters[cluster]?.containerInstances ?? []
        guard let agent = chance.any(of: agents) else { return }
        switch chance.draw(0...5) {
        case 0, 1: world.drain(agent, reason: "story")
        case 2, 3: for id in agents { world.undrain(id) }
        case 4: try? world.deregisterContainerInstance(agent, force: chance.oneIn(2))
        default: world.setAttribute("stack", to: "\(chance.draw(0...3))", on: agent)
        }
    }

    /// What a person does to single tasks.
    private mutating func handleTask() {
        let running = world.ecs.tasks.handles.filter { world.ecs.tasks[$0]?.lastStatus != .stopped }
        switch chance.draw(0...2) {
        case 0: if let task = chance.any(of: running) { world.stopTask(task, reason: nil) }
        case 1:
            let until = world.now + .minutes(chance.draw(1...20))
            for task in running where chance.oneIn(3) { world.protectTask(task, until: until) }
        default:
            var request = RunRequest(
                cluster: cluster, taskDefinition: define("job", chance.pick(["app:1", "bad:crash"])))
            request.count = chance.draw(1...3)
            if !providers.isEmpty, chance.oneIn(2) {
                request.strategy = [.init(capacityProvider: providers[0], weight: 1)]
            }
            _ = try? world.runTasks(request)
        }
    }
}
