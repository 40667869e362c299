import Model
import Testing

@testable import Importing

/// What a Copilot application becomes.
struct CopilotProjectTests {
    private func texts(
        _ manifests: [String: String], _ edit: (inout CopilotProject.Settings) -> Void = { _ in }
    ) throws -> (texts: [String: String], left: [String]) {
        let project = try CopilotSample.project(manifests, edit)
        return (CopilotSample.texts(project), project.ledger.left.map(\.description))
    }

    private func web(_ rest: String) -> [String: String] {
        [
            "api/manifest.yml":
                "name: api\ntype: Load Balanced Web Service\nimage: {location: \"example.com/api:1\", port: "
                + "8080}\n\(rest)"
        ]
    }

    @Test("a web service stands on Fargate, in Copilot's network, behind a load balancer of its environment")
    func webService() throws {
        let (texts, _) = try texts(web("http: {path: /, healthcheck: /up}\ncpu: 256\nmemory: 512\ncount: 2"))
        let service = try #require(texts["prod/api/service.yaml"])
        #expect(service.contains("launchType: FARGATE") && service.contains("desiredCount: 2"))
        #expect(
            service.contains("{tags: {Name: copilot-shop-prod-pub0}}")
                || service.contains("Name: copilot-shop-prod-pub0"))
        #expect(service.contains("assignPublicIp: ENABLED") && service.contains("dnsName: api.prod.shop.local"))
        let balancer = try #require(texts["prod/load-balancer.yaml"])
        #expect(balancer.contains("healthCheckPath: /up") && balancer.contains("targetType: ip"))
        #expect(balancer.contains("values: [/*]") && balancer.contains("deregistration_delay.timeout_seconds: 60"))
        let definition = try #require(texts["prod/api/task-definition.yaml"])
        #expect(definition.contains("family: shop-prod-api") && definition.contains("COPILOT_SERVICE_NAME"))
        #expect(texts["prod/cluster.yaml"]?.contains("FARGATE_SPOT") == true && texts["prod/capacity.yaml"] == nil)
    }

    @Test("an environment's overrides go before the rest, and other environments are left to their own import")
    func overrides() throws {
        let manifests = web(
            "count: 1\nenvironments: {prod: {count: {range: 2-6, cpu_percentage: 60}}, test: {cpu: 512}}")
        let (prod, left) = try texts(manifests)
        let service = try #require(prod["prod/api/service.yaml"])
        #expect(
            service.contains("minCapacity: 2") && service.contains("maxCapacity: 6")
                && service.contains("targetValue: 60"))
        #expect(left.contains { $0.contains("environments.test: is of another environment") })
        let (test, _) = try texts(manifests) { $0.environment = "test" }
        #expect(test["prod/api/task-definition.yaml"]?.contains("cpu: \"512\"") == true)
    }

    @Test("requests are counted at the load balancer that the service is behind, and nowhere where it is behind none")
    func requests() throws {
        let counts = "count: {range: 1-10, requests: 10}"
        let backend = web("http: {path: /}\n\(counts)").mapValues {
            $0.replacing("Load Balanced Web Service", with: "Backend Service")
        }
        let service = try #require(try texts(backend).texts["prod/api/service.yaml"])
        #expect(service.contains("loadBalancer: shop-prod-internal"), "\(service)")
        let (alone, left) = try texts(backend.mapValues { $0.replacing("http: {path: /}\n", with: "") })
        #expect(alone["prod/api/service.yaml"]?.contains("ALBRequestCountPerTarget") == false)
        #expect(left.contains { $0.contains("count.requests: counts requests of a load balancer, and no rule") })
    }

    @Test("requests go to the container that has the port")
    func sidecarPort() throws {
        let (texts, _) = try texts(
            web("http: {path: /, target_port: 8081}\nsidecars: {nginx: {port: 8081, image: \"nginx:1\"}}"))
        let service = try #require(texts["prod/api/service.yaml"])
        #expect(service.contains("containerName: nginx") && service.contains("containerPort: 8081"), "\(service)")
        #expect(texts["prod/api/task-definition.yaml"]?.ranges(of: "containerPort: 8081").count == 1)
    }

    @Test("rules for hosts and longer paths come before those for all")
    func rules() throws {
        var manifests = web("http: {path: /}")
        manifests["shop/manifest.yml"] = manifests["api/manifest.yml"]?.replacing("name: api", with: "name: shop")
            .replacing("path: /", with: "path: shop")
        let balancer = try #require(try texts(manifests).texts["prod/load-balancer.yaml"])
        let shop = try #require(balancer.firstRange(of: "/shop/*")), all = try #require(balancer.firstRange(of: "[/*]"))
        #expect(
            shop.lowerBound < all.lowerBound && balancer.contains("priority: 10") && balancer.contains("priority: 20"))
    }

    @Test("with a certificate 443 serves and 80 redirects; an alias without one is told")
    func certificates() throws {
        let manifests = web("http: {path: /, alias: api.example.com}")
        let (without, left) = try texts(manifests)
        #expect(left.contains { $0.contains("http.alias") && $0.contains("--certificate") })
        #expect(without["prod/load-balancer.yaml"]?.contains("port: 443") == false)
        let (with, _) = try texts(manifests) { $0.certificate = "arn:aws:acm:eu-west-1:1:certificate/x" }
        let balancer = try #require(with["prod/load-balancer.yaml"])
        #expect(balancer.contains("port: 443") && balancer.contains("HTTP_301") && balancer.contains("api.example.com"))
    }

    @Test("no secret is written; where secrets are kept stays")
    func secrets() throws {
        let secret = "Tr0ub4dor-and-3-horses"
        let (texts, left) = try texts(
            web("variables: {API_TOKEN: \(secret)}\nsecrets: {A: /a/b, B: {secretsmanager: mysql}}"))
        #expect(!(texts.values.joined() + left.joined()).contains(secret))
        let definition = try #require(texts["prod/api/task-definition.yaml"])
        #expect(definition.contains("{name: A, valueFrom: /a/b}"))
        #expect(definition.contains("arn:aws:secretsmanager:eu-west-1:123456789012:secret:mysql"))
        #expect(definition.contains("valueFrom: /copilot/shop/prod/secrets/API_TOKEN"))
    }

    @Test("overrides of the task definition are put in by their paths")
    func taskOverrides() throws {
        let rules = """
            taskdef_overrides:
              - {path: "ContainerDefinitions[0].Ulimits[-].Name", value: nofile}
              - {path: "ContainerDefinitions[0].Ulimits[0].SoftLimit", value: 1024}
              - {path: "ContainerDefinitions[0].Ulimits[0].HardLimit", value: 2048}
              - {path: "ContainerDefinitions[7].Cpu", value: 1}
            """
        let (texts, left) = try texts(web(rules))
        #expect(
            texts["prod/api/task-definition.yaml"]?.contains("{name: nofile, softLimit: 1024, hardLimit: 2048}") == true
        )
        #expect(left.contains { $0.contains("taskdef_overrides[3]") && $0.contains("leads nowhere") })
    }

    @Test("a job is a task definition, and its schedule is left to EventBridge")
    func job() throws {
        let (texts, left) = try texts(["report/manifest.yml": CopilotSample.job])
        #expect(
            texts["prod/report/task-definition.yaml"] != nil
                && texts["prod/report/service.yaml"]?.contains("kind: Service") != true)
        #expect(left.contains { $0.hasPrefix("copilot/report/manifest.yml:3: on: ") })
    }

    @Test("on instances tasks have addresses in private subnets and no public one")
    func instances() throws {
        let (texts, _) = try texts(web("http: {path: /}")) { $0.usesInstances = true }
        let service = try #require(texts["prod/api/service.yaml"])
        #expect(service.contains("capacityProviderStrategy") && !service.contains("assignPublicIp"))
        #expect(service.contains("copilot-shop-prod-priv0") && texts["prod/capacity.yaml"] != nil)
    }

    @Test("files beside manifests are listed, and other kinds of services are named")
    func others() throws {
        let (_, left) = try texts([
            "api/manifest.yml": CopilotSample.job, "api/addons/db.yml": "Resources: {}",
            "pipelines/main/manifest.yml": "name: x",
            "site/manifest.yml": "name: site\ntype: Static Site\nfiles: []",
        ])
        #expect(left.contains { $0.hasPrefix("copilot/api/addons/db.yml: is CloudFormation's") })
        #expect(left.contains { $0.hasPrefix("copilot/pipelines/main/manifest.yml: ") })
        #expect(left.contains { $0.hasPrefix("copilot/site/manifest.yml:2: type: site is a Static Site") })
    }

    @Test("an environment that has no manifest is told, with those that have one")
    func misspelled() throws {
        var manifests = web("")
        for name in ["prod", "test"] {
            manifests["environments/\(name)/manifest.yml"] = "name: \(name)\ntype: Environment"
        }
        let (_, left) = try texts(manifests) { $0.environment = "staging" }
        #expect(left.contains { $0.contains("is called staging") && $0.hasSuffix("there are prod, test") })
        #expect(!(try texts(manifests).left.contains { $0.contains("is called") }))
    }

    @Test("a namespace has no hyphens")
    func namespace() throws {
        #expect(try texts(web("")).texts["prod/cluster.yaml"]?.contains("namespace: shop.prod") == true)
    }

    @Test("what is no application is refused")
    func refused() {
        let empty = CopilotSample.Folder(files: ["api/manifest.yml": []])
        #expect(throws: ImportError.self) { try CopilotProject(empty, prefix: "copilot", CopilotSample.settings) }
        #expect(throws: ImportError.self) { try CopilotSample.project([:]) }
        #expect(throws: ImportError.self) { try CopilotSample.project(["api/manifest.yml": "a: ["]) }
    }
}
