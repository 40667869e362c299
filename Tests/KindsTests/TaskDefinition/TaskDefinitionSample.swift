import Model

extension KindSample {
    static let taskDefinition = KindSample(
        resource: .sample("TaskDefinition", "api", taskDefinitionSpec), services: { [FakeTaskDefinitions()] },
        changes: [
            SampleChange(
                "/containerDefinitions/0/image", "registry.example.org/api:8",
                found: ["/containerDefinitions/api/image"], .rollsTasks, register),
            SampleChange(
                "/containerDefinitions/0/memory", 768, found: ["/containerDefinitions/api/memory"], .rollsTasks,
                register),
            SampleChange(
                "/containerDefinitions/0/memoryReservation", nil,
                found: ["/containerDefinitions/api/memoryReservation"], .rollsTasks, register),
            SampleChange(
                "/containerDefinitions/0/environment/0/value", "debug",
                found: ["/containerDefinitions/api/environment/LOG_LEVEL/value"], .rollsTasks, register),
            SampleChange(
                "/containerDefinitions/0/environment/1", nil,
                found: ["/containerDefinitions/api/environment/PORT"], .rollsTasks, register),
            SampleChange(
                "/containerDefinitions/0/portMappings/0/containerPort", 3001,
                found: [
                    ["containerDefinitions", "api", "portMappings", "3000/tcp"],
                    ["containerDefinitions", "api", "portMappings", "3001/tcp"],
                ].map { FieldPath($0) }, .rollsTasks, register),
            SampleChange("/containerDefinitions/0/essential", true, found: [], []),
            SampleChange("/containerDefinitions/0/portMappings/0/protocol", "tcp", found: [], []),
            SampleChange("/networkMode", "bridge", found: [], []),
            SampleChange(
                "/containerDefinitions/0/stopTimeout", nil, found: ["/containerDefinitions/api/stopTimeout"],
                .rollsTasks, register),
            SampleChange("/taskRoleArn", "arn:aws:iam::123456789012:role/other", .rollsTasks, register),
            SampleChange(
                "/volumes/0/efsVolumeConfiguration/rootDirectory", "/shared",
                found: ["/volumes/data/efsVolumeConfiguration/rootDirectory"], .rollsTasks, register),
            SampleChange("/cpu", "512", .rollsTasks, register),
            SampleChange("/tags/team", "web", .rollsTasks, register),
        ])

    private static let register = ["RegisterTaskDefinition"]

    static let taskDefinitionSpec: Value = [
        "requiresCompatibilities": ["EC2"], "cpu": "1024", "memory": "2048",
        "executionRoleArn": "arn:aws:iam::123456789012:role/execution",
        "taskRoleArn": "arn:aws:iam::123456789012:role/api", "tags": ["team": "core"],
        "volumes": [
            [
                "name": "data",
                "efsVolumeConfiguration": ["fileSystemId": "fs-1", "transitEncryption": "ENABLED"],
            ]
        ],
        "placementConstraints": [["type": "memberOf", "expression": "attribute:ecs.os-type == linux"]],
        "containerDefinitions": [container, sidecar],
    ]

    private static let container: Value = [
        "name": "api", "image": "registry.example.org/api:7", "cpu": 256, "memory": 512, "memoryReservation": 256,
        "command": ["serve"], "stopTimeout": 60, "portMappings": [["containerPort": 3000, "hostPort": 0]],
        "environment": [["name": "LOG_LEVEL", "value": "info"], ["name": "PORT", "value": "3000"]],
        "secrets": [
            ["name": "DB", "valueFrom": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"],
            ["name": "KEY", "valueFrom": "/api/key"],
        ],
        "healthCheck": ["command": ["CMD-SHELL", "curl -f http://localhost:3000/health"], "startPeriod": 10],
        "mountPoints": [["sourceVolume": "data", "containerPath": "/data"]],
        "ulimits": [["name": "nofile", "softLimit": 1024, "hardLimit": 4096]],
        "dockerLabels": ["app": "api"],
        "logConfiguration": [
            "logDriver": "awslogs",
            "options": [
                "awslogs-group": "/ecs/api", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "api",
            ],
        ],
    ]

    private static let sidecar: Value = [
        "name": "proxy", "image": "registry.example.org/proxy:2", "essential": false, "memoryReservation": 64,
        "dependsOn": [["containerName": "api", "condition": "HEALTHY"]],
    ]
}
