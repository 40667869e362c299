import Model
import Testing

@testable import Kinds

@Suite("How far a native deployment is")
struct NativeProgressTests {
    private func detail(
        _ configuration: Value, _ stage: String, production: Double? = nil, hooks: [Value] = [],
        status: String = "IN_PROGRESS"
    ) -> Value {
        var target: Value = [:]
        target["requestedProductionTrafficWeight"] = production.map { Value(.number($0)) }
        let deployment: Value = [
            "serviceDeploymentArn": "arn:sd/1", "status": .string(status), "lifecycleStage": .string(stage),
            "deploymentConfiguration": configuration, "targetServiceRevision": target,
            "lifecycleHookDetails": .list(hooks), "target": ["taskDefinition": .string(FakeTasks.definition(42))],
        ]
        return [
            "desiredCount": 4, "runningCount": 8, "history": ["deployments": [deployment]],
            "deployments": [FakeTasks.deployment(42, running: 4), FakeTasks.deployment(41, running: 4)],
        ]
    }

    private let canary: Value = [
        "strategy": "CANARY", "bakeTimeInMinutes": 5,
        "canaryConfiguration": ["canaryPercent": 5.0, "canaryBakeTimeInMinutes": 10],
    ]

    private func health(_ detail: Value) -> Health {
        let resource = Resource.sample("Service", "api", ["taskDefinition": "api:42"])
        return Service.health(of: resource, live: Live(spec: .emptyObject, detail: detail))
    }

    @Test("production's share is told with how long it bakes, by no clock")
    func share() {
        let first = NativeProgress(detail(canary, "PRODUCTION_TRAFFIC_SHIFT", production: 5))
        #expect(first?.text == "canary 5 %: 5 % of production on revision 42, bakes 10m")
        let rest = NativeProgress(detail(canary, "BAKE_TIME", production: 100))
        #expect(rest?.text == "canary 5 %: 100 % of production on revision 42, bakes 5m")
        let linear: Value = [
            "strategy": "LINEAR", "linearConfiguration": ["stepPercent": 12.5, "stepBakeTimeInMinutes": 90],
        ]
        let step = NativeProgress(detail(linear, "PRODUCTION_TRAFFIC_SHIFT", production: 37.5))
        #expect(step?.text == "linear 12.5 %: 37.5 % of production on revision 42, bakes 1h30m")
    }

    @Test(
        "each stage has its words",
        arguments: [
            ("RECONCILE_SERVICE", "revisions between the old one and revision 42 go first"),
            ("PRE_SCALE_UP", "revision 42 is at PRE_SCALE_UP"),
            ("SCALE_UP", "all tasks of revision 42 start beside the old ones"),
            ("TEST_TRAFFIC_SHIFT", "test traffic moves to revision 42"), ("CLEAN_UP", "the old tasks go"),
        ])
    func stages(_ stage: String, _ text: String) {
        let blueGreen: Value = ["strategy": "BLUE_GREEN", "bakeTimeInMinutes": 5]
        #expect(NativeProgress(detail(blueGreen, stage))?.text == "blue/green: \(text)")
        #expect(health(detail(blueGreen, stage)).message.hasPrefix("revision 42: blue/green: \(text); new "))
    }

    @Test("a deployment that waits at a hook says how to go on, and what happens otherwise")
    func paused() {
        let hook: Value = ["hookId": "h1", "status": "AWAITING_ACTION", "timeoutAction": "ROLLBACK"]
        let found = detail(canary, "PRE_SCALE_UP", hooks: [hook])
        #expect(NativeProgress(found)?.pause == .init(hook: "h1", otherwise: "ROLLBACK"))
        let text = "canary 5 %: waits at a hook in PRE_SCALE_UP; go on with `neap rollout continue api`"
        let end = ", or it rolls back by itself when the hook's time is over"
        #expect(health(found) == Health(.progressing, .paused, "revision 42: \(text)\(end)"))
        let over: Value = ["hookId": "h1", "status": "SUCCEEDED"]
        #expect(NativeProgress(detail(canary, "PRE_SCALE_UP", hooks: [over]))?.pause == nil)
    }

    @Test("rolling deployments, and those that are taken back, have none")
    func none() {
        #expect(NativeProgress(detail(["strategy": "ROLLING"], "SCALE_UP")) == nil)
        #expect(NativeProgress(detail(canary, "CLEAN_UP", status: "ROLLBACK_IN_PROGRESS")) == nil)
        #expect(NativeProgress(["desiredCount": 1]) == nil)
    }
}
