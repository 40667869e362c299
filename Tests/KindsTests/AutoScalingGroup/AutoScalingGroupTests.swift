import Model
import Testing

@testable import Kinds

@Suite("Auto Scaling groups")
struct AutoScalingGroupTests {
    private let gate = PlannedCall.Requirement(
        Reference(ResourceID("ClusterCapacityProviders", "demo-api"), "attachmentsStatus"), in: ["UPDATE_COMPLETE"],
        reason: "until cluster demo-api has taken its capacity providers")

    @Test("a group of a capacity provider is made empty and gets its bounds once the provider is associated")
    func gatedCreation() throws {
        let calls = AutoScalingGroup.calls(for: change(claimed: true, gates: [gate]))
        #expect(calls.map(\.call.operation) == operations(gated: true))
        let first = try #require(calls.first)
        #expect(first.call.input["minSize"] == 0)
        #expect(first.call.input["desiredCapacity"] == 0)
        #expect(first.call.input["maxSize"] == 6)
        #expect(first.requires == [])
        let last = try #require(calls.last)
        #expect(last.call.input == ["autoScalingGroupName": "spot", "minSize": 2, "desiredCapacity": 3])
        #expect(last.requires == [gate])
        #expect(last.effect == .scalesNow)
    }

    @Test("without a capacity provider, or without its association, a group begins with its bounds")
    func plainCreation() {
        for change in [change(claimed: false, gates: []), change(claimed: true, gates: [])] {
            let calls = AutoScalingGroup.calls(for: change)
            #expect(calls.map(\.call.operation) == operations(gated: false))
            #expect(calls.first?.call.input["minSize"] == 2)
            #expect(calls.first?.call.input["desiredCapacity"] == 3)
        }
    }

    @Test("a group without a minimum begins empty: what scales begins it, else its count follows the association")
    func withoutMinimum() {
        for (claimed, waiting) in [(true, []), (false, [["autoScalingGroupName": "spot", "desiredCapacity": 3]])]
            as [(Bool, [Value])]
        {
            var change = change(claimed: claimed, gates: [gate])
            change.resource.spec["minSize"] = 0
            let calls = AutoScalingGroup.calls(for: change)
            #expect(calls.first?.call.input["desiredCapacity"] == 0)
            #expect(calls.filter { $0.requires == [gate] }.map(\.call.input) == waiting)
        }
    }

    @Test("a count that nothing moves is Git's, and a higher one waits for the association", arguments: [0, 2])
    func unclaimed(count: Int) {
        let live = self.live(["minSize": 0, "maxSize": 6, "desiredCapacity": .integer(count)])
        var change = change(claimed: false, gates: [gate], live: live)
        change.changes = [field("/desiredCapacity", .integer(count), 3)]
        let calls = AutoScalingGroup.calls(for: change)
        #expect(calls.map(\.call.input) == [["autoScalingGroupName": "spot", "desiredCapacity": 3]])
        #expect(calls.map(\.requires) == [[gate]])
    }

    @Test("a minimum that rises waits for the association, and brings the first count to an empty group")
    func gatedUpdate() {
        let live = self.live(["minSize": 0, "maxSize": 6, "desiredCapacity": 0])
        var change = change(claimed: true, gates: [gate], live: live)
        change.changes = [field("/minSize", 0, 2), field("/defaultCooldown", 300, 60)]
        let calls = AutoScalingGroup.calls(for: change)
        #expect(calls.map(\.summary) == ["defaultCooldown", "desiredCapacity, minSize"])
        #expect(calls.map(\.requires) == [[], [gate]])
        #expect(calls.last?.call.input["desiredCapacity"] == 3)
    }

