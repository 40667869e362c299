import Kinds
import Model
import Planning
import Testing

@testable import Importing

/// Manifests that a person would have written.
struct ComposerTests {
    private func manifests(_ files: [String] = RecordedStack.files) async throws -> [String: ImportedManifest] {
        let stack = try await RecordedStack.stack(files)
        let composer = Composer(stack, ownership: Ownership(environment: "production", owner: "o"))
        return Dictionary(composer.manifests.map { ("\($0.kind)/\($0.name)", $0) }) { first, _ in first }
    }

    @Test("parts stand in the manifests of what they are parts of")
    func folded() async throws {
        let all = try await manifests()
        #expect(
            all.keys.sorted() == [
                "Cluster/old", "LoadBalancer/front", "ScalingPolicy/web", "Service/web", "TargetGroup/web",
                "TaskDefinition/web",
            ])
        let listener = try #require(all["LoadBalancer/front"]?.spec["listeners"]?.list?.first)
        let expected: Value = [
            "port": 80, "protocol": "HTTP", "defaultActions": [["type": "forward", "targetGroup": "web"]],
            "rules": [
                [
                    "priority": 5, "actions": [["type": "forward", "targetGroup": "web"]],
                    "conditions": [["field": "path-pattern", "pathPatternConfig": ["values": ["/a"]]]],
                ]
            ],
        ]
        #expect(listener == expected)
    }

    @Test("policies keep AWS's names where they must, and alarms and counted groups stand by name")
    func scaling() async throws {
        let spec = try #require(try await manifests()["ScalingPolicy/web"]).spec
        #expect(spec["service"] == "web")
        let step = spec["stepScaling"]?.list?.first
        #expect(step?["name"] == "up" && step?["policyName"] == "Up" && step?["cooldown"] == nil)
        #expect(step?["alarm"]?["alarmName"] == "Hot" && step?["alarm"]?["alarmActions"] == nil)
        let tracking = spec["targetTracking"]?.list?.first
        #expect(tracking?["name"] == "requests" && tracking?["policyName"] == nil)
        #expect(tracking?["predefinedMetricSpecification"]?["loadBalancer"] == "front")
        #expect(tracking?["predefinedMetricSpecification"]?["resourceLabel"] == nil)
    }

    @Test("references are names, defaults and AWS's tags are gone, and the autoscaler's count is its own")
    func service() async throws {
        let service = try #require(try await manifests()["Service/web"])
        let expected: Value = [
            "cluster": "old", "taskDefinition": "web", "deploymentConfiguration": ["minimumHealthyPercent": 50],
            "loadBalancers": [["targetGroup": "web", "containerName": "web", "containerPort": 80]],
            "tags": ["Team": "core"],
        ]
        #expect(service.spec == expected)
        #expect(service.adopts && !service.isSuspended)
    }

    @Test("what has to be stated is, although it is AWS's default: a blue/green deployment that does not bake")
    func demanded() async throws {
        let strategy = "\"strategy\": \"BLUE_GREEN\", \"bakeTimeInMinutes\": 0"
        let files = RecordedStack.files.map {
            $0.replacing("\"maximumPercent\": 200, \"minimumHealthyPercent\": 50", with: strategy)
        }
        let expected: Value = ["strategy": "BLUE_GREEN", "bakeTimeInMinutes": 0]
        #expect(try await manifests(files)["Service/web"]?.spec["deploymentConfiguration"] == expected)
    }

    @Test("an alarm that does more than drive its policy is a manifest of its own")
    func alarm() async throws {
        let files = RecordedStack.files.map {
            $0.replacing("\"AlarmActions\": [", with: "\"AlarmActions\": [\"arn:aws:sns:eu-west-1:1:pager\", ")
        }
        let all = try await manifests(files)
        #expect(all["Alarm/hot"]?.spec["alarmActions"]?.list?.count == 2)
        #expect(all["ScalingPolicy/web"]?.spec["stepScaling"]?.list?.first?["alarm"] == nil)
    }

    @Test("a manifest that lost a secret waits, and says for what")
    func secret() async throws {
        let definition = try #require(try await manifests()["TaskDefinition/web"])
        #expect(definition.isSuspended && !definition.adopts)
        #expect(definition.comments.first?.contains("/containerDefinitions/web/environment/DB_PASSWORD/value") == true)
        let container = definition.spec["containerDefinitions"]?.list?.first
        #expect(container?["portMappings"] == [["containerPort": 80]])
    }

    @Test("what can not be named is left out with the reason")
    func dangling() async throws {
        let files = RecordedStack.files.map {
            $0.replacing(
                "\"desiredCount\": 3", with: "\"capacityProviderStrategy\": [{\"capacityProvider\": \"spot\"}]")
        }
        let service = try #require(try await manifests(files)["Service/web"])
        #expect(service.spec["capacityProviderStrategy"] == nil)
        #expect(service.comments.contains { $0.contains("it names CapacityProvider spot") })
    }
}
