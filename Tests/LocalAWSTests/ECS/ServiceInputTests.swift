import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS service settings in requests")
struct ServiceInputTests {
    private let cluster: Cluster
    private let bridge: TaskDefinition
    private let awsvpc: TaskDefinition

    init() throws {
        var rig = ECSRig()
        try rig.call("CreateCluster")
        try rig.register("api", ["portMappings": [["containerPort": 80]]])
        try rig.call(
            "RegisterTaskDefinition",
            ["family": "vpc", "networkMode": "awsvpc", "containerDefinitions": [ECSRig.container()]])
        let id = try #require(rig.world.ecs.clusterNames["default"])
        cluster = try #require(rig.world.ecs.clusters[id])
        bridge = try #require(rig.world.ecs.taskDefinitions["api:1"])
        awsvpc = try #require(rig.world.ecs.taskDefinitions["vpc:1"])
    }

    private func created(_ input: Value) throws -> ServiceSettings {
        var input = input
        if input["desiredCount"] == nil { input["desiredCount"] = 2 }
        return try ServiceSettings(creating: input, bridge, in: cluster)
    }

    private func refusal(_ input: Value) -> Refusal? {
        do throws(Refusal) {
            _ = try ServiceSettings(creating: input, bridge, in: cluster)
            return nil
        } catch {
            return error
        }
    }

