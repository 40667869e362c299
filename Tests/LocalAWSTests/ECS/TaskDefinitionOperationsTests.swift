import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS task definitions")
struct TaskDefinitionOperationsTests {
    @Test("AWS's defaults are filled in, and every registration is a new revision")
    func defaults() throws {
        var rig = ECSRig()
        let first = try rig.register("api", ["portMappings": [["containerPort": 80]]])
        #expect(first["revision"] == 1)
        #expect(first["taskDefinitionArn"] == "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:1")
        #expect(first["networkMode"] == "bridge")
        #expect(first["volumes"] == [])
        #expect(first["requiresCompatibilities"] == nil)
        let container = first["containerDefinitions"]?.list?.first
        #expect(container?["cpu"] == 0)
        #expect(container?["essential"] == true)
        #expect(container?["environment"] == [])
        #expect(container?["portMappings"] == [["containerPort": 80, "hostPort": 0, "protocol": "tcp"]])
        #expect(try rig.register("api", ["portMappings": [["containerPort": 80]]])["revision"] == 2)
    }

    @Test("host ports are the container's own in awsvpc and host mode")
    func ports() throws {
        for mode in ["awsvpc", "host"] {
            let shown = try TaskDefinitionInput.shown([
                "family": "api", "networkMode": .string(mode),
                "containerDefinitions": [ECSRig.container("app", ["portMappings": [["containerPort": 80]]])],
            ])
            let ports = shown["containerDefinitions"]?.list?.first?["portMappings"]
            #expect(ports == [["containerPort": 80, "hostPort": 80, "protocol": "tcp"]])
        }
    }

    @Test(
        "sizes read back as plain numbers",
        arguments: [
            ["1 vCPU", "1GB", "1024", "1024"], [".5 vcpu", "0.5 GB", "512", "512"], ["256", "512", "256", "512"],
        ])
    func sizes(texts: [String]) throws {
        let shown = try TaskDefinitionInput.shown([
            "family": "api", "cpu": .string(texts[0]), "memory": .string(texts[1]),
            "containerDefinitions": [["name": "app", "image": "nginx"]],
        ])
        #expect(shown["cpu"] == .string(texts[2]))
        #expect(shown["memory"] == .string(texts[3]))
    }

    @Test("the scheduler's plan follows from what is shown")
    func plan() throws {
        var rig = ECSRig()
        let check: Value = ["command": ["CMD", "true"], "startPeriod": 20]
        try rig.register(
            "api",
            [
                "memoryReservation": 64, "cpu": 100, "healthCheck": check, "stopTimeout": 60,
                "portMappings": [["containerPort": 80, "hostPort": 8080]],
            ])
        let plan = try #require(rig.world.ecs.taskDefinitions["api:1"]).plan
        #expect(plan.cpu == 100)
        #expect(plan.memory == 64)
        let container = try #require(plan.containers.first)
        #expect(container.healthCheck?.interval == .seconds(30))
        #expect(container.healthCheck?.retries == 3)
        #expect(container.healthCheck?.startPeriod == .seconds(20))
        #expect(container.stopTimeout == .seconds(60))
        #expect(container.ports.map(\.container) == [80])
        #expect(container.ports.map(\.host) == [8080])
    }

    @Test(
        "what AWS refuses in containers is refused in its words",
        arguments: [
            (["name": "app", "image": "nginx"], "Invalid setting for container 'app'. At least one of 'memory'"),
            (["image": "nginx", "memory": 128], "Container.name should not be null or empty."),
            (["name": "app", "memory": 128], "Container.image should not be null or empty."),
            (["name": "app", "image": "nginx", "memory": 3], "Invalid setting for container 'app'."),
            (
                ["name": "app", "image": "nginx", "memory": 128, "mountPoints": [["sourceVolume": "data"]]],
                "Unknown volume 'data'."
            ),
        ] as [(Value, String)])
    func refused(container: Value, text: String) throws {
        var rig = ECSRig()
        let refusal = try rig.refusal(
            "RegisterTaskDefinition", ["family": "api", "containerDefinitions": [container]])
        #expect(refusal?.code == "ClientException")
        #expect(refusal?.message.hasPrefix(text) == true)
        #expect(rig.world.ecs.families == [])
    }

