import Kinds
import Manifest
import Model
import Testing

@Suite struct SpotAPITests {
    /// The reference stack as a release.
    static let release = """
        apiVersion: neap/v1
        kind: Release
        metadata: {name: demo-api}
        spec:
          chart: ../charts/spot-api
          values:
            name: api
            image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.7.4
            size: {cpu: 256, memory: 512, reservation: 384}
            command: [serve, --port, "3000"]
            environment: {PORT: "3000", FEATURE_FLAGS: new-search}
            secrets:
              DATABASE_URL: arn:aws:secretsmanager:eu-west-1:123456789012:secret:demo-api/database-AbCdEf
              API_KEY: arn:aws:ssm:eu-west-1:123456789012:parameter/demo-api/key
            health: {command: "curl -fsS http://localhost:3000/healthz || exit 1"}
            tasks: {initial: 4}
            scaling:
              requests: 1000
              schedules:
                - {name: evening, cron: 0 17 * * ? *, timezone: Europe/Dublin, min: 4, max: 12}
                - {name: night, cron: 0 23 * * ? *, timezone: Europe/Dublin, min: 2, max: 12}
            instances: {name: spot, keyName: demo-api, registryCredentials: /demo-api/registry}
            roles:
              execution: arn:aws:iam::123456789012:role/demo-api-execution
              task: arn:aws:iam::123456789012:role/demo-api-task
            certificate: arn:aws:acm:eu-west-1:123456789012:certificate/bdd640fb-0667-4ad1-9c80-317fa3b1799d
            network:
              vpc: {Name: demo}
              publicSubnets: {Tier: public, Stack: demo-api}
              privateSubnets: {Tier: private, Stack: demo-api}
              loadBalancerSecurityGroup: {Name: demo-alb}
              instanceSecurityGroup: {Name: demo-instances}
            loadBalancer:
              accessLogs: {bucket: demo-api-access-logs, prefix: production}
              idleTimeoutSeconds: 75
              stickinessSeconds: 3600
              hiddenPaths: [/internal/*]
            labels: {team: core}
            tags: {Team: core}
            services:
              - name: admin
                taskDefinition: admin/task-definition.json
                port: 8080
                host: admin.example.com
                priority: 20
                healthPath: /admin/healthz
                logRetentionDays: 14
        """

    /// The same over a network that is named by ids.
    private static let identified =
        release
        .replacing("vpc: {Name: demo}", with: "vpc: vpc-0a")
        .replacing("publicSubnets: {Tier: public, Stack: demo-api}", with: "publicSubnets: [subnet-0a, subnet-0b]")
        .replacing("privateSubnets: {Tier: private, Stack: demo-api}", with: "privateSubnets: [subnet-0c]")
        .replacing("loadBalancerSecurityGroup: {Name: demo-alb}", with: "loadBalancerSecurityGroup: sg-0a")
        .replacing("instanceSecurityGroup: {Name: demo-instances}", with: "instanceSecurityGroup: [sg-0b, sg-0c]")

    private func files(with release: String) throws -> [String: [UInt8]] {
        var files = try HeldFiles.of("manifests/reference").filter {
            $0.key == "neap.yaml" || $0.key == "production/admin/task-definition.json"
        }
        files["production/demo-api.yaml"] = Array(release.utf8)
        for (path, bytes) in try HeldFiles.of("charts/spot-api") { files["charts/spot-api/\(path)"] = bytes }
        return files
    }

    private func read(_ files: [String: [UInt8]]) throws -> Desired {
        try ManifestReader(kinds: allKinds.map { $0.manifest }).read(HeldFiles(files))
    }

    @Test("the reference stack as a spot-api release is the reference stack")
    func equality() throws {
        let reference = try HeldFiles.of("manifests/reference")
        let (written, rendered) = (try read(reference), try read(files(with: Self.release)))
        #expect(rendered.diagnostics.map(\.description) == [])
        #expect(rendered.resources.keys.sorted() == written.resources.keys.sorted())
        for (id, resource) in written.resources.sorted(by: { $0.key < $1.key }) {
            let other = try #require(rendered.resources[id])
            let schema = try #require(kindsByName[id.kind]?.schema)
            #expect(resource.spec.inKeyOrder(schema) == other.spec.inKeyOrder(schema), "\(id)")
            #expect(resource.awsName == other.awsName)
            #expect(resource.labels == other.labels)
            #expect(resource.policy == other.policy)
            #expect(resource.dependsOn == other.dependsOn)
        }
        #expect(written.lookups.keys.sorted() == rendered.lookups.keys.sorted())
    }