    @Test("a service has AWS's defaults")
    func defaults() throws {
        let settings = try created(.emptyObject)
        #expect(settings.taskDefinition == "api:1")
        #expect(settings.launchType == "EC2")
        #expect(settings.scheduling == .replica)
        #expect(settings.rebalancesZones)
        #expect(settings.deployment == DeploymentSettings())
        #expect(
            settings.deployment.shown == [
                "strategy": "ROLLING", "bakeTimeInMinutes": 0, "maximumPercent": 200, "minimumHealthyPercent": 100,
                "alarms": ["alarmNames": [], "enable": false, "rollback": false],
                "deploymentCircuitBreaker": [
                    "enable": false, "rollback": false, "resetOnHealthyTask": true,
                    "thresholdConfiguration": ["type": "BOUNDED_PERCENT", "value": 50],
                ],
            ])
    }

    @Test("zones are not rebalanced where AWS cannot, unless a request insists, which is refused")
    func rebalancing() throws {
        let tight: Value = ["minimumHealthyPercent": 50, "maximumPercent": 100]
        #expect(try !created(["deploymentConfiguration": tight]).rebalancesZones)
        let packed: Value = ["placementStrategy": [["type": "binpack", "field": "memory"]]]
        #expect(try !created(packed).rebalancesZones)
        let insisting: Value = [
            "deploymentConfiguration": tight, "availabilityZoneRebalancing": "ENABLED", "desiredCount": 1,
        ]
        #expect(refusal(insisting)?.code == "InvalidParameterException")
    }

    @Test("placement fields read back as AWS spells them")
    func placement() throws {
        let settings = try created([
            "placementStrategy": [
                ["type": "spread", "field": "host"], ["type": "binpack", "field": "cpu"], ["type": "random"],
            ]
        ])
        let rows = settings.placementStrategy.map(\.shown)
        #expect(
            rows == [
                ["type": "spread", "field": "instanceId"], ["type": "binpack", "field": "CPU"], ["type": "random"],
            ])
    }

    @Test("what an update leaves out of deploymentConfiguration stays")
    func merged() throws {
        let live = try created([
            "deploymentConfiguration": [
                "maximumPercent": 150,
                "deploymentCircuitBreaker": [
                    "enable": true, "rollback": true, "thresholdConfiguration": ["type": "COUNT", "value": 7],
                ],
            ]
        ])
        let update: Value = [
            "deploymentConfiguration": [
                "minimumHealthyPercent": 50, "deploymentCircuitBreaker": ["enable": true, "rollback": false],
            ]
        ]
        let settings = try live.overlaid(with: update, bridge, in: cluster).deployment
        #expect(settings.maximumPercent == 150)
        #expect(settings.minimumHealthyPercent == 50)
        #expect(!settings.circuitBreaker.rollback)
        #expect(settings.circuitBreaker.thresholdType == .count)
        #expect(settings.circuitBreaker.thresholdValue == 7)
    }

    @Test("an empty list in an update clears, a missing one keeps")
    func cleared() throws {
        let live = try created([
            "placementStrategy": [["type": "random"]], "placementConstraints": [["type": "distinctInstance"]],
            "serviceRegistries": [["registryArn": "r"]],
        ])
        let kept = try live.overlaid(with: ["desiredCount": 3], bridge, in: cluster)
        #expect(kept.placementStrategy == live.placementStrategy)
        #expect(kept.passed == live.passed)
        #expect(kept.desiredCount == 3)
        let update: Value = ["placementStrategy": [], "placementConstraints": [], "serviceRegistries": []]
        let cleared = try live.overlaid(with: update, bridge, in: cluster)
        #expect(cleared.placementStrategy == [])
        #expect(cleared.placementConstraints == [])
        #expect(cleared.passed == [:])
    }

    @Test("native strategies have AWS's defaults and keep their steps over updates")
    func strategies() throws {
        let live = try created(["deploymentConfiguration": ["strategy": "LINEAR"]])
        #expect(live.deployment.strategy == .linear(stepPermille: 100, bake: .minutes(6)))
        let update: Value = ["deploymentConfiguration": ["linearConfiguration": ["stepPercent": 25]]]
        let settings = try live.overlaid(with: update, bridge, in: cluster)
        #expect(settings.deployment.strategy == .linear(stepPermille: 250, bake: .minutes(6)))
    }

    @Test(
        "what AWS refuses is refused in its words",
        arguments: [
            (
                ["desiredCount": 1, "loadBalancers": [["targetGroupArn": "t", "containerName": "x"]]],
                "The container x does not exist in the task definition."
            ),
            (
                [
                    "desiredCount": 1,
                    "loadBalancers": [["targetGroupArn": "t", "containerName": "app", "containerPort": 81]],
                ],
                "The container app did not have a container port 81 defined."
            ),
            (
                [
                    "desiredCount": 1,
                    "networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-1"]]],
                ],
                "Network Configuration is not valid for the given networkMode of this task definition."
            ),
            (
                [
                    "desiredCount": 1, "launchType": "EC2",
                    "capacityProviderStrategy": [["capacityProvider": "spot", "weight": 1]],
                ],
                "Specifying both a launch type and capacity provider strategy is not supported. "
                    + "Remove one and try again."
            ),
            (["desiredCount": 1, "launchType": "FARGATE"], "Task definition does not support launch_type FARGATE."),
            (.emptyObject, "DesiredCount is missing"),
            (
                ["schedulingStrategy": "DAEMON", "desiredCount": 1],
                "The daemon scheduling strategy does not support a desired count for services. "
                    + "Remove the desired count value and try again"
            ),
        ] as [(Value, String)])
    func refused(input: Value, text: String) {
        #expect(refusal(input) == Refusal("InvalidParameterException", text))
    }

    @Test("awsvpc needs a network configuration, whose defaults are filled in")
    func network() throws {
        #expect(throws: Refusal.self) { try ServiceSettings(creating: ["desiredCount": 1], awsvpc, in: cluster) }
        let input: Value = [
            "desiredCount": 1, "networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-1"]]],
        ]
        let vpc = try ServiceSettings(creating: input, awsvpc, in: cluster)
            .passed["networkConfiguration"]?["awsvpcConfiguration"]
        #expect(vpc == ["subnets": ["subnet-1"], "securityGroups": [], "assignPublicIp": "DISABLED"])
    }

    @Test("a daemon goes with 0 and 100 percent, and no other maximum")
    func daemon() throws {
        let settings = try ServiceSettings(creating: ["schedulingStrategy": "DAEMON"], bridge, in: cluster)
        #expect(settings.deployment.minimumHealthyPercent == 0)
        #expect(settings.deployment.maximumPercent == 100)
        #expect(!settings.rebalancesZones)
        let wide: Value = ["schedulingStrategy": "DAEMON", "deploymentConfiguration": ["maximumPercent": 150]]
        #expect(refusal(wide)?.code == "InvalidParameterException")
    }
}
