import Model

/// Task definitions of one to three containers, the first of which has the port that requests come to.
enum TaskDefinitionFields {
    static let port = 3000

    static func all(logGroup: String, containers: Int, _ family: String) -> [Field] {
        let names = ["app", "sidecar", "agent"].prefix(containers)
        return task(family) + volumes
            + names.enumerated().flatMap { index, name in
                (container(name, isFirst: index == 0, logGroup) + (index == 0 ? [] : dependency))
                    .below(FieldPath(["containerDefinitions", String(index)]))
            } + Field.tags
    }

    private static func task(_ family: String) -> [Field] {
        [
            .fixed("/family", .string(family), share: 40), .fixed("/networkMode", "bridge", share: 50),
            .one("/requiresCompatibilities", 50, of: [["EC2"]]),
            .one("/taskRoleArn", 50, of: ["demo-api-task", "demo-api-execution"].map { .string("\(role)\($0)") }),
            .one("/executionRoleArn", 50, of: ["demo-api-execution", "demo-api-task"].map { .string("\(role)\($0)") }),
            .one("/cpu", 40, of: ["256", ".25 vCPU", "512", ".5 vCPU"]),
            .one("/memory", 40, of: ["1024", "1GB", "1536", "1.5 GB"]),
            .one("/pidMode", 15, of: ["host", "task"]), .one("/ipcMode", 15, of: ["host", "task", "none"]),
            .fixed("/runtimePlatform/cpuArchitecture", "X86_64", share: 30),
            .fixed("/runtimePlatform/operatingSystemFamily", "LINUX", share: 30),
            .one(
                "/placementConstraints", 20,
                of: [
                    [["type": "memberOf", "expression": "attribute:ecs.os-type == linux"]],
                    [["type": "memberOf", "expression": "attribute:ecs.os-type in [linux]"]],
                ]),
            .flag("/enableFaultInjection", 10),
        ]
    }

    private static let role = "arn:aws:iam::123456789012:role/"

    private static let volumes: [Field] = [
        .fixed("/volumes/0/name", "data"), .word("/volumes/0/efsVolumeConfiguration/fileSystemId", 40, "fs-"),
        Field("/volumes/0/efsVolumeConfiguration/rootDirectory", 30) { chance, spec in
            isEFS(spec) ? chance.pick(["/", "/data"]) : nil
        },
        Field("/volumes/0/efsVolumeConfiguration/transitEncryption", 30) { chance, spec in
            isEFS(spec) ? chance.pick(["ENABLED", "DISABLED"]) : nil
        },
        .fixed("/volumes/1/name", "cache"),
        Field("/volumes/1/host/sourcePath", 40) { chance, spec in
            spec[FieldPath("/volumes/1/dockerVolumeConfiguration")] == nil ? .string("/" + chance.word()) : nil
        },
        Field("/volumes/1/dockerVolumeConfiguration/scope", 30) { chance, spec in
            spec[FieldPath("/volumes/1/host")] == nil ? chance.pick(["task", "shared"]) : nil
        },
    ]

    private static func isEFS(_ spec: Value) -> Bool {
        spec[FieldPath("/volumes/0/efsVolumeConfiguration/fileSystemId")] != nil
    }

    private static let dependency: [Field] = [
        .one("/dependsOn", 40, of: [[["containerName": "app", "condition": "START"]]]),
        .one("/volumesFrom", 20, of: [[["sourceContainer": "app"]], [["sourceContainer": "app", "readOnly": true]]]),
        .one("/links", 15, of: [["app"]]),
    ]

    private static func container(_ name: String, isFirst: Bool, _ logGroup: String) -> [Field] {
        [
            .fixed("/name", .string(name)), .word("/image", 100, "registry.example.org/app:"),
            .one("/essential", 30, of: isFirst ? [true] : [true, false]), .one("/cpu", 50, of: [0, 64, 128, 256]),
            .number("/memory", 100, 128...256), .number("/memoryReservation", 50, 4...128),
            .one("/command", 30, of: [["serve"], ["serve", "--port", "3000"], ["serve", "--port=3000"]]),
            .one("/entryPoint", 20, of: [["/bin/sh", "-c"], ["/init"]]), .word("/workingDirectory", 20, "/"),
            .word("/user", 20), .number("/stopTimeout", 30, 2...120), .number("/startTimeout", 20, 2...120),
            .flag("/readonlyRootFilesystem", 20), .flag("/privileged", 10), .flag("/interactive", 10),
            .flag("/pseudoTerminal", 10), .flag("/disableNetworking", 5),
            .one("/versionConsistency", 10, of: ["enabled", "disabled"]),
        ] + (isFirst ? ports : []) + environment + checks + lists + logs(logGroup)
    }

    private static let ports: [Field] = [
        .fixed("/portMappings/0/containerPort", .integer(port)), .fixed("/portMappings/0/hostPort", 0, share: 50),
        .fixed("/portMappings/0/protocol", "tcp", share: 50), .word("/portMappings/0/name", 30),
        .one("/portMappings/0/appProtocol", 20, of: ["http", "http2", "grpc"]),
    ]

