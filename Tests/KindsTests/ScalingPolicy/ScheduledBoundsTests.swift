import Model
import Planning
import Testing

@testable import Kinds

@Suite("Bounds that schedules set")
struct ScheduledBoundsTests {
    private let schedules: Value = [
        ["name": "day", "schedule": "cron(0 8 * * ? *)", "scalableTargetAction": ["minCapacity": 10]],
        ["name": "campaign", "schedule": "at(2026-12-01T08:00:00)", "scalableTargetAction": ["maxCapacity": 50]],
        [
            "name": "night", "schedule": "cron(0 22 * * ? *)",
            "scalableTargetAction": ["minCapacity": 6, "maxCapacity": 30],
        ],
    ]

    /// What is sent for a policy from `minimum` to `maximum` whose target has these bounds, without the target's name.
    private func sent(_ minimum: Int, _ maximum: Int, live low: Int, _ high: Int) async throws -> [Value] {
        let service: Value = "service/demo/api"
        let policy = Resource.sample(
            "ScalingPolicy", "api",
            [
                "service": service, "minCapacity": .integer(minimum), "maxCapacity": .integer(maximum),
                "scheduled": schedules,
            ])
        let target: Value = ["resourceId": service, "minCapacity": .integer(low), "maxCapacity": .integer(high)]
        let aws = Scripted(["DescribeScalableTargets": ["scalableTargets": [target]]])
        let live = try #require(await ScalingPolicy.observe([policy], aws.context)[policy.id]?.live)
        let changes = Diff(schema: ScalingPolicy.schema).compare(desired: policy.spec, live: live.spec).changes
        guard !changes.isEmpty else { return [] }
        let change = ResourceChange(policy, live: live, changes: changes, region: "eu-west-1", accountID: "1")
        return ScalingPolicy.calls(for: change).map { step in
            .object((step.call.input.object ?? [:]).filter { ["minCapacity", "maxCapacity"].contains($0.key) })
        }
    }

    @Test("each bound is its schedule's for itself, whichever action set the other")
    func apart() async throws {
        #expect(try await sent(4, 20, live: 10, 20) == [])
        #expect(try await sent(4, 20, live: 4, 50) == [])
        #expect(try await sent(4, 20, live: 10, 50) == [])
    }

    @Test("a bound that Git changes is sent alone, and the one that a schedule set stays")
    func alone() async throws {
        #expect(try await sent(4, 25, live: 10, 20) == [["maxCapacity": 25]])
        #expect(try await sent(6, 20, live: 4, 50) == [["minCapacity": 6]])
    }

    @Test("a bound that an action states beside another is its own only while the target has both")
    func both() async throws {
        #expect(try await sent(4, 12, live: 4, 30) == [["maxCapacity": 12]])
        #expect(try await sent(4, 12, live: 6, 30) == [])
    }

    @Test("a bound that no schedule sets is drift")
    func drift() async throws {
        #expect(try await sent(4, 20, live: 12, 20) == [["minCapacity": 4]])
        #expect(try await sent(4, 20, live: 12, 50) == [["minCapacity": 4]])
    }

    @Test("bounds that would cross are sent together")
    func crossing() async throws {
        #expect(try await sent(4, 8, live: 10, 20) == [["minCapacity": 4, "maxCapacity": 8]])
    }
}
