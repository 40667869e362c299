import Model

extension LiveState {
    mutating func makeServices() async throws {
        try await call("logs", "CreateLogGroup", ["logGroupName": "/ecs/Legacy"])
        if chance.has(50) {
            try await call("logs", "PutRetentionPolicy", ["logGroupName": "/ecs/Legacy", "retentionInDays": 14])
        }
        try await call(
            "cloudwatch", "PutMetricAlarm",
            [
                "alarmName": "Legacy errors", "namespace": "Legacy", "metricName": "Errors", "statistic": "Sum",
                "period": 60,
                "evaluationPeriods": 2, "threshold": 5, "comparisonOperator": "GreaterThanThreshold",
                "treatMissingData": "notBreaching",
            ])
        for name in ["Web_App", "worker", "Night-agent"] {
            for _ in 0..<chance.draw(1...2) { try await call("ecs", "RegisterTaskDefinition", definition(name)) }
        }
        try await call("ecs", "CreateService", web())
        try await call("ecs", "CreateService", worker())
        guard chance.has(50) else { return }
        try await call(
            "ecs", "CreateService",
            [
                "cluster": .string(Self.cluster), "serviceName": "Night-agent", "taskDefinition": "Night-agent",
                "schedulingStrategy": "DAEMON", "launchType": "EC2",
            ])
    }

    private mutating func definition(_ family: String) -> Value {
        var container: Value = [
            "name": "main", "image": .string("registry.example.org/legacy:" + chance.word()), "memory": 64,
            "logConfiguration": [
                "logDriver": "awslogs", "options": ["awslogs-group": "/ecs/Legacy", "awslogs-region": "eu-west-1"],
            ],
        ]
        if family == "Web_App" {
            container["portMappings"] = [
                chance.pick([["containerPort": 80], ["containerPort": 80, "protocol": "tcp"]])
            ]
        }
        may(40, "cpu", [0, 10], in: &container)
        may(40, "essential", [true], in: &container)
        may(
            40, "environment",
            [
                [["name": "MODE", "value": ""]],
                [["name": "B", "value": "0x1F"], ["name": "A", "value": "a: b # c"]],
            ], in: &container)
        may(30, "dockerLabels", [["Team.Name": "core"]], in: &container)
        may(30, "ulimits", [[["name": "nofile", "softLimit": 1024, "hardLimit": 4096]]], in: &container)
        may(
            30, "healthCheck", [["command": ["CMD", "true"]], ["command": ["CMD-SHELL", "exit 0"], "retries": 5]],
            in: &container)
        may(20, "linuxParameters", [["initProcessEnabled": true], ["capabilities": ["drop": ["ALL"]]]], in: &container)
        may(20, "secrets", [[["name": "KEY", "valueFrom": "/demo-api/registry"]]], in: &container)
        var definition: Value = ["family": .string(family), "containerDefinitions": [container]]
        may(30, "taskRoleArn", ["arn:aws:iam::123456789012:role/demo-api-task"], in: &definition)
        may(30, "executionRoleArn", ["arn:aws:iam::123456789012:role/demo-api-execution"], in: &definition)
        may(
            20, "volumes", [[["name": "scratch"]], [["name": "data", "host": ["sourcePath": "/data"]]]], in: &definition
        )
        may(20, "requiresCompatibilities", [["EC2"]], in: &definition)
        may(20, "networkMode", ["bridge"], in: &definition)
        definition["tags"] = tags()
        return definition
    }

    private mutating func web() -> Value {
        var service = service("Web_App")
        service["loadBalancers"] = [["targetGroupArn": targetGroups[0], "containerName": "main", "containerPort": 80]]
        may(40, "healthCheckGracePeriodSeconds", [0, 60], in: &service)
        return service
    }

    private mutating func worker() -> Value {
        var service = service("worker")
        may(
            30, "placementConstraints",
            [[["type": "memberOf", "expression": "attribute:ecs.os-type == linux"]]], in: &service)
        may(20, "taskDefinition", ["worker:1"], in: &service)
        return service
    }

    /// On its cluster's capacity provider, by name or by default, or on whatever instances there are.
    private mutating func service(_ name: String) -> Value {
        var service: Value = [
            "cluster": .string(Self.cluster), "serviceName": .string(name), "taskDefinition": .string(name),
            "desiredCount": .integer(chance.draw(0...2)), "tags": tags(),
        ]
        let strategy: Value = [["capacityProvider": .string(provider ?? ""), "weight": 1]]
        switch chance.draw(0...2) {
        case 0 where provider != nil: service["capacityProviderStrategy"] = strategy
        case 1: service["launchType"] = "EC2"
        default: break
        }
        may(
            60, "deploymentConfiguration",
            [
                ["minimumHealthyPercent": 0, "maximumPercent": 150], ["maximumPercent": 200],
                ["deploymentCircuitBreaker": ["enable": true, "rollback": false]],
                ["deploymentCircuitBreaker": ["enable": false, "rollback": false], "minimumHealthyPercent": 50],
                ["alarms": ["alarmNames": ["Legacy errors"], "enable": true, "rollback": false]],
            ], in: &service)
        may(40, "enableECSManagedTags", [true, false], in: &service)
        may(30, "propagateTags", ["SERVICE", "TASK_DEFINITION", "NONE"], in: &service)
        may(30, "enableExecuteCommand", [true, false], in: &service)
        may(
            50, "placementStrategy",
            [
                [["type": "binpack", "field": "CPU"]], [["type": "spread", "field": "host"]], [["type": "random"]],
                [
                    ["type": "spread", "field": "attribute:ecs.availability-zone"],
                    ["type": "spread", "field": "instanceId"],
                ],
            ], in: &service)
        return service
    }
}