    @Test("a minimum that falls waits for nothing, and the claimed count is never sent")
    func loweringIsFree() {
        var change = change(
            claimed: true, gates: [gate], live: live(["minSize": 3, "maxSize": 6, "desiredCapacity": 5]))
        change.changes = [field("/minSize", 3, 2), field("/desiredCapacity", 5, 3)]
        let calls = AutoScalingGroup.calls(for: change)
        #expect(calls.map(\.call.input) == [["autoScalingGroupName": "spot", "minSize": 2]])
        #expect(calls.first?.requires == [])
    }

    @Test(
        "bounds that do not hold the live count scale at once",
        arguments: [(2, 6, 4, Effect.noRestart), (5, 6, 4, .scalesNow), (2, 3, 4, .scalesNow)])
    func scalesNow(minimum: Int, maximum: Int, count: Int, effect: Effect) {
        var change = change(
            claimed: false, gates: [], live: live(["minSize": 1, "maxSize": 9, "desiredCapacity": .integer(count)]))
        change.resource.spec["minSize"] = .integer(minimum)
        change.resource.spec["maxSize"] = .integer(maximum)
        change.changes = [field("/minSize", 1, .integer(minimum)), field("/maxSize", 9, .integer(maximum))]
        #expect(AutoScalingGroup.calls(for: change).map(\.effect) == [effect])
    }

    @Test("Neap's own tags stay with the group, the manifest's reach the instances")
    func tags() {
        var change = change(claimed: false, gates: [])
        change.ownership = ["neap:owner": "git"]
        let tags = AutoScalingGroup.calls(for: change).first?.call.input["tags"]?.list ?? []
        let propagated = tags.filter { $0["propagateAtLaunch"] == true }.compactMap { $0["key"]?.string }
        #expect(propagated == ["Name", "team"])
        #expect(tags.count == 3)
    }

