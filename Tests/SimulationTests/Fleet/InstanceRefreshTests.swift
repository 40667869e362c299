import Model
import Testing

@testable import Simulation

@Suite("Instance refresh (aws-facts 2.1)")
struct InstanceRefreshTests {
    private static let second = InstanceRefresh.Configuration(source: .template(id: "lt-1", version: "2"))

    private func preferences(_ least: Int, _ most: Int) -> InstanceRefresh.Preferences {
        var preferences = InstanceRefresh.Preferences()
        preferences.minHealthyPercentage = least
        preferences.maxHealthyPercentage = most
        return preferences
    }

    @discardableResult
    private func start(
        _ world: inout World, _ id: GroupID, _ preferences: InstanceRefresh.Preferences,
        desired: InstanceRefresh.Configuration? = second
    ) throws(Refusal) -> String {
        try world.startRefresh(id, preferences: preferences, desired: desired, shownDesired: .null)
    }

    /// Fewest in service and most there over a while.
    private func watch(_ world: inout World, _ id: GroupID, minutes: Int) -> (least: Int, most: Int) {
        var (least, most) = (Int.max, 0)
        for _ in 0..<(minutes * 12) {
            world.advance(by: .seconds(5))
            least = min(least, world.serving(id).count)
            most = max(most, world.members(id).count { !$0.isEnding })
        }
        return (least, most)
    }

    @Test("floors and ceilings round up, and a floor of 100 replaces one at a time")
    func bounds() {
        #expect(RefreshBounds(desired: 10, preferences(80, 100)).least == 8)
        #expect(RefreshBounds(desired: 10, preferences(90, 100)).least == 9)
        #expect(RefreshBounds(desired: 3, preferences(90, 100)).least == 2)
        #expect(RefreshBounds(desired: 1, preferences(90, 100)).least == 0)
        #expect(RefreshBounds(desired: 1, preferences(100, 110)).least == 1)
        #expect(RefreshBounds(desired: 4, preferences(100, 110)).most == 5)
    }

