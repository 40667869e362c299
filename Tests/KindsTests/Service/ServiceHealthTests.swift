import Model
import Testing

@testable import Kinds

@Suite("A service's health")
struct ServiceHealthTests {
    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let deployments: [Value]
        var running = 4
        let expected: Health
    }

    private static func deployment(
        _ revision: Int, _ state: String?, running: Int = 4, status: String = "PRIMARY", why: String? = nil
    ) -> Value {
        var deployment: Value = [
            "status": .string(status), "desiredCount": 4, "runningCount": .integer(running),
            "taskDefinition": .string("arn:aws:ecs:eu-west-1:1:task-definition/api:\(revision)"),
        ]
        deployment["rolloutState"] = state.map { .string($0) }
        deployment["rolloutStateReason"] = why.map { .string($0) }
        return deployment
    }

    private static let cases = [
        Case(testDescription: "completed", deployments: [deployment(42, "COMPLETED")], expected: .healthy),
        Case(testDescription: "one deployment without a state", deployments: [deployment(42, nil)], expected: .healthy),
        Case(
            testDescription: "rolling out", deployments: [deployment(42, "IN_PROGRESS", running: 2)],
            expected: Health(.progressing, .rollingOut, "revision 42: new 2/4 running")),
        Case(
            testDescription: "two deployments without states",
            deployments: [deployment(42, nil, running: 2), deployment(41, nil, status: "ACTIVE")],
            expected: Health(.progressing, .rollingOut, "revision 42: new 2/4 running; old 4 running")),
        Case(
            testDescription: "one task is missing", deployments: [deployment(42, "COMPLETED", running: 3)], running: 3,
            expected: Health(.progressing, .waiting, "revision 42: 3/4 running")),
        Case(
            testDescription: "failed without rollback",
            deployments: [deployment(42, "FAILED", running: 0, why: "tasks failed to start")],
            expected: Health(.degraded, .rolloutFailed, "revision 42 failed: tasks failed to start")),
        Case(
            testDescription: "rolled back, both shown",
            deployments: [
                deployment(41, "IN_PROGRESS"), deployment(42, "FAILED", status: "ACTIVE", why: "tasks failed to start"),
            ], expected: Health(.degraded, .rolledBack, "revision 42 was rolled back to 41: tasks failed to start")),
        Case(
            testDescription: "rolled back, only the old one shown",
            deployments: [
                deployment(41, "IN_PROGRESS", why: "circuit breaker: rolling back to deploymentId ecs-svc/1.")
            ],
            expected: Health(
                .degraded, .rolledBack,
                "revision 42 was rolled back to 41: circuit breaker: rolling back to deploymentId ecs-svc/1.")),
        Case(
            testDescription: "not sent yet", deployments: [deployment(41, "COMPLETED")],
            expected: Health(.progressing, .updating, "revision 42 is wanted, 41 is deployed")),
        Case(
            testDescription: "no deployment", deployments: [],
            expected: Health(.unknown, .waiting, "ECS shows no deployment of the service yet")),
    ]

    @Test("what ECS shows is what a person is told", arguments: cases)
    private func health(_ example: Case) {
        let resource = Resource.sample("Service", "api", ["taskDefinition": "api:42"])
        let detail: Value = [
            "desiredCount": 4, "runningCount": .integer(example.running),
            "deployments": .list(example.deployments),
        ]
        #expect(Service.health(of: resource, live: Live(spec: [:], detail: detail)) == example.expected)
    }

    @Test("a revision that is not registered yet is on its way")
    func unknownRevision() {
        let spec: Value = ["taskDefinition": .reference(ResourceID("TaskDefinition", "api"), "arn")]
        let live = Live(spec: [:], detail: ["deployments": [Self.deployment(41, "COMPLETED")]])
        #expect(Service.health(of: .sample("Service", "api", spec), live: live).status == .progressing)
    }
}