    @Test("ports that differ in awsvpc, doubled names and Fargate's wrong pid mode are refused")
    func refusedTogether() throws {
        var rig = ECSRig()
        let mapped = ECSRig.container("app", ["portMappings": [["containerPort": 80, "hostPort": 81]]])
        let inputs: [Value] = [
            ["family": "api", "networkMode": "awsvpc", "containerDefinitions": [mapped]],
            ["family": "api", "containerDefinitions": [ECSRig.container(), ECSRig.container()]],
            [
                "family": "api", "requiresCompatibilities": ["FARGATE"], "pidMode": "host",
                "containerDefinitions": [ECSRig.container()],
            ],
            ["family": "a b", "containerDefinitions": [ECSRig.container()]],
        ]
        for input in inputs { #expect(try rig.refusal("RegisterTaskDefinition", input)?.code == "ClientException") }
    }

    @Test("a family means its newest ACTIVE revision, and numbers are never used again")
    func revisions() throws {
        var rig = ECSRig()
        for _ in 0..<3 { try rig.register() }
        try rig.call("DeregisterTaskDefinition", ["taskDefinition": "api:3"])
        let newest = try rig.call("DescribeTaskDefinition", ["taskDefinition": "api"])["taskDefinition"]
        #expect(newest?["revision"] == 2)
        let old = try rig.call("DescribeTaskDefinition", ["taskDefinition": "api:3"])["taskDefinition"]
        #expect(old?["status"] == "INACTIVE")
        #expect(try rig.register()["revision"] == 4)
        let refused = try rig.refusal("DescribeTaskDefinition", ["taskDefinition": "api:9"])
        #expect(refused == Refusal("ClientException", "Unable to describe task definition."))
    }

    @Test("deregistering needs a revision that is one")
    func deregistering() throws {
        var rig = ECSRig()
        let texts = try ["api", "api:x", "api:1"].map {
            try rig.refusal("DeregisterTaskDefinition", ["taskDefinition": .string($0)])?.message
        }
        #expect(
            texts == [
                "Revision is missing.", "Invalid revision number. Number: x", "Unable to describe task definition.",
            ])
    }

    @Test("a file system's volume begins at its root where a request does not say")
    func fileSystemRoots() throws {
        var rig = ECSRig()
        let systems: [Value] = [["fileSystemId": "fs-1"], ["fileSystemId": "fs-1", "rootDirectory": "/data"]]
        let volumes = systems.enumerated().map { index, system -> Value in
            ["name": .string("v\(index)"), "efsVolumeConfiguration": system]
        }
        let input: Value = [
            "family": "api", "containerDefinitions": [ECSRig.container()], "volumes": .list(volumes),
        ]
        let shown = try rig.call("RegisterTaskDefinition", input)["taskDefinition"]?["volumes"]?.list
        #expect(shown?.map { $0["efsVolumeConfiguration"]?["rootDirectory"] } == ["/", "/data"])
    }

    @Test("only INACTIVE revisions are deleted; the others are failures with their reasons")
    func deleting() throws {
        var rig = ECSRig()
        try rig.register()
        try rig.register()
        try rig.call("DeregisterTaskDefinition", ["taskDefinition": "api:1"])
        let reply = try rig.call("DeleteTaskDefinitions", ["taskDefinitions": ["api:1", "api:2", "api:7", "api"]])
        #expect(reply["taskDefinitions"]?.list?.map { $0["status"]?.string } == ["DELETE_IN_PROGRESS"])
        #expect(reply["failures"]?.list?.count == 3)
        let listed = try rig.call("ListTaskDefinitions", ["status": "DELETE_IN_PROGRESS"])["taskDefinitionArns"]
        #expect(listed?.list?.count == 1)
    }

    @Test("lists go by family, status and order, a page at a time")
    func lists() throws {
        var rig = ECSRig()
        for family in ["web", "api", "api"] { try rig.register(family) }
        let front = "arn:aws:ecs:eu-west-1:123456789012:task-definition/"
        let all = try rig.call("ListTaskDefinitions")["taskDefinitionArns"]?.list?.compactMap(\.string)
        #expect(all == ["api:1", "api:2", "web:1"].map { front + $0 })
        let page = try rig.call("ListTaskDefinitions", ["sort": "DESC", "maxResults": 1, "familyPrefix": "api"])
        #expect(page["taskDefinitionArns"] == [.string(front + "api:2")])
        #expect(page["nextToken"] != nil)
        try rig.call("DeregisterTaskDefinition", ["taskDefinition": "web:1"])
        let active = try rig.call("ListTaskDefinitionFamilies", ["status": "ACTIVE"])["families"]
        #expect(active == ["api"])
        #expect(try rig.call("ListTaskDefinitionFamilies", ["familyPrefix": "w"])["families"] == ["web"])
    }
}
