import Model
import Testing

@testable import Kinds

@Suite("New instances that do not join their cluster")
struct LostInstancesTests {
    private static let group = Resource.sample("AutoScalingGroup", "spot", ["minSize": 1, "maxSize": 4])
    private static let provider = Resource.sample(
        "CapacityProvider", "spot",
        ["autoScalingGroupProvider": ["autoScalingGroupArn": .reference(group.id, "arn")]])
    private static let attached = Resource.sample(
        "ClusterCapacityProviders", "main", ["capacityProviders": [.reference(provider.id, "name")]])
    private static let obstacle = "1 new instance does not join the cluster: i-3"
    private static let desired = [group, provider, attached]

    /// The group halfway to version 2: i-1 is old, i-2 and i-3 are new.
    private func live(_ status: String = "InProgress", ours: Bool = true) -> Live {
        let rows = [("i-1", "1"), ("i-2", "2"), ("i-3", "2")].map { id, version -> Value in
            [
                "instanceId": .string(id), "lifecycleState": "InService",
                "launchTemplate": ["launchTemplateName": "spot", "version": .string(version)],
            ]
        }
        return Live(
            spec: [:],
            detail: [
                "instances": .list(rows), "launchTemplate": ["launchTemplateName": "spot", "version": "1"],
                "refresh": [
                    "instanceRefreshId": "r-1", "status": .string(status), "isOurs": .bool(ours),
                    "desiredConfiguration": ["launchTemplate": ["launchTemplateName": "spot", "version": "2"]],
                ],
            ])
    }

    /// AWS whose cluster knows `known`, and where i-3 was launched at 1,000 s.
    private func aws(knowing known: [String], newest: Int = 900, refusing: [String: String] = [:]) -> Scripted {
        Scripted(
            [
                "ListContainerInstances": ["containerInstanceArns": .list(known.map { .string("arn:\($0)") })],
                "DescribeContainerInstances": [
                    "containerInstances": .list(known.map { ["ec2InstanceId": .string($0)] })
                ],
                "DescribeInstances": [
                    "reservations": [
                        ["instances": [["instanceId": "i-3", "launchTime": 1_000]]],
                        ["instances": [["instanceId": "i-2", "launchTime": .integer(newest)]]],
                    ]
                ],
            ], refusing: refusing)
    }

    private func noted(_ live: Live, _ aws: Scripted, at now: Int?) async -> Live? {
        var context = aws.context
        context.now = now
        let desired = Dictionary(Self.desired.map { ($0.id, $0) }) { first, _ in first }
        return await LostInstances.noted([Self.group.id: .live(live)], among: desired, context)[Self.group.id]?.live
    }

    @Test("one that the cluster does not know ten minutes after its launch is noted, and the refresh is undone")
    func lost() async throws {
        let live = try #require(await noted(live(), aws(knowing: ["i-1", "i-2"]), at: 1_601))
        #expect(InstanceRefresh(live.detail)?.obstacle == Self.obstacle)
        let calls = AutoScalingGroup.rescue(Self.group, live: live)
        #expect(calls.map(\.call.operation) == ["RollbackInstanceRefresh"])
        #expect(calls.first?.facts == ["ended": "r-1", "obstacle": .string(Self.obstacle)])
    }

    @Test("a newer instance's launch tells that it is that late, whatever our own clock says")
    func late() async throws {
        let live = try #require(await noted(live(), aws(knowing: ["i-1", "i-2"], newest: 1_700), at: 50))
        #expect(InstanceRefresh(live.detail)?.obstacle == Self.obstacle)
    }

    @Test(
        "nothing is noted while it may still join, when all have, when the cluster can not be read, and of what is not ours",
        arguments: [
            (["i-1", "i-2"], 1_600, [:]), (["i-2", "i-3"], 9_999, [:]),
            ([], 9_999, ["ListContainerInstances": "AccessDenied"]),
        ]
            as [([String], Int, [String: String])])
    func well(known: [String], now: Int, refused: [String: String]) async throws {
        let live = try #require(await noted(live(), aws(knowing: known, refusing: refused), at: now))
        #expect(InstanceRefresh(live.detail)?.obstacle == nil)
        #expect(AutoScalingGroup.rescue(Self.group, live: live).isEmpty)
    }

    @Test("nobody is asked about somebody else's refresh, one that goes back, or when nobody says what time it is")
    func quiet() async {
        let aws = aws(knowing: [])
        _ = await noted(live(ours: false), aws, at: 9_999)
        _ = await noted(live("RollbackInProgress"), aws, at: 9_999)
        _ = await noted(live(), aws, at: nil)
        #expect(await aws.calls.isEmpty)
    }

    @Test("where AWS can not go back the refresh is stopped, and not as a pause")
    func stopped() throws {
        var live = live()
        live.detail["refresh"]?["obstacle"] = .string(Self.obstacle)
        live.detail["launchTemplate"]?["version"] = "$Latest"
        let calls = AutoScalingGroup.rescue(Self.group, live: live)
        #expect(calls.map(\.call.operation) == ["CancelInstanceRefresh"])
        #expect(calls.first?.captures.isEmpty == true)
    }
}
