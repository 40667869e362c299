import Kinds
import Manifest
import Model
import Testing

@testable import Importing

/// Where secrets are looked for.
struct SecretsLeftOutTests {
    private func cleaned(_ kind: String, _ spec: Value) throws -> SecretsLeftOut {
        SecretsLeftOut(spec, by: try #require(kindsByName[kind]).schema)
    }

    @Test("environment values, labels, options and commands are searched; where secrets are kept stays")
    func container() throws {
        let container: Value = [
            "name": "a", "image": "repo@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "environment": [["name": "DB_PASSWORD", "value": "x1"], ["name": "MODE", "value": "web"]],
            "secrets": [["name": "API_KEY", "valueFrom": "arn:aws:ssm:eu-west-1:1:parameter/key"]],
            "command": ["serve", "--db-password=x2", "--port=1"],
            "dockerLabels": ["token": "x3", "Team": "core"],
            "logConfiguration": ["logDriver": "splunk", "options": ["splunk-token": "x4", "splunk-url": "https://s"]],
            "repositoryCredentials": ["credentialsParameter": "arn:aws:secretsmanager:eu-west-1:1:secret:x"],
        ]
        let cleaned = try cleaned("TaskDefinition", ["containerDefinitions": [container]])
        let base = "/containerDefinitions/a/"
        #expect(
            cleaned.paths.map(\.description) == [
                base + "command/1", base + "dockerLabels/token", base + "environment/DB_PASSWORD/value",
                base + "logConfiguration/options/splunk-token",
            ])
        let left = cleaned.spec["containerDefinitions"]?.list?.first
        #expect(left?["image"] == container["image"] && left?["secrets"] == container["secrets"])
        #expect(left?["environment"]?.list?.first?["value"]?.string == SecretsLeftOut.placeholder)
    }

    @Test("a script that sets a secret is left out whole, another one stays")
    func userData() throws {
        let secret = try cleaned("LaunchTemplate", ["userData": "#!/bin/bash\nexport API_TOKEN=abc\n"])
        #expect(secret.paths == ["/userData"])
        let plain: Value = ["userData": "#!/bin/bash\necho ECS_CLUSTER=demo >> /etc/ecs/ecs.config\n"]
        #expect(try cleaned("LaunchTemplate", plain).spec == plain)
    }

    @Test("AWS's own members and tags are no secrets by their names")
    func members() throws {
        let spec: Value = ["keyName": "demo", "tags": ["Team": "core"], "metadataOptions": ["httpTokens": "required"]]
        #expect(try cleaned("LaunchTemplate", spec).paths.isEmpty)
    }
}
