import Foundation
import Kinds
import Model
import Planning
import Simulation
import Testing

@testable import LocalAWS
@testable import Reconciler

@Suite("A busy day")
struct BusyDayTests {
    /// How many minutes it has: `NEAP_HOURS`, or a sample in which there is a little of everything.
    private static let minutes =
        ProcessInfo.processInfo.environment["NEAP_HOURS"].flatMap { Int($0) }.map { $0 * 60 } ?? 20

    @Test(
        "autoscaling, deployments of every strategy, managed scaling and Spot: Neap looks every minute and writes nothing"
    )
    func undisturbed() async throws {
        let aws = try await EmbeddedAWS(seed: 7, scenario: BusyDay.scenario)
        var neap = try Neap(aws, files: try BusyDay.files())
        let turn = try await neap.settle()
        #expect(turn.unsettled.isEmpty)
        neap.keepAnswers()
        let person = try await Hands(neap, after: turn)
        let before = neap.writeCount
        var day = Day()
        // Before the scenario's first hour is over nothing happens by itself.
        await aws.advance(max(0, EmbeddedAWS.start + 3_600 - aws.time.now))
        for minute in 0..<Self.minutes {
            await aws.advance(60)
            if let service = Day.deployed(at: minute) {
                try await person.make([
                    AWSCall(
                        "ecs", "UpdateService",
                        ["cluster": "demo-api", "service": .string(service), "forceNewDeployment": true])
                ])
                day.deployments += 1
            }
            day.look(try await neap.round(), minute, await aws.world)
            if minute % 60 == 59 { Seeds.tell("hour \(minute / 60 + 1): \(neap.writeCount - before) writes; \(day)") }
        }
        #expect(neap.writeCount == before, "\(neap.writes.suffix(5))")
        #expect(day.drifts.isEmpty)
        day.expectBusy(isLong: Self.minutes > 60)
        Seeds.tell("\(Self.minutes) minutes: \(day)")
        let after = try await neap.settle()
        #expect(after.unsettled.isEmpty)
        #expect(neap.writeCount == before, "\(neap.writes.suffix(5))")
    }
}

/// What a day was like.
private struct Day: CustomStringConvertible {
    var deployments = 0
    private(set) var drifts: [String] = []
    private var counts: Set<Int> = []
    private var capacities: Set<Int> = []
    private var lost: Set<String> = []
    private var splits: Set<String> = []

    /// Which service a person deploys in that minute; nil for none.
    static func deployed(at minute: Int) -> String? {
        guard minute % 4 == 2, minute % 240 < 20 else { return nil }
        return BusyDay.services[(minute % 240) / 4]
    }

    mutating func look(_ turn: Turn, _ minute: Int, _ world: World) {
        for state in turn.states.values.sorted(by: { $0.id < $1.id }) {
            if state.sync != .synced || !state.plan.changes.isEmpty {
                drifts.append(
                    "minute \(minute): \(state.id) \(state.sync) \(state.plan.changes.map(\.line)) \(state.problem.map { "\($0)" } ?? "")"
                )
            }
        }
        for id in world.ecs.services.handles {
            guard let service = world.ecs.services[id], service.name == "api" else { continue }
            counts.insert(service.settings.desiredCount)
        }
        for id in world.fleet.groups.handles {
            if let group = world.fleet.groups[id] { capacities.insert(group.settings.desiredCapacity) }
        }
        for id in world.fleet.instances.handles {
            guard let instance = world.fleet.instances[id], instance.isSpot, instance.state != .running,
                instance.state != .pending
            else { continue }
            lost.insert(instance.id)
        }
    }

    /// A day on which nothing happens proves nothing.
    func expectBusy(isLong: Bool) {
        #expect(deployments >= 5)
        #expect(!isLong || counts.count > 1)
        #expect(!isLong || capacities.count > 1)
        #expect(!lost.isEmpty)
    }

    var description: String {
        "\(deployments) deployments by hand, api's count took \(counts.count) values, the group's \(capacities.count), "
            + "\(lost.count) Spot instances went, \(drifts.count) drifts"
    }
}
