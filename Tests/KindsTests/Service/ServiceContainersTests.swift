import Model
import Testing

@testable import Kinds

@Suite("What a service says of its task definition's containers")
struct ServiceContainersTests {
    private static let definition: Value = [
        "containerDefinitions": [
            ["name": "app", "portMappings": [["containerPort": 8080, "name": "http"]]],
            ["name": "agent", "portMappings": [["containerPortRange": "9000-9010"]]],
        ]
    ]

    private func said(_ service: Value, _ definition: Value = definition) -> [String] {
        let id = ResourceID("TaskDefinition", "api")
        var spec = service
        spec["taskDefinition"] = .reference(id, "arn")
        let resources = [Resource.sample("Service", "api", spec), Resource.sample("TaskDefinition", "api", definition)]
        let all = ResourceIndex(Dictionary(resources.map { ($0.id, $0) }) { first, _ in first })
        return Service.faults(of: resources[0], among: all).map(\.description)
    }

    private func balanced(_ container: String, _ port: Int) -> Value {
        [
            "loadBalancers": [
                ["targetGroupArn": "arn", "containerName": .string(container), "containerPort": .integer(port)]
            ]
        ]
    }

    @Test("a container and a port that are there, also in a range of ports, are fine")
    func fine() {
        #expect(said(balanced("app", 8080)) == [])
        #expect(said(balanced("agent", 9003)) == [])
        #expect(said(["serviceConnectConfiguration": ["services": [["portName": "http"]]]]) == [])
    }

    @Test("a container that is not there is named, with those that are")
    func container() {
        #expect(
            said(balanced("web", 8080)) == [
                "production/api.yaml:1:1: Service/api: /loadBalancers/0/containerName: TaskDefinition/api has no container web (one of app, agent)"
            ])
        #expect(said(["serviceRegistries": [["registryArn": "arn", "containerName": "web"]]]).count == 1)
    }

    @Test("a port that the container does not map is named")
    func port() {
        #expect(
            said(balanced("app", 8081)) == [
                "production/api.yaml:1:1: Service/api: /loadBalancers/0/containerPort: the container app of TaskDefinition/api maps no port 8081 "
                    + "(add it to its portMappings, or name one that is there)"
            ])
    }

    @Test("Service Connect goes by the names of ports")
    func names() {
        let lines = said(["serviceConnectConfiguration": ["services": [["portName": "grpc"]]]])
        #expect(
            lines.map { $0.contains("no port mapping of TaskDefinition/api is named grpc (one of http)") } == [true])
    }

    @Test("the network mode awsvpc and networkConfiguration go together")
    func network() {
        let configuration: Value = ["networkConfiguration": ["awsvpcConfiguration": ["subnets": ["subnet-1"]]]]
        var awsvpc = Self.definition
        awsvpc["networkMode"] = "awsvpc"
        var fargate = Self.definition
        fargate["requiresCompatibilities"] = ["FARGATE"]
        #expect(said([:], awsvpc).map { $0.contains("needs networkConfiguration") } == [true])
        #expect(said([:], fargate).map { $0.contains("needs networkConfiguration") } == [true])
        #expect(said(configuration, awsvpc) == [])
        #expect(said(configuration).map { $0.contains("network mode bridge, with which ECS refuses") } == [true])
    }

    @Test("a task definition that has no manifest is AWS's to judge")
    func foreign() {
        let service = Resource.sample(
            "Service", "api", ["taskDefinition": "other:3", "loadBalancers": [["containerName": "x"]]])
        #expect(Service.faults(of: service, among: ResourceIndex([service.id: service])) == [])
    }
}
