import Foundation
import Model
import Planning
import Testing

@testable import Importing

/// ecspresso's configuration and files.
struct EcspressoProjectTests {
    private let files = [
        "service.json": #"{"desiredCount": 2, "launchType": "EC2"}"#,
        "task.json":
            #"{"family": "web", "containerDefinitions": [{"name": "web", "image": "web:{{ env `TAG` `1` }}"}]}"#,
        "templates.json":
            #"{"launchType": "FARGATE", "networkConfiguration": {"awsvpcConfiguration": {"subnets": "#
            + #"["{{ tfstate `aws_subnet.a.id` }}"], "securityGroups": ["sg-1", "{{ env `GROUP` `` }}"]}}, "#
            + #""loadBalancers": [{"targetGroupArn": "{{ tfstate `g.arn` }}", "containerName": "web", "containerPort": 80}]}"#,
        "awsvpc.json":
            #"{"family": "web", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "#
            + #""memory": "512", "containerDefinitions": [{"name": "web", "image": "web:1"}]}"#,
        "broken.json": #"{"family": "web", "cpu": {{ must_env `CPU` }}}"#,
    ]

    private func project(service: String = "service.json", task: String = "task.json") throws -> EcspressoProject {
        let text = """
            region: eu-west-1
            cluster: main
            service: web
            service_definition: \(service)
            task_definition: \(task)
            """
        return try EcspressoProject(Array(text.utf8), file: "ecspresso.yml") { Array((files[$0] ?? "").utf8) }
    }

    @Test("the service and its task definition are read, and templates are listed by their places")
    func read() async throws {
        let project = try project()
        #expect(project.region == "eu-west-1" && project.cluster == "main")
        #expect(
            project.notes == [
                "task.json: /containerDefinitions/0/image: web:{{ env `TAG` `1` }} is not evaluated: write its value"
            ])
        let stack = try await OfflineImport.run(project.replies, cluster: nil, region: "eu-west-1", accountID: "")
        #expect(stack.all("Service").first?.live.spec["desiredCount"] == 2)
        #expect(stack.all("TaskDefinition").map(\.awsName) == ["web"])
    }

    @Test(
        "Jsonnet, and templates that are no text, are refused with a way out",
        arguments: ["task.jsonnet", "broken.json"])
    func refused(_ task: String) {
        do {
            _ = try project(task: task)
            Issue.record("\(task) was taken")
        } catch {
            #expect("\(error)".hasPrefix(task) && "\(error)".contains("ecspresso render"))
        }
    }

    @Test("a template that stands for a reference is left out with a comment, and its manifest waits and is valid")
    func references() async throws {
        let project = try project(service: "templates.json", task: "awsvpc.json")
        let place = "templates.json: /networkConfiguration/awsvpcConfiguration/"
        #expect(project.notes.contains { $0.hasPrefix(place + "subnets/0: {{ tfstate `aws_subnet.a.id` }}") })
        #expect(project.notes.contains { $0.hasPrefix(place + "securityGroups/1: {{ env `GROUP` `` }}") })
        let stack = try await OfflineImport.run(project.replies, cluster: nil, region: "eu-west-1", accountID: "")
        let composer = Composer(stack, ownership: Ownership(environment: "demo", owner: "o"))
        let service = try #require(composer.manifests.first { $0.kind == "Service" })
        let expected: Value = ["subnets": [], "securityGroups": ["sg-1"]]
        #expect(service.spec["networkConfiguration"]?["awsvpcConfiguration"] == expected)
        #expect(service.isSuspended && service.spec["loadBalancers"] == nil)
        #expect(service.comments.contains { $0.contains("{{ env `GROUP` `` }}") && $0.contains("write sg-… or {tags") })
        var texts = ImportedFiles(stack, folder: "demo", ownership: Ownership(environment: "demo", owner: "o")).texts
        texts["neap.yaml"] = ImportedFiles.environment("demo", region: "eu-west-1", accountID: nil, owner: nil)
        let folder = FileManager.default.temporaryDirectory.path + "/neap-\(UUID().uuidString)"
        try FolderWriter(folder).write(texts) { _ = try ReadBack.desired(in: $0, environment: "demo") }
        try FileManager.default.removeItem(atPath: folder)
    }
}