    @Test("a network without tags is named by ids")
    func ids() throws {
        let desired = try read(files(with: Self.identified))
        #expect(desired.diagnostics.map(\.description) == [])
        func spec(_ kind: String, _ name: String) throws -> Value {
            try #require(desired.resources[ResourceID(kind, name)]?.spec)
        }
        func texts(_ value: Value?) -> [String] { value?.list?.compactMap(\.string).sorted() ?? [] }
        #expect(try spec("TargetGroup", "api")["vpcId"]?.string == "vpc-0a")
        #expect(try spec("TargetGroup", "admin")["vpcId"]?.string == "vpc-0a")
        let balancer = try spec("LoadBalancer", "demo-api")
        #expect(texts(balancer["subnets"]) == ["subnet-0a", "subnet-0b"])
        #expect(texts(balancer["securityGroups"]) == ["sg-0a"])
        #expect(texts(try spec("LaunchTemplate", "spot")["securityGroupIds"]) == ["sg-0b", "sg-0c"])
        #expect(texts(try spec("AutoScalingGroup", "spot")["vpcZoneIdentifier"]) == ["subnet-0c"])
    }

    @Test("what is neither tags nor an id of the right kind is refused")
    func strangers() throws {
        let wrong = Self.identified.replacing("vpc-0a", with: "demo").replacing("[subnet-0c]", with: "subnet-0c")
        let messages = try read(files(with: wrong)).diagnostics.map(\.message)
        #expect(
            messages.filter { $0.hasPrefix("values.") }.sorted() == [
                "values.network.privateSubnets is a string, not a mapping or a list",
                "values.network.vpc does not fit its pattern",
            ])
    }

    @Test("the chart has nothing that lint speaks of")
    func lint() throws {
        let folder = try ChartFolder(HeldFiles(HeldFiles.of("charts/spot-api")))
        #expect(try folder.lint(kinds: allKinds.map { $0.manifest }) == [])
        #expect(folder.name == "spot-api 1.0.0")
    }

    @Test("the copy of the example is the chart")
    func copy() throws {
        #expect(try HeldFiles.of("manifests/promotion/charts/spot-api") == HeldFiles.of("charts/spot-api"))
    }

    @Test("a chart is packed into the same bytes every time, and another file makes other bytes")
    func package() throws {
        let files = try HeldFiles.of("charts/spot-api")
        let (one, two) = (try ChartFolder(HeldFiles(files)).package(), try ChartFolder(HeldFiles(files)).package())
        #expect(one.bytes == two.bytes)
        #expect(one.file == "spot-api-1.0.0.tgz")
        #expect(one.bytes.starts(with: [0x1F, 0x8B, 8]))
        var other = files
        other["values.yaml"]?.append(0x0A)
        let changed = try ChartFolder(HeldFiles(other)).package()
        #expect(changed.bytes != one.bytes)
        #expect(changed.digest != one.digest)
    }
}

extension Value {
    /// The same with elements that are told apart by keys in the order of these.
    fileprivate func inKeyOrder(_ schema: KindSchema, _ path: FieldPath = FieldPath()) -> Value {
        var copy = self
        if let items = list {
            var below = items.map { $0.inKeyOrder(schema, path.appending("*")) }
            if case .keyed(let keys) = schema.rule(at: path)?.elements {
                let identity = { (item: Value) in keys.map { item[$0]?.scalarText ?? "" }.joined(separator: "/") }
                below.sort { identity($0) < identity($1) }
            }
            copy.content = .list(below)
        } else if let members = object {
            copy.content = .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { ($0.key, $0.value.inKeyOrder(schema, path.appending($0.key))) })
            )
        }
        return copy
    }
}
