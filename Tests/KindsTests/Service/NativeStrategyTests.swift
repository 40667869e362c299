import Model
import Testing

@testable import Kinds

@Suite("What a native strategy allows")
struct NativeStrategyTests {
    private static let advanced: Value = [
        "alternateTargetGroupArn": "arn:green", "productionListenerRule": "arn:rule", "roleArn": "arn:role",
    ]

    private func service(_ configuration: Value, _ advanced: Value? = advanced) -> Resource {
        var balancer: Value = ["targetGroupArn": "arn:blue", "containerName": "api", "containerPort": 3000]
        balancer["advancedConfiguration"] = advanced
        return .sample("Service", "api", ["deploymentConfiguration": configuration, "loadBalancers": [balancer]])
    }

    private func said(_ configuration: Value, _ advanced: Value? = advanced) -> [String] {
        NativeStrategy(service(configuration, advanced)).diagnostics
            .map { "\($0.severity == .error ? "" : "\($0.severity): ")\($0.path ?? ""): \($0.message)" }
    }

    @Test(
        "whatever AWS takes is let through",
        arguments: [
            ["strategy": "BLUE_GREEN", "bakeTimeInMinutes": 0],
            ["strategy": "LINEAR", "linearConfiguration": ["stepPercent": 3.0, "stepBakeTimeInMinutes": 1440]],
            ["strategy": "LINEAR", "linearConfiguration": ["stepPercent": 33.3]], ["strategy": "LINEAR"],
            ["strategy": "CANARY", "canaryConfiguration": ["canaryPercent": 0.1, "canaryBakeTimeInMinutes": 0]],
            ["strategy": "CANARY", "canaryConfiguration": ["canaryPercent": 100]],
        ] as [Value])
    func allowed(_ configuration: Value) { #expect(said(configuration) == []) }

    @Test(
        "numbers out of range, or finer than a tenth, are told with their place",
        arguments: [
            (
                ["strategy": "LINEAR", "linearConfiguration": ["stepPercent": 2.9]],
                "linearConfiguration/stepPercent: 2.9 is out of range"
            ),
            (
                ["strategy": "LINEAR", "linearConfiguration": ["stepPercent": 10.25]],
                "linearConfiguration/stepPercent: 10.25 is finer than ECS can split"
            ),
            (
                ["strategy": "LINEAR", "linearConfiguration": ["stepBakeTimeInMinutes": 1441]],
                "linearConfiguration/stepBakeTimeInMinutes: 1441 is out of range"
            ),
            (
                ["strategy": "CANARY", "canaryConfiguration": ["canaryPercent": 0]],
                "canaryConfiguration/canaryPercent: 0 is out of range"
            ),
            (
                ["strategy": "CANARY", "canaryConfiguration": ["canaryBakeTimeInMinutes": -1]],
                "canaryConfiguration/canaryBakeTimeInMinutes: -1 is out of range"
            ),
            (["strategy": "BLUE_GREEN", "bakeTimeInMinutes": 1441], "bakeTimeInMinutes: 1441 is out of range"),
            (["strategy": "BLUE_GREEN"], "bakeTimeInMinutes: BLUE_GREEN needs bakeTimeInMinutes"),
            (
                ["strategy": "LINEAR", "canaryConfiguration": ["canaryPercent": 5]],
                "canaryConfiguration: belongs to the strategy CANARY, this is LINEAR"
            ),
            (
                ["linearConfiguration": ["stepPercent": 5]],
                "linearConfiguration: belongs to the strategy LINEAR, this is ROLLING"
            ),
        ] as [(Value, String)])
    func refused(_ configuration: Value, _ text: String) {
        #expect(said(configuration) == ["/deploymentConfiguration/\(text)"])
    }

    @Test("percents play no part with a native strategy, hooks none with a rolling one")
    func idle() {
        let percents = said(["strategy": "BLUE_GREEN", "bakeTimeInMinutes": 5, "maximumPercent": 150])
        let why = "plays no part with BLUE_GREEN: all new tasks stand beside the old ones"
        #expect(percents == ["notice: /deploymentConfiguration/maximumPercent: \(why)"])
        let hook: Value = ["targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP"]]
        #expect(
            said(["lifecycleHooks": [hook]]) == [
                "notice: /deploymentConfiguration/lifecycleHooks: plays no part with ROLLING"
            ])
    }

    @Test("a native strategy needs the other target group, the rule and the role")
    func balancing() {
        let canary: Value = ["strategy": "CANARY"]
        let path = "/loadBalancers/0/advancedConfiguration"
        #expect(said(canary, nil) == ["\(path): CANARY needs advancedConfiguration"])
        #expect(
            said(canary, ["alternateTargetGroupArn": "arn:blue"]) == [
                "\(path)/productionListenerRule: CANARY needs productionListenerRule",
                "\(path)/roleArn: CANARY needs roleArn",
                "\(path)/alternateTargetGroupArn: is the target group itself",
            ])
        var both = Self.advanced
        both["testListenerRule"] = both["productionListenerRule"]
        #expect(said(canary, both) == ["\(path)/testListenerRule: is production's rule itself"])
    }

    @Test("no hook stands where ECS runs none, and each has what its kind needs")
    func hooks() {
        let path = "/deploymentConfiguration/lifecycleHooks/0"
        let hook: (Value) -> [String] = { said(["strategy": "CANARY", "lifecycleHooks": [$0]]) }
        #expect(
            hook(["targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP", "BAKE_TIME"]]) == [
                "\(path)/lifecycleStages: no hook runs at BAKE_TIME"
            ])
        #expect(hook(["targetType": "PAUSE", "lifecycleStages": []]) == ["\(path)/lifecycleStages: names no stage"])
        #expect(
            hook(["lifecycleStages": ["PRE_SCALE_UP"], "hookTargetArn": "arn:lambda"]) == [
                "\(path)/roleArn: a hook that calls a function needs roleArn"
            ])
        #expect(
            hook(["targetType": "PAUSE", "lifecycleStages": ["PRE_SCALE_UP"], "roleArn": "arn:role"]) == [
                "\(path)/roleArn: a PAUSE hook calls nothing"
            ])
    }
}
