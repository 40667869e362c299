import Model
import Testing

@testable import Importing

/// What is said of a Compose file is what was done with it.
struct ComposeLinesTests {
    private func read(
        _ text: String, _ edit: (inout ComposeProject.Settings) -> Void = { _ in }
    ) throws -> (texts: [String: String], left: [String]) {
        let project = try ComposeSample.project(text, edit)
        #expect(Accounting.forgotten(project.top, project.ledger) == [])
        return (ComposeSample.texts(project), project.ledger.left.map(\.description))
    }

    @Test(
        "a service that writes to a named volume stops before its successor starts, unless the file says otherwise",
        arguments: [
            ("volumes: [\"data:/data\"]", true),
            ("volumes: [{type: volume, source: data, target: /data}]", true),
            ("volumes: [\"data:/data:ro\"]", false), ("volumes: [/data]", false),
            ("volumes: [\"data:/data\"], deploy: {update_config: {order: start-first}}", false),
        ])
    func volumes(_ members: String, _ stops: Bool) throws {
        let (texts, left) = try read(
            "services: {db: {image: \"postgres:17\", \(members)}}\nvolumes: {data: {}}")
        let service = try #require(texts["production/db/service.yaml"])
        #expect(service.contains("minimumHealthyPercent: 0\n") == stops, "\(service)")
        #expect(service.contains("maximumPercent: 100\n") == stops, "\(service)")
        #expect(left.contains { $0.contains("services.db.volumes: is written to, so that the old") } == stops)
    }

