import Model
import Simulation

extension DeploymentSettings {
    /// `deploymentConfiguration` as AWS reads it back, all defaults filled in.
    var shown: Value {
        var members: [String: Value] = [
            "strategy": .string(strategyName), "bakeTimeInMinutes": .integer(bakeTime?.wholeMinutes ?? 0),
            "maximumPercent": .integer(maximumPercent), "minimumHealthyPercent": .integer(minimumHealthyPercent),
            "deploymentCircuitBreaker": circuitBreaker.shown,
            "alarms": [
                "alarmNames": .list(alarms.names.map { .string($0) }), "enable": .bool(alarms.enable),
                "rollback": .bool(alarms.rollback),
            ],
        ]
        if !hooks.isEmpty { members["lifecycleHooks"] = .list(hooks.map(\.shown)) }
        switch strategy {
        case .linear(let permille, let bake):
            members["linearConfiguration"] = [
                "stepPercent": Value(.number(Double(permille) / 10)),
                "stepBakeTimeInMinutes": .integer(bake.wholeMinutes),
            ]
        case .canary(let permille, let bake):
            members["canaryConfiguration"] = [
                "canaryPercent": Value(.number(Double(permille) / 10)),
                "canaryBakeTimeInMinutes": .integer(bake.wholeMinutes),
            ]
        default: break
        }
        return .object(members)
    }
}

extension DeploymentSettings.CircuitBreaker {
    fileprivate var shown: Value {
        [
            "enable": .bool(enable), "rollback": .bool(rollback), "resetOnHealthyTask": .bool(resetOnHealthyTask),
            "thresholdConfiguration": [
                "type": .string(thresholdType.rawValue), "value": .integer(thresholdValue),
            ],
        ]
    }
}