    @Test("min 80 of ten takes two at a time, ends first, and the group becomes what was wanted")
    func endsFirst() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 10, 10))
        try start(&world, id, preferences(80, 100))
        let seen = watch(&world, id, minutes: 15)
        #expect(seen.least == 8)
        #expect(seen.most == 10)
        #expect(world.refresh(id)?.status == .successful)
        #expect(world.refresh(id)?.percentageComplete == 100)
        #expect(world.refresh(id)?.instancesToUpdate == 0)
        #expect(world.versions(id) == Array(repeating: "2", count: 10))
        #expect(world.fleet.groups[id]?.settings.source == .template(id: "lt-1", version: "2"))
    }

    @Test("a ceiling above 100 launches before it ends, a single instance too")
    func launchesFirst() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 4, 4))
        try start(&world, id, preferences(100, 150))
        let seen = watch(&world, id, minutes: 10)
        #expect(seen.least >= 4)
        #expect(seen.most == 6)
        #expect(world.refresh(id)?.status == .successful)
        var single = FleetWorld.make()
        let one = try single.group(FleetWorld.settings(1, 1, 1))
        try start(&single, one, preferences(100, 110))
        #expect(watch(&single, one, minutes: 5) == (1, 2))
        #expect(single.versions(one) == ["2"])
    }

    @Test("a new instance counts only once it is warm")
    func warmUp() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 2, 2))
        var preferences = preferences(50, 100)
        preferences.instanceWarmup = .seconds(300)
        try start(&world, id, preferences)
        world.advance(by: .minutes(5))
        #expect(world.versions(id) == ["1", "2"])
        world.advance(by: .minutes(10))
        #expect(world.versions(id) == ["2", "2"])
    }

    @Test("with nothing to change a refresh that skips matching instances succeeds at once")
    func skipMatching() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 3, 3))
        let old = world.serving(id).map(\.id)
        var preferences = preferences(90, 100)
        preferences.skipMatching = true
        try start(&world, id, preferences, desired: InstanceRefresh.Configuration(source: FleetWorld.template))
        world.advance(by: .seconds(5))
        #expect(world.refresh(id)?.status == .successful)
        #expect(world.serving(id).map(\.id) == old)
    }

    @Test("protected instances: waited for an hour and failed, ignored, or replaced")
    func protected() throws {
        var settings = FleetWorld.settings(0, 2, 2)
        settings.newInstancesProtected = true
        for (policy, status, versions) in [
            (InstanceRefresh.Exception.wait, InstanceRefresh.Status.failed, ["1", "1"]),
            (.ignore, .successful, ["1", "1"]), (.refresh, .successful, ["2", "2"]),
        ] {
            var world = FleetWorld.make()
            let id = try world.group(settings)
            var preferences = preferences(50, 100)
            preferences.scaleInProtectedInstances = policy
            try start(&world, id, preferences)
            world.advance(by: .minutes(59))
            #expect(world.refresh(id)?.isActive == (policy == .wait))
            world.advance(by: .minutes(3))
            #expect(world.refresh(id)?.status == status)
            #expect(world.versions(id) == versions)
        }
    }

    @Test("a checkpoint waits at its percentage for its delay")
    func checkpoint() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 4, 4))
        var preferences = preferences(50, 100)
        preferences.checkpointPercentages = [50, 100]
        preferences.checkpointDelay = .minutes(30)
        try start(&world, id, preferences)
        world.advance(by: .minutes(20))
        #expect(world.refresh(id)?.percentageComplete == 50)
        #expect(world.versions(id) == ["1", "1", "2", "2"])
        world.advance(by: .minutes(20))
        #expect(world.refresh(id)?.status == .successful)
    }

    @Test("bake time comes after the last replacement")
    func bake() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 1, 1))
        var preferences = preferences(0, 100)
        preferences.bakeTime = .minutes(10)
        try start(&world, id, preferences)
        world.advance(by: .minutes(5))
        #expect(world.refresh(id)?.status == .baking)
        world.advance(by: .minutes(10))
        #expect(world.refresh(id)?.status == .successful)
    }

    @Test("a rollback brings the old version back; the group never was another")
    func rollback() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 4, 4))
        var preferences = preferences(50, 100)
        preferences.instanceWarmup = .minutes(2)
        try start(&world, id, preferences)
        world.advance(by: .seconds(70))
        #expect(world.versions(id).contains("2"))
        _ = try world.rollbackRefresh(id)
        #expect(world.refresh(id)?.status == .rollbackInProgress)
        world.advance(by: .minutes(10))
        #expect(world.refresh(id)?.status == .rollbackSuccessful)
        #expect(world.versions(id) == ["1", "1", "1", "1"])
        #expect(world.fleet.groups[id]?.settings.source == FleetWorld.template)
    }

    @Test("an alarm fails a refresh, and sends one with automatic rollback back")
    func alarm() throws {
        for isAutomatic in [false, true] {
            var world = FleetWorld.make()
            let id = try world.group(FleetWorld.settings(0, 4, 4))
            var alarm = Alarm(
                name: "errors", shown: .emptyObject, stateSince: world.now, updatedAt: world.now, tags: .list([]))
            var preferences = preferences(50, 100)
            preferences.alarms = ["errors"]
            preferences.autoRollback = isAutomatic
            try start(&world, id, preferences)
            world.advance(by: .seconds(60))
            alarm.state = .alarm
            world.monitoring.alarms["errors"] = alarm
            world.advance(by: .minutes(1))
            if isAutomatic {
                #expect(world.refresh(id)?.status == .rollbackInProgress)
            } else {
                #expect(world.refresh(id)?.status == .failed)
                #expect(world.refresh(id)?.reason == "The alarm errors is in the ALARM state.")
            }
        }
    }

    @Test("a refresh without fixed ends cannot go back; without a refresh there is nothing to go back from")
    func irreversible() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 2, 2))
        let none = #expect(throws: Refusal.self) { try world.rollbackRefresh(id) }
        #expect(none?.code == "ActiveInstanceRefreshNotFound")
        let latest = InstanceRefresh.Configuration(source: .template(id: "lt-1", version: "$Latest"))
        try start(&world, id, preferences(50, 100), desired: latest)
        let refusal = #expect(throws: Refusal.self) { try world.rollbackRefresh(id) }
        #expect(refusal?.code == "IrreversibleInstanceRefresh")
        let second = #expect(throws: Refusal.self) { try start(&world, id, preferences(50, 100)) }
        #expect(second?.code == "InstanceRefreshInProgress")
    }

    @Test("a cancelled refresh leaves replaced instances as they are, and the group's settings too")
    func cancel() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 4, 4))
        try start(&world, id, preferences(50, 100))
        world.advance(by: .seconds(10))
        let update = #expect(throws: Refusal.self) {
            var settings = FleetWorld.settings(0, 4, 4)
            settings.source = .template(id: "lt-1", version: "3")
            try world.updateGroup(id, to: settings)
        }
        #expect(
            update?.message.hasPrefix("An active instance refresh with a desired configuration already exists") == true)
        _ = try world.cancelRefresh(id)
        #expect(world.refresh(id)?.status == .cancelling)
        world.advance(by: .minutes(5))
        #expect(world.refresh(id)?.status == .cancelled)
        #expect(world.serving(id).count == 4)
        #expect(world.fleet.groups[id]?.settings.source == FleetWorld.template)
    }

    @Test("launches during a refresh are of the wanted version")
    func scaleOut() throws {
        var world = FleetWorld.make()
        let id = try world.group(FleetWorld.settings(0, 9, 2))
        var preferences = preferences(100, 100)
        preferences.instanceWarmup = .minutes(30)
        try start(&world, id, preferences)
        world.advance(by: .minutes(2))
        try world.setDesiredCapacity(id, 5, cause: "")
        world.advance(by: .minutes(2))
        #expect(world.versions(id).count { $0 == "2" } == 4)
    }
}