    @Test("a member that is not known is named where it stands, also as the only one of its service")
    func unknownMember() throws {
        let (_, left) = try read("services:\n  a:\n    imge: x\n  b: {image: \"b:1\", foo: {bar: [1]}}\n")
        #expect(
            left.filter { $0.contains("is not known to this import") }.map { String($0.prefix { $0 != " " }) } == [
                "compose.yaml:3:", "compose.yaml:4:",
            ])
        #expect(left.contains { $0.hasPrefix("compose.yaml:3: services.a.imge: is not known") })
        #expect(left.contains { $0.hasPrefix("compose.yaml:4: services.b.foo: is not known") })
    }

    @Test(
        "a number of processors that is none has a line of its own",
        arguments: [
            ("cpus: -1", "services.a.cpus: is no number of processors"),
            (
                "deploy: {resources: {reservations: {cpus: 5000}}}",
                "services.a.deploy.resources.reservations.cpus: is no number of processors"
            ),
        ])
    func processors(_ member: String, _ line: String) throws {
        for usesFargate in [false, true] {
            let (_, left) = try read("services: {a: {image: \"a:1\", \(member)}}") { $0.usesFargate = usesFargate }
            #expect(left.filter { $0.contains(line) }.count == 1, "\(left)")
        }
        #expect(try !read("services: {a: {image: \"a:1\", cpus: 0}}").left.contains { $0.contains("processors") })
    }

    @Test(
        "a file that can not be read is told with its line, and one without services is an error",
        arguments: [
            (
                "services:\n  a:\n    image: x\n   ports: [1]\n",
                "compose.yaml:4:4: not YAML: did not find expected key"
            ),
            ("services: {}\n", "compose.yaml: has no service: there is nothing to carry over"),
        ])
    func unreadable(_ text: String, _ message: String) {
        let error = #expect(throws: ImportError.self) { try ComposeSample.project(text) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }

    @Test("of extra hosts only the gateway is left behind")
    func extraHosts() throws {
        let hosts = "[\"host.docker.internal:host-gateway\", \"b.internal:10.0.0.5\"]"
        let (texts, left) = try read("services: {a: {image: \"a:1\", extra_hosts: \(hosts)}}")
        let definition = try #require(texts["production/a/task-definition.yaml"])
        #expect(definition.contains("hostname: b.internal") && definition.contains("10.0.0.5"))
        #expect(!definition.contains("host-gateway"))
        #expect(left.filter { $0.contains("extra_hosts") }.count == 1)
        #expect(left.contains { $0.contains("services.a.extra_hosts[0]: host-gateway means nothing") })
    }

    @Test("extra hosts may be a mapping")
    func extraHostsByName() throws {
        let (texts, left) = try read(
            "services: {a: {image: \"a:1\", extra_hosts: {one: host-gateway, two: \"[::1]\"}}}")
        #expect(texts["production/a/task-definition.yaml"]?.contains("hostname: two") == true)
        #expect(left.contains { $0.contains("services.a.extra_hosts.one: host-gateway means nothing") })
    }

    @Test("namespaces of the host are told as left behind where they are, and nowhere else")
    func namespaces() throws {
        let text = "services: {a: {image: \"a:1\", pid: host, ipc: host}}"
        let (texts, left) = try read(text)
        let definition = texts["production/a/task-definition.yaml"]
        #expect(definition?.contains("pidMode: host") == true && definition?.contains("ipcMode: host") == true)
        #expect(!left.contains { $0.contains("does not allow") })
        let fargate = try read(text) { $0.usesFargate = true }
        #expect(fargate.left.filter { $0.contains("is what the kind of tasks does not allow") }.count == 2)
    }

    @Test(
        "what runs once is run before whoever waits for it, however that is said",
        arguments: ["depends_on: [migrate]", "depends_on: {migrate: {condition: service_healthy}}"])
    func runsOnce(_ waits: String) throws {
        let (texts, left) = try read(
            "services: {migrate: {image: \"m:1\", restart: \"no\"}, api: {image: \"a:1\", \(waits)}}")
        #expect(texts["production/migrate/service.yaml"] == nil || !left.isEmpty)
        let service = try #require(texts["production/api/service.yaml"])
        #expect(service.contains("beforeRollout:") && service.contains("taskDefinition: migrate"), "\(service)")
        #expect(!service.contains("dependsOn"))
    }

    @Test("a container port that is published twice has two listeners and one target group")
    func publishedTwice() throws {
        let (texts, _) = try read("services: {web: {image: \"w:1\", ports: [\"80:8080\", \"8081:8080\"]}}")
        let balancer = try #require(texts["production/load-balancer.yaml"])
        #expect(balancer.contains("port: 80\n") && balancer.contains("port: 8081\n"), "\(balancer)")
        #expect(balancer.ranges(of: "kind: TargetGroup").count == 1)
        let definition = try #require(texts["production/web/task-definition.yaml"])
        #expect(definition.ranges(of: "containerPort: 8080").count == 1)
    }

    @Test("a port that only the machine reached and one that all did are one target of the load balancer")
    func localFirst() throws {
        let (texts, _) = try read(
            "services: {web: {image: \"w:1\", ports: [\"127.0.0.1:9000:8080\", \"80:8080\"]}}")
        #expect(texts["production/load-balancer.yaml"]?.contains("port: 80\n") == true)
    }

    @Test("a health check keeps Compose's own timeout where it states none")
    func timeout() throws {
        let (texts, _) = try read("services: {a: {image: \"a:1\", healthcheck: {test: [CMD-SHELL, slow]}}}")
        #expect(texts["production/a/task-definition.yaml"]?.contains("timeout: 30") == true)
    }

    @Test("a service on every machine needs machines")
    func global() throws {
        let text = "services: {a: {image: \"a:1\", deploy: {mode: global}}}"
        #expect(try read(text).texts["production/a/service.yaml"]?.contains("DAEMON") == true)
        let (texts, left) = try read(text) { $0.usesFargate = true }
        #expect(texts["production/a/service.yaml"]?.contains("DAEMON") == false)
        #expect(left.contains { $0.contains("services.a.deploy.mode: needs instances") })
    }

    @Test("a secret without a value has one line, and what several services share is told once")
    func sharedSecret() throws {
        let (texts, left) = try read(
            """
            x-env: &env {SECRET_KEY_BASE: "${SECRET_KEY_BASE:?set it}", MODE: "${MODE}", DB_PASSWORD: "${PW:-x}"}
            services:
              api: {image: "a:1", environment: *env}
              worker: {image: "a:1", environment: {<<: *env}}
            """)
        #expect(left.filter { $0.contains("SECRET_KEY_BASE") }.count == 1)
        #expect(left.contains { $0.contains("services.api.environment.SECRET_KEY_BASE: looks like a secret") })
        #expect(left.filter { $0.contains("${MODE} stays as it is written") }.count == 1)
        #expect(!left.contains { $0.contains("PW has no value here") })
        let report = try #require(texts["production/IMPORT.md"])
        #expect(report.contains("/shop/api/SECRET_KEY_BASE") && report.contains("/shop/worker/SECRET_KEY_BASE"))
    }

    @Test("a list of variables is told likewise")
    func listed() throws {
        let (_, left) = try read("services: {a: {image: \"a:1\", environment: [\"API_TOKEN=${API_TOKEN}\"]}}")
        #expect(left.filter { $0.contains("API_TOKEN") }.count == 1)
    }

    @Test("a health check that is switched off needs no line")
    func noHealthCheck() throws {
        let (texts, left) = try read("services: {a: {image: \"a:1\", healthcheck: {disable: true}}}")
        #expect(texts["production/a/task-definition.yaml"]?.contains("healthCheck") == false)
        #expect(!left.contains { $0.contains("healthcheck") })
    }

    @Test("a variable that names a secret's file becomes the secret, and the secret no second variable")
    func secretFile() throws {
        let (texts, left) = try read(
            """
            services:
              db:
                image: postgres:17
                environment: {POSTGRES_PASSWORD_FILE: /run/secrets/db_password}
                secrets: [db_password, {source: other, target: more}]
            secrets: {db_password: {file: ./a}, other: {file: ./b}}
            """)
        let definition = try #require(texts["production/db/task-definition.yaml"])
        #expect(definition.contains("{name: POSTGRES_PASSWORD, valueFrom: /shop/db_password}"))
        #expect(definition.contains("{name: MORE, valueFrom: /shop/other}"))
        #expect(!definition.contains("_FILE") && !definition.contains("name: DB_PASSWORD"))
        let told = left.filter { $0.contains("POSTGRES_PASSWORD") }
        #expect(told.count == 1 && told.first?.contains("the image has to read POSTGRES_PASSWORD itself") == true)
    }
}
