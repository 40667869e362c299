import Model
import Testing

@testable import Importing

/// Services of a Compose file find one another by name, or a line says which do not.
struct ComposeNamesTests {
    private func texts(
        _ services: String, _ edit: (inout ComposeProject.Settings) -> Void = { _ in }
    ) throws -> (texts: [String: String], left: [String]) {
        let project = try ComposeSample.project("services:\n\(services)\n", edit)
        return (ComposeSample.texts(project), project.ledger.left.map(\.description))
    }

    @Test("the port that everybody knows of an image is assumed, and told")
    func known() throws {
        let (texts, left) = try texts(
            "  api: {image: \"api:1\", depends_on: [cache]}\n  cache: {image: \"docker.io/bitnami/redis:7\"}")
        #expect(texts["production/cache/service.yaml"]?.contains("{port: 6379, dnsName: cache}") == true)
        #expect(texts["production/cache/task-definition.yaml"]?.contains("containerPort: 6379") == true)
        #expect(left.contains { $0.hasPrefix("compose.yaml:3: services.cache: port 6379 is assumed for redis; write") })
    }

    @Test(
        "a port is read from where another service names it",
        arguments: [
            "environment: {UPSTREAM: \"http://worker:9000/jobs\"}", "environment: [\"ADDRESSES=other:1,worker:9000\"]",
            "environment: {WORKER_HOST: worker, WORKER_PORT: 9000}", "command: wait-for worker:9000 -- serve",
        ])
    func named(_ member: String) throws {
        let (texts, left) = try texts("  api: {image: \"api:1\", \(member)}\n  worker: {image: \"worker:1\"}")
        #expect(texts["production/worker/service.yaml"]?.contains("{port: 9000, dnsName: worker}") == true)
        #expect(left.contains { $0.contains("services.worker: port 9000 is assumed, as services.api.") })
    }

    @Test("a service whose port nobody knows is told, with those that name it")
    func unknown() throws {
        let (texts, left) = try texts(
            "  api: {image: \"api:1\", depends_on: [worker]}\n  worker: {image: \"worker:1\"}")
        #expect(texts["production/worker/service.yaml"]?.contains("dnsName") == false)
        #expect(left.contains { $0.contains("services.worker: no port is known of it: api can reach it as") })
        #expect(!left.contains { $0.contains("services.api: no port") })
    }

    @Test("where a service states its ports, nothing is assumed")
    func stated() throws {
        let (texts, left) = try texts(
            "  api: {image: \"a:1\", command: \"run redis://cache:6379\"}\n  cache: {image: redis, expose: [\"7000\"]}")
        #expect(texts["production/cache/service.yaml"]?.contains("{port: 7000, dnsName: cache}") == true)
        #expect(texts["production/cache/service.yaml"]?.contains("6379") == false)
        #expect(!left.contains { $0.contains("is assumed") })
    }

    @Test(
        "hosts are told from users, schemes and longer names",
        arguments: [
            ("redis://:secret@db:6380/0", 6380), ("postgresql+psycopg2://db/app", 5432),
            ("jdbc:mysql://u:p@db/x", 3306), ("http://db", 80), ("tcp://db", nil), ("a:1,db:2", 2),
        ] as [(String, Int?)])
    func hosts(_ text: String, _ port: Int?) {
        let found = HostNames.found(in: text, among: ["db"])
        #expect(found.map(\.name) == ["db"] && found.map(\.port) == [port])
    }

    @Test(
        "what is no host is none",
        arguments: ["db", "postgres://db:secret@example.com/x", "my-db:1", "db.example.com:1", "db:17-alpine", "db:0"])
    func noHosts(_ text: String) {
        #expect(HostNames.found(in: text, among: ["db"]).isEmpty)
    }

    @Test("a task that no service creates finds nobody by name, which is told once")
    func job() throws {
        let (texts, left) = try texts(
            """
              api: {image: "a:1", depends_on: {migrate: {condition: service_completed_successfully}}}
              db: {image: "postgres:17"}
              migrate: {image: "a:1", environment: {DB_HOST: db, DB_URL: "postgres://db/app"}}
            """)
        #expect(texts["production/db/service.yaml"]?.contains("{port: 5432, dnsName: db}") == true)
        let told = left.filter { $0.contains("resolves to nothing") }
        #expect(told.count == 1)
        #expect(told.first?.contains("services.migrate.environment.DB_HOST: db resolves to nothing here") == true)
    }

    @Test("a service with the host's network has no Service Connect, and those that name it are told")
    func hostNetwork() throws {
        let (texts, left) = try texts(
            """
              agent: {image: "agent:1", network_mode: host, expose: ["8125"]}
              api: {image: "a:1", environment: {STATSD: "agent:8125"}}
              db: {image: "postgres:17"}
            """)
        #expect(texts["production/agent/service.yaml"]?.contains("serviceConnect") == false)
        #expect(texts["production/api/service.yaml"]?.contains("serviceConnect") == true)
        #expect(left.contains { $0.contains("services.agent.network_mode: is not found as agent by api: ") })
    }

    @Test("the security group of tasks lets itself in where Service Connect is used")
    func groups() throws {
        let one = "  web: {image: \"web:1\", ports: [\"80:80\"]}"
        let alone = try texts(one).texts["production/IMPORT.md"]
        #expect(alone?.contains("shop-tasks lets that one in.") == true)
        let both = try texts("\(one)\n  db: {image: \"postgres:17\"}").texts["production/IMPORT.md"]
        #expect(both?.contains("lets that one in, and itself, for Service Connect between instances.") == true)
        let inside = try texts("  a: {image: \"a:1\"}\n  b: {image: \"b:1\"}").texts["production/IMPORT.md"]
        #expect(inside?.contains("The security group shop-tasks lets itself in") == true)
    }

    @Test("a namespace of a cluster's own has no hyphens; on a cluster that is there it is a demand")
    func namespaces() throws {
        let services = "  a: {image: \"a:1\"}\n  b: {image: \"b:1\"}"
        let (own, _) = try texts(services) { $0.name = "my-shop" }
        #expect(own["production/cluster.yaml"]?.contains("namespace: my.shop") == true)
        let (shared, _) = try texts(services) {
            $0.name = "my-shop"
            $0.cluster = "main"
        }
        #expect(shared["production/a/service.yaml"]?.contains("namespace: my-shop") == true)
        #expect(shared["production/IMPORT.md"]?.contains("create-http-namespace --name my-shop") == true)
    }
}
