import Model
import Testing

@testable import Kinds

@Suite("A scaling policy's parts")
struct ScalingPartsTests {
    private func expand(_ spec: Value) -> (parts: [Resource], diagnostics: [Diagnostic]) {
        ScalingPolicy.manifest.expand(.sample("ScalingPolicy", "api", spec))
    }

    @Test("a manifest is its target, then policies, alarms and schedules, one after the other")
    func parts() {
        let (parts, diagnostics) = expand(KindSample.scalingSpec)
        #expect(diagnostics.isEmpty)
        #expect(
            parts.map(\.id.description) == [
                "ScalingPolicy/api", "TargetTrackingPolicy/api/cpu", "StepScalingPolicy/api/surge", "Alarm/api-surge",
                "ScheduledAction/api/morning", "TargetTrackingPolicy/api/requests",
            ])
        #expect(parts.allSatisfy { $0.manifest == ResourceID("ScalingPolicy", "api") })
        #expect(
            parts.dropFirst().map(\.awsName) == ["api-cpu", "api-surge", "api-surge", "api-morning", "api-requests"])
        for (index, previous) in [(1, 0), (2, 1), (3, 2), (4, 2), (5, 4)] {
            #expect(parts[index].dependsOn.contains(parts[previous].id))
        }
    }

    @Test("a step's alarm acts through its policy, and may have a name of its own")
    func alarm() {
        let spec = KindSample.scalingSpec.editing(["stepScaling", "0", "alarm", "alarmName"], to: "surge")
        let alarm = expand(spec).parts.first { $0.id.kind == "Alarm" }
        #expect(alarm?.awsName == "surge")
        #expect(alarm?.spec["alarmActions"] == [.reference(ResourceID("StepScalingPolicy", "api/surge"), "arn")])
        #expect(alarm?.spec["alarmName"] == nil)
    }

    @Test("tags of a step's alarm are text whatever they look like, as all tags are")
    func alarmTags() {
        let rule = ScalingPolicy.schema.rule(at: "/stepScaling/surge/alarm/tags/cost")
        #expect(rule?.normal?(7) == "7")
    }

    private static let names: Value = ["loadBalancer": "demo", "targetGroup": "api"]
    private static let arns: Value = [
        "loadBalancer": "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/demo/50",
        "targetGroup": "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/api/6d",
    ]

    @Test("a counted target group may be named or given by ARN")
    func labels() {
        let named: Value = .init(
            .joined([
                .reference(ResourceID("LoadBalancer", "demo"), "fullName"), "/",
                .reference(ResourceID("TargetGroup", "api"), "fullName"),
            ]))
        #expect(ResourceLabel(Self.names).specification == ["resourceLabel": named])
        #expect(ResourceLabel(Self.arns).specification == ["resourceLabel": "app/demo/50/targetgroup/api/6d"])
    }

    @Test("requests of no target group at all can not be counted")
    func noLabel() {
        let spec = KindSample.scalingSpec.editing(
            ["targetTracking", "1", "predefinedMetricSpecification", "loadBalancer"], to: nil)
        #expect(
            expand(spec).diagnostics.map(\.message) == ["does not say which target group's requests it counts"])
    }

    @Test(
        "two policies of one name, bounds the wrong way round and Application Auto Scaling's own alarm names are errors"
    )
    func faults() {
        let twice = KindSample.scalingSpec.editing(["targetTracking", "1", "name"], to: "cpu")
        #expect(expand(twice).diagnostics.map(\.message) == ["TargetTrackingPolicy cpu is stated twice"])
        let crossed = KindSample.scalingSpec.editing(["minCapacity"], to: 11)
        #expect(expand(crossed).diagnostics.map(\.message) == ["minCapacity 11 is above maxCapacity 10"])
        let reserved = KindSample.scalingSpec.editing(
            ["stepScaling", "0", "alarm", "alarmName"], to: "TargetTracking-x")
        #expect(expand(reserved).diagnostics.count == 1)
    }

    @Test("a policy moves its service's count between its bounds, and nobody's when the service is not Neap's")
    func claims() {
        var policy = KindSample.scalingParts[0]
        let claim = Claim(ResourceID("Service", "api"), "/desiredCount", owner: "ScalingPolicy/api", band: 2...10)
        #expect(ScalingPolicy.claims(of: policy) == [claim])
        policy.spec["service"] = "arn:aws:ecs:eu-west-1:1:service/demo/api"
        #expect(ScalingPolicy.claims(of: policy).isEmpty)
        #expect(ScalableTargets.resourceID(policy.spec) == "service/demo/api")
    }

    @Test(
        "bounds that a schedule set are nobody's drift, others are",
        arguments: [(4, 10, false), (2, 10, false), (4, 11, true), (3, 10, true)])
    func scheduledBounds(low: Int, high: Int, isDrift: Bool) async {
        var policy = KindSample.scalingParts[0]
        policy.spec["service"] = "service/demo/api"
        let target: Value = [
            "resourceId": "service/demo/api", "minCapacity": .integer(low), "maxCapacity": .integer(high),
        ]
        let context = ObservationContext(
            aws: ScriptedAWS { _ in ["scalableTargets": [target]] }, region: "eu-west-1", accountID: "1")
        let spec = await ScalingPolicy.observe([policy], context)[policy.id]?.live?.spec
        let wanted = policy.spec
        #expect(
            (spec?["minCapacity"] != wanted["minCapacity"] || spec?["maxCapacity"] != wanted["maxCapacity"]) == isDrift)
    }

    @Test("the count may go as far as the bounds of any time")
    func band() {
        var policy = KindSample.scalingParts[0]
        policy.spec["scheduled"] = [["scalableTargetAction": ["minCapacity": 1, "maxCapacity": 20]]]
        #expect(ScalingPolicy.claims(of: policy).map(\.band) == [1...20])
    }

    @Test("a policy of the name but of another type is not overwritten")
    func otherType() async {
        let policy = Resource.sample(
            "StepScalingPolicy", "api/surge", ["service": "service/demo/api"], awsName: "surge")
        let context = ObservationContext(
            aws: ScriptedAWS { _ in
                [
                    "scalingPolicies": [
                        [
                            "policyName": "surge", "resourceId": "service/demo/api",
                            "policyType": "TargetTrackingScaling",
                        ]
                    ]
                ]
            }, region: "eu-west-1", accountID: "1")
        guard case .unknown(let text) = await StepScalingPolicy.observe([policy], context)[policy.id] else {
            Issue.record("not unknown")
            return
        }
        #expect(text.contains("TargetTrackingScaling"))
    }

    @Test("times mean the same in all of AWS's spellings")
    func instants() {
        #expect(ScheduledAction.instant(1_764_547_200) == ScheduledAction.instant("2025-12-01T00:00:00Z"))
        #expect(ScheduledAction.instant("2025-12-01T01:00:00+01:00") == "2025-12-01T00:00:00Z")
        #expect(ScheduledAction.instant("tomorrow") == "tomorrow")
    }
}
