import Kinds
import Manifest
import Model
import Testing

@Suite("Neap's own chart")
struct NeapChartTests {
    private static let account = "123456789012"

    /// The release with these values besides those that it has to state.
    private func read(_ values: String = "") throws -> Desired {
        let role = "arn:aws:iam::\(Self.account):role/neap"
        let release = """
            apiVersion: neap/v1
            kind: Release
            metadata: {name: neap}
            spec:
              chart: ../charts/neap
              values:
                image: neap:1
                cluster: arn:aws:ecs:eu-west-1:\(Self.account):cluster/shop
                repository: https://example.com/infra.git
                accounts: ["\(Self.account)"]
                roles: {execution: "\(role)", task: "\(role)"}

            """ + values.split(separator: "\n").map { "    \($0)\n" }.joined()
        let environment = """
            apiVersion: neap/v1
            kind: Environment
            metadata: {name: production}
            spec: {paths: [production], aws: {region: eu-west-1, accountId: "\(Self.account)"}}
            """
        var files = ["neap.yaml": Array(environment.utf8), "production/neap.yaml": Array(release.utf8)]
        for (path, bytes) in try HeldFiles.of("charts/neap") where path != "cloudformation.yaml" {
            files["charts/neap/\(path)"] = bytes
        }
        return try ManifestReader(kinds: allKinds.map { $0.manifest }).read(HeldFiles(files))
    }

    private func container(_ desired: Desired) throws -> Value {
        let definition = try #require(desired.resources[ResourceID("TaskDefinition", "neap")])
        return try #require(definition.spec["containerDefinitions"]?.list?.first)
    }

    private func variables(_ desired: Desired) throws -> [String: String] {
        let all = try container(desired)["environment"]?.list ?? []
        return Dictionary(all.map { ($0["name"]?.string ?? "", $0["value"]?.string ?? "") }) { first, _ in first }
    }

    @Test("the container is told its region, since not every agent of ECS's says it")
    func region() throws {
        let desired = try read()
        #expect(desired.diagnostics.map(\.description) == [])
        #expect(try variables(desired)["AWS_REGION"] == "eu-west-1")
    }

    @Test("what environment says stands in place of the chart's own variables")
    func overrides() throws {
        let desired = try read(
            "environment: {NEAP_LOG_FORMAT: text, NEAP_LOG_LEVEL: debug}")
        #expect(desired.diagnostics.map(\.description) == [])
        let variables = try variables(desired)
        #expect(variables["NEAP_LOG_FORMAT"] == "text")
        #expect(variables["NEAP_LOG_LEVEL"] == "debug" && variables["NEAP_CACHE_DIR"] == "/var/cache/neap")
    }

    @Test(
        "where it listens is said by the ports, which the health check asks at",
        arguments: ["NEAP_LISTEN", "NEAP_WEBHOOK_LISTEN"], ["environment", "secrets"])
    func listening(_ name: String, _ member: String) throws {
        let arn = "arn:aws:ssm:eu-west-1:\(Self.account):parameter/neap/x"
        let found = try read("\(member): {\(name): \"\(member == "secrets" ? arn : "0.0.0.0:9000")\"}").diagnostics
        #expect(found.contains { $0.message.contains("\(name) is a duplicate") }, "\(found)")
    }

    @Test("any other of the chart's own variables can be replaced, by a secret too")
    func everyOverride() throws {
        let full = """
            environments: [production]
            assumeRoles: ["arn:aws:iam::\(Self.account):role/writer"]
            leaseTable: neap-leases
            queueUrl: https://sqs.eu-west-1.amazonaws.com/\(Self.account)/neap-hints
            targetGroup: arn:aws:elasticloadbalancing:eu-west-1:\(Self.account):targetgroup/neap/1
            """
        let fixed = ["NEAP_LISTEN", "NEAP_WEBHOOK_LISTEN"]
        let own = try variables(read(full)).keys.filter { !fixed.contains($0) }.sorted()
        #expect(own.count == 10)
        let environment = own.map { "\($0): other" }.joined(separator: ", ")
        let replaced = try read(full + "\nenvironment: {\(environment)}")
        #expect(replaced.diagnostics.map(\.description) == [])
        let others = try variables(replaced).filter { !fixed.contains($0.key) }
        #expect(others == Dictionary(uniqueKeysWithValues: own.map { ($0, "other") }))
        let arn = "arn:aws:ssm:eu-west-1:\(Self.account):parameter/neap/x"
        let secrets = own.map { "\($0): \"\(arn)\"" }.joined(separator: ", ")
        let hidden = try read(full + "\nsecrets: {\(secrets)}")
        #expect(hidden.diagnostics.map(\.description) == [])
        #expect(try variables(hidden).keys.sorted() == fixed)
    }

    @Test("metrics stay inside of the task unless a port of the instance is named")
    func metrics() throws {
        let inside = try read()
        #expect(try variables(inside)["NEAP_LISTEN"] == "127.0.0.1:8080")
        #expect(try container(inside)["portMappings"] == nil)
        for port in [0, 9_090] {
            let outside = try read("metricsPort: \(port)")
            #expect(outside.diagnostics.map(\.description) == [])
            #expect(try variables(outside)["NEAP_LISTEN"] == "0.0.0.0:8080")
            let mapping = try #require(try container(outside)["portMappings"]?.list?.first)
            #expect(mapping["containerPort"]?.integer == 8_080 && mapping["hostPort"]?.integer == port)
            #expect(try container(outside)["healthCheck"] == container(inside)["healthCheck"])
        }
    }

    @Test("more than one task without a lease table is an error, and with one it is not")
    func tasks() throws {
        let refused = try read("tasks: 2")
        #expect(refused.diagnostics.map(\.message).contains { $0.contains("values.leaseTable is not set") })
        let desired = try read("tasks: 2\nleaseTable: neap-leases")
        #expect(desired.diagnostics.map(\.description) == [])
        #expect(desired.resources[ResourceID("Service", "neap")]?.spec["desiredCount"]?.integer == 2)
        #expect(try read("tasks: 0").diagnostics.map(\.description) == [])
    }

    @Test("the chart has nothing that lint speaks of")
    func lint() throws {
        let folder = try ChartFolder(HeldFiles(HeldFiles.of("charts/neap")))
        #expect(try folder.lint(kinds: allKinds.map { $0.manifest }) == [])
    }
}
