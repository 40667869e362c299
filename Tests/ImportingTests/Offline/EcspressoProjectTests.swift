import Model
import Testing

@testable import Importing

/// ecspresso's configuration and files.
struct EcspressoProjectTests {
    private let files = [
        "service.json": #"{"desiredCount": 2, "launchType": "EC2"}"#,
        "task.json":
            #"{"family": "web", "containerDefinitions": [{"name": "web", "image": "web:{{ env `TAG` `1` }}"}]}"#,
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
}