    private static let environment: [Field] = [
        Field("/environment", 60) { chance, _ in
            .list(
                chance.some(["PORT", "LEVEL", "MODE"]).map { ["name": .string($0), "value": .string(chance.text())] })
        },
        Field("/secrets", 40) { chance, _ in
            .list(
                chance.some(["DATABASE_URL", "API_KEY"]).map { name in
                    ["name": .string(name), "valueFrom": .string("/demo/" + chance.word())]
                })
        },
        .one(
            "/environmentFiles", 15,
            of: [
                [["type": "s3", "value": "arn:aws:s3:::demo/a.env"]],
                [["type": "s3", "value": "arn:aws:s3:::demo/b.env"]],
            ]),
    ]

    private static let checks: [Field] =
        [
            .one("/healthCheck/command", 30, of: [["CMD-SHELL", "exit 0"], ["CMD", "/healthy"]])
        ]
        + [("interval", 5...300), ("timeout", 2...60), ("retries", 1...10), ("startPeriod", 0...300)].map {
            name, range in
            Field(FieldPath(["healthCheck", name]), 40) { chance, spec in
                spec["healthCheck"]?["command"] == nil ? nil : .integer(chance.draw(range))
            }
        }

    private static let lists: [Field] = [
        .one(
            "/mountPoints", 30,
            of: [
                [["sourceVolume": "data", "containerPath": "/data"]],
                [
                    ["sourceVolume": "data", "containerPath": "/data", "readOnly": true],
                    ["sourceVolume": "cache", "containerPath": "/c"],
                ],
            ]),
        .one(
            "/ulimits", 30,
            of: [
                [["name": "nofile", "softLimit": 1024, "hardLimit": 4096]],
                [
                    ["name": "nproc", "softLimit": 10, "hardLimit": 10],
                    ["name": "nofile", "softLimit": 1, "hardLimit": 2],
                ],
            ]),
        .one(
            "/extraHosts", 20,
            of: [[["hostname": "db", "ipAddress": "10.0.0.9"]], [["hostname": "db", "ipAddress": "10.0.0.8"]]]),
        .one("/systemControls", 15, of: [[["namespace": "net.core.somaxconn", "value": "1024"]]]),
        .one("/dnsServers", 15, of: [["10.0.0.2"], ["10.0.0.3", "10.0.0.2"]]),
        .one("/dockerLabels", 30, of: [["app": "web"], ["app": "api", "count": "3"]]),
        .one("/dnsSearchDomains", 10, of: [["a.internal"], ["b.internal", "a.internal"]]), .word("/hostname", 15),
        .one("/dockerSecurityOptions", 10, of: [["no-new-privileges"]]),
        .one("/linuxParameters/capabilities/drop", 15, of: [["MKNOD"], ["CHOWN", "MKNOD"]]),
        .one(
            "/linuxParameters/devices", 10,
            of: [[["hostPath": "/dev/fuse"]], [["hostPath": "/dev/fuse", "permissions": ["read"]]]]),
        .one(
            "/repositoryCredentials/credentialsParameter", 15,
            of: [
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a",
                "arn:aws:secretsmanager:eu-west-1:123456789012:secret:b",
            ]),
        .one("/linuxParameters/capabilities/add", 15, of: [["SYS_PTRACE"], ["NET_ADMIN", "SYS_PTRACE"]]),
        .flag("/linuxParameters/initProcessEnabled", 20), .number("/linuxParameters/sharedMemorySize", 15, 1...64),
        .one("/linuxParameters/tmpfs", 15, of: [[["containerPath": "/tmp", "size": 64, "mountOptions": ["rw"]]]]),
        Field("/restartPolicy/enabled", 15, isEdited: false) { _, _ in true },
        Field("/restartPolicy/restartAttemptPeriod", 50) { chance, spec in
            spec["restartPolicy"] == nil ? nil : .integer(chance.draw(60...1800))
        },
    ]

    private static func logs(_ group: String) -> [Field] {
        let options: FieldPath = "/logConfiguration/options"
        return [
            Field("/logConfiguration/logDriver", 60, isEdited: false) { chance, _ in
                chance.pick(["awslogs", "json-file"])
            },
            option(options.appending("awslogs-group"), "awslogs", 100, [.string(group)]),
            option(options.appending("awslogs-region"), "awslogs", 100, ["eu-west-1"]),
            option(options.appending("awslogs-stream-prefix"), "awslogs", 100, ["a", "b", "c"]),
            option(options.appending("mode"), "awslogs", 30, ["blocking", "non-blocking"]),
            option(options.appending("max-file"), "json-file", 50, [3, "5"]),
        ]
    }

    private static func option(_ path: FieldPath, _ driver: Value, _ share: Int, _ values: [Value]) -> Field {
        Field(path, share) { chance, spec in
            spec["logConfiguration"]?["logDriver"] == driver ? chance.pick(values) : nil
        }
    }
}