    @Test("a template named alone is pinned to the number of its latest version; overrides too")
    func pinning() {
        let spec: Value = [
            "mixedInstancesPolicy": [
                "launchTemplate": [
                    "launchTemplateSpecification": ["launchTemplateName": "spot"],
                    "overrides": [
                        ["launchTemplateSpecification": ["launchTemplateName": "arm", "version": "7"]],
                        ["launchTemplateSpecification": ["launchTemplateId": "lt-1"]],
                    ],
                ]
            ]
        ]
        let group = AutoScalingGroup.manifest.expand(.sample("AutoScalingGroup", "spot", spec)).parts[0].spec
        let template = group["mixedInstancesPolicy"]?["launchTemplate"]
        #expect(
            template?["launchTemplateSpecification"]?["version"]
                == .reference(ResourceID("LaunchTemplate", "spot"), "latestVersion"))
        #expect(template?["overrides"] == spec["mixedInstancesPolicy"]?["launchTemplate"]?["overrides"])
    }

    @Test("a live group's template is compared by what the manifest names it by")
    func alignment() {
        let live: Value = [
            "launchTemplate": ["launchTemplateId": "lt-1", "launchTemplateName": "spot", "version": "3"]
        ]
        let byName = GroupTemplates.aligned(live, with: ["launchTemplate": ["launchTemplateName": "spot"]])
        #expect(byName == ["launchTemplate": ["launchTemplateName": "spot", "version": "3"]])
        let byID = GroupTemplates.aligned(live, with: ["launchTemplate": ["launchTemplateId": "lt-1"]])
        #expect(byID == ["launchTemplate": ["launchTemplateId": "lt-1", "version": "3"]])
    }

    @Test("two ways to say what instances are made of are one too many")
    func exclusive() {
        let spec: Value = ["launchTemplate": ["launchTemplateId": "lt-1"], "mixedInstancesPolicy": [:]]
        #expect(AutoScalingGroup.manifest.expand(.sample("AutoScalingGroup", "spot", spec)).diagnostics.count == 1)
    }

    @Test("the hook of ECS's managed draining can not be stated")
    func drainingHook() {
        let hook: Value = ["lifecycleHookName": "ecs-managed-draining-termination-hook"]
        let spec: Value = ["lifecycleHookSpecificationList": [hook]]
        #expect(AutoScalingGroup.manifest.expand(.sample("AutoScalingGroup", "spot", spec)).diagnostics.count == 1)
    }

    @Test("pools that AWS filled in do not follow to another allocation strategy")
    func pools() {
        let policy: Value = [
            "instancesDistribution": ["spotAllocationStrategy": "price-capacity-optimized", "spotInstancePools": 2]
        ]
        #expect(
            GroupTemplates.sendable(policy) == [
                "instancesDistribution": ["spotAllocationStrategy": "price-capacity-optimized"]
            ])
        let plain: Value = ["instancesDistribution": ["spotInstancePools": 2]]
        #expect(GroupTemplates.sendable(plain) == plain)
    }

    @Test("a group that is being deleted is neither there nor absent")
    func deletion() async {
        let reply: Value = ["autoScalingGroups": [["autoScalingGroupName": "spot", "status": "Delete in progress"]]]
        let aws = Scripted(["DescribeAutoScalingGroups": reply])
        let seen = await AutoScalingGroup.observe([change(claimed: false, gates: []).resource], aws.context)
        #expect(seen.values.allSatisfy { if case .unknown = $0 { true } else { false } })
    }

    @Test("a group with fewer instances in service than wanted is on its way")
    func health() {
        let detail: Value = [
            "desiredCapacity": 2, "instances": [["lifecycleState": "InService"], ["lifecycleState": "Pending"]],
        ]
        let resource = change(claimed: false, gates: []).resource
        let health = AutoScalingGroup.health(of: resource, live: Live(spec: [:], detail: detail))
        #expect(health == Health(.progressing, .updating, "1 of 2 instances are in service"))
    }

    private func health(_ wanted: Int, _ instances: [Value]) -> Health {
        let detail: Value = [
            "desiredCapacity": .integer(wanted),
            "instances": .list(instances.map { $0.setting("InService", at: ["lifecycleState"]) }),
        ]
        return AutoScalingGroup.health(
            of: change(claimed: false, gates: []).resource, live: Live(spec: [:], detail: detail))
    }

    @Test("instances that are one too many and protected stay, and the group is at rest; else they are about to go")
    func surplus() {
        let (protected, free): (Value, Value) = (["protectedFromScaleIn": true], ["protectedFromScaleIn": false])
        #expect(health(2, [protected, protected, protected]) == .healthy)
        let text = "3 of 2 instances are in service"
        #expect(health(2, [protected, protected, free]) == Health(.progressing, .updating, text))
    }

    @Test("instances count by their weights, and the last one may be more than was wanted")
    func weights() {
        let heavy: Value = ["weightedCapacity": "4"]
        #expect(health(6, [heavy, heavy]) == .healthy)
        let text = "8 of 9 units of capacity are in service"
        #expect(health(9, [heavy, heavy]) == Health(.progressing, .updating, text))
    }

    private func operations(gated: Bool) -> [String] {
        ["CreateAutoScalingGroup", "EnableMetricsCollection"] + (gated ? ["UpdateAutoScalingGroup"] : [])
    }

    private func field(_ path: FieldPath, _ live: Value, _ desired: Value) -> FieldChange {
        FieldChange(path, live: live, desired: desired, effect: .noRestart, reason: .declared)
    }

    private func live(_ spec: Value) -> Live { Live(spec: spec, outputs: ["arn": "arn:group"]) }

    private func change(claimed: Bool, gates: [PlannedCall.Requirement], live: Live? = nil) -> ResourceChange {
        let resource = Resource.sample("AutoScalingGroup", "spot", KindSample.groupSpec)
        let claim = Claim(resource.id, "/desiredCapacity", owner: "CapacityProvider/spot", band: nil)
        var change = ResourceChange(
            resource, live: live, claims: claimed ? [claim] : [], region: "eu-west-1", accountID: "123456789012")
        change.gates = gates.map { Gate(change.resource.id, .bounds, $0) }
        return change
    }
}
