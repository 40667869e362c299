import Model
import Testing

@testable import Importing

/// What a Compose file becomes.
struct ComposeProjectTests {
    private func texts(
        _ services: String, _ rest: String = "", _ edit: (inout ComposeProject.Settings) -> Void = { _ in }
    ) throws -> (texts: [String: String], project: ComposeProject) {
        let project = try ComposeSample.project("services:\n\(services)\n\(rest)", edit)
        return (ComposeSample.texts(project), project)
    }

    private func remedies(_ project: ComposeProject) -> [String] { project.ledger.left.map(\.description) }

    @Test("a published service has a task definition, a log group, a target group and a listener")
    func published() throws {
        let (texts, _) = try texts(
            "  web:\n    image: web:1\n    ports: ['8080:3000']\n    healthcheck: {test: wget -q "
                + "http://localhost:3000/up}\n    mem_limit: 256m")
        let definition = try #require(texts["production/web/task-definition.yaml"])
        #expect(definition.contains("family: shop-web") && definition.contains("image: web:1"))
        #expect(definition.contains("memory: 256") && definition.contains("networkMode: bridge"))
        let balancer = try #require(texts["production/load-balancer.yaml"])
        #expect(balancer.contains("port: 8080") && balancer.contains("healthCheckPath: /up"))
        #expect(balancer.contains("targetType: instance"))
        let service = try #require(texts["production/web/service.yaml"])
        #expect(service.contains("logGroupName: /ecs/shop/web") && service.contains("targetGroup: shop-web"))
        #expect(service.contains("placement: azBalancedSpread") && !service.contains("serviceConnect"))
        #expect(texts["production/capacity.yaml"] != nil && texts["production/cluster.yaml"] != nil)
    }

    @Test("on Fargate tasks have a size, an address and security groups, and nothing needs instances")
    func fargate() throws {
        let (texts, project) = try texts("  web:\n    image: web:1\n    cpus: 0.5\n    mem_limit: 900m") {
            $0.usesFargate = true
        }
        let definition = try #require(texts["production/web/task-definition.yaml"])
        #expect(definition.contains("cpu: \"512\"") && definition.contains("memory: \"1024\""))
        #expect(definition.contains("networkMode: awsvpc"))
        #expect(texts["production/capacity.yaml"] == nil)
        #expect(texts["production/web/service.yaml"]?.contains("launchType: FARGATE") == true)
        #expect(remedies(project).contains { $0.contains("512 CPU units and 1024 MiB") })
    }

    @Test("services find one another by name, wait for one another, and run a task before a rollout")
    func together() throws {
        let (texts, project) = try texts(
            """
              api:
                image: api:1
                depends_on: {db: {condition: service_healthy}, migrate: {condition: service_completed_successfully}}
              db: {image: "postgres:17", ports: ["5432:5432"]}
              migrate: {image: "api:1", command: migrate now}
            """)
        let api = try #require(texts["production/api/service.yaml"])
        #expect(api.contains("dependsOn: [Service/db]") && api.contains("beforeRollout: {taskDefinition: migrate}"))
        #expect(texts["production/migrate/task-definition.yaml"]?.contains("command: [migrate, now]") == true)
        #expect(texts["production/migrate/service.yaml"]?.contains("kind: Service") != true)
        let db = try #require(texts["production/db/service.yaml"])
        #expect(db.contains("{port: 5432, dnsName: db}") && !db.contains("loadBalancers"))
        #expect(texts["production/cluster.yaml"]?.contains("namespace: shop") == true)
        #expect(remedies(project).contains { $0.contains("5432 is not published") })
    }

    @Test("no secret is written, whatever it is called: parameters take their place")
    func secrets() throws {
        let secret = "Tr0ub4dor-and-3-horses"
        let (texts, project) = try texts(
            "  api:\n    image: a:1\n    environment: {DB_PASSWORD: \(secret), MODE: web}\n    secrets: [token]",
            "secrets: {token: {file: ./token}}")
        let all = texts.values.joined() + remedies(project).joined()
        #expect(!all.contains(secret))
        let definition = try #require(texts["production/api/task-definition.yaml"])
        #expect(definition.contains("{name: DB_PASSWORD, valueFrom: /shop/api/DB_PASSWORD}"))
        #expect(definition.contains("{name: TOKEN, valueFrom: /shop/token}"))
        #expect(texts["production/IMPORT.md"]?.contains("aws ssm put-parameter") == true)
        #expect(remedies(project).contains { $0.hasPrefix("compose.yaml:4: services.api.environment.DB_PASSWORD: ") })
    }

    @Test("variables are given, defaulted and kept, and it is said which")
    func variables() throws {
        let services = "  api:\n    image: \"a:${TAG:-latest}\"\n    command: [\"${GIVEN}\", \"${KEPT}\", \"$$HOME\"]"
        let (texts, project) = try texts(services, "") { $0.variables = ["GIVEN": "run"] }
        let definition = try #require(texts["production/api/task-definition.yaml"])
        #expect(definition.contains("image: \"a:latest\"") || definition.contains("image: a:latest"))
        #expect(definition.contains("command: [run, \"${KEPT}\", $HOME]"))
        #expect(remedies(project).contains { $0.hasPrefix("compose.yaml:3: services.api.image: TAG has no value") })
        #expect(remedies(project).contains { $0.contains("${KEPT} stays as it is written") })
    }

    @Test(
        "a rollout goes at the file's pace",
        arguments: [
            ("replicas: 4, update_config: {parallelism: 1, order: start-first}", 100, 125),
            ("replicas: 4, update_config: {parallelism: 2}", 50, 100), ("replicas: 3, update_config: {}", 66, 100),
            ("replicas: 2, update_config: {parallelism: 0, order: stop-first}", 0, 100), ("replicas: 2", 100, 200),
        ])
    func pace(_ deploy: String, _ minimum: Int, _ maximum: Int) throws {
        let (texts, _) = try texts("  api: {image: \"a:1\", deploy: {\(deploy)}}")
        let service = try #require(texts["production/api/service.yaml"])
        #expect(service.contains("minimumHealthyPercent: \(minimum)\n") || minimum == 100, "\(service)")
        #expect(service.contains("maximumPercent: \(maximum)") || maximum == 200, "\(service)")
    }

    @Test("merge keys bring their members in, and own ones go before")
    func merging() throws {
        let text = "x-common: &common {image: \"a:1\", read_only: true}\nservices: {api: {<<: *common, image: \"a:2\"}}"
        let definition = ComposeSample.texts(try ComposeSample.project(text))["production/api/task-definition.yaml"]
        #expect(definition?.contains("a:2") == true && definition?.contains("readonlyRootFilesystem: true") == true)
    }

    @Test("HTTPS needs a certificate: with one there is a listener, without one a line says so")
    func certificates() throws {
        let services = "  web: {image: \"web:1\", ports: [\"443:8443\"]}"
        let (without, project) = try texts(services)
        #expect(without["production/load-balancer.yaml"] == nil)
        #expect(remedies(project).contains { $0.contains("443 needs a certificate") })
        let arn = "arn:aws:acm:eu-west-1:123456789012:certificate/x"
        let (with, _) = try texts(services) { $0.certificate = arn }
        #expect(with["production/load-balancer.yaml"]?.contains("certificateArn: \"\(arn)\"") == true)
    }

    @Test(
        "what is no Compose file is refused by its name", arguments: ["a: 1", "services: [a]", "{", "--- {}\n--- {}"])
    func refused(_ text: String) {
        do {
            _ = try ComposeSample.project(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect("\(error)".hasPrefix("compose.yaml:"))
        }
    }
}
