import Manifest
import Model
import Testing

@Suite struct EnvelopeTests {
    private func problems(_ text: String) throws -> [String] {
        try MemorySource.demo(["a.yaml": text]).desired().diagnostics.map(\.description)
    }

    @Test(
        "what is wrong around a spec is told",
        arguments: [
            (
                "a: 1",
                "demo/a.yaml:1:1: the document is no manifest (a manifest has apiVersion, kind, metadata and spec; .neapignore keeps other files out)"
            ),
            (
                "just text",
                "demo/a.yaml:1:1: the document is no manifest (a manifest has apiVersion, kind, metadata and spec; .neapignore keeps other files out)"
            ),
            (
                "apiVersion: v1\nkind: Cluster\nmetadata: {name: a}",
                "demo/a.yaml:1:13: Cluster/a: /apiVersion: apiVersion is not neap/v1"
            ),
            (
                "apiVersion: neap/v1\nkind: Servise\nmetadata: {name: a}",
                "demo/a.yaml:2:7: Servise/a: /kind: Servise is no kind (did you mean Service?)"
            ),
            (
                "apiVersion: neap/v1\nkind: Listener\nmetadata: {name: a}",
                "demo/a.yaml:2:7: Listener/a: /kind: Listener is no kind"
            ),
            (
                "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: a}",
                "demo/a.yaml:2:7: Environment/a: /kind: an Environment stands at the repository's root, as neap.yaml or neap.*.yaml"
            ),
            ("apiVersion: neap/v1\nkind: Cluster", "demo/a.yaml:1:1: /metadata: metadata is missing"),
            ("apiVersion: neap/v1\nkind: Cluster\nmetadata: {}", "demo/a.yaml:3:11: /metadata/name: name is missing"),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a.b}",
                "demo/a.yaml:3:18: Cluster/a.b: /metadata/name: a.b is no name: letters, digits, - and _, beginning with a letter or digit"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: \u{0430}}",
                "demo/a.yaml:3:18: Cluster/\u{0430}: /metadata/name: \u{0430} is no name: letters, digits, - and _, beginning with a letter or digit"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a, label: {}}",
                "demo/a.yaml:3:21: Cluster/a: /metadata/label: unknown field (did you mean labels?)"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a}\nspce: {}",
                "demo/a.yaml:4:1: Cluster/a: /spce: unknown field (did you mean spec?)"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a}\npolicy: {drift: fix}",
                "demo/a.yaml:4:17: Cluster/a: /policy/drift: fix is not one of report, correct"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a}\npolicy: {onRollback: hold}",
                "demo/a.yaml:4:10: Cluster/a: /policy/onRollback: only a Service has onRollback"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a}\npolicy: {ignore: [tags]}",
                "demo/a.yaml:4:19: Cluster/a: /policy/ignore: tags is no JSON pointer (begin with a slash: /desiredCount)"
            ),
            (
                "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a}\npolicy: {dependsOn: [Cluster/b]}",
                "demo/a.yaml:4:22: Cluster/a: /policy/dependsOn: no manifest is named Cluster/b (did you mean Cluster/a?)"
            ),
            (
                "apiVersion: neap/v1\nkind: Service\nmetadata: {name: a}\npolicy: {approval: false}",
                "demo/a.yaml:4:20: Service/a: /policy/approval: expected required or a list of effects (noRestart, scalesNow, movesTraffic, rollsTasks, rollsInstances, replaces, deletes)"
            ),
            (
                "apiVersion: neap/v1\nkind: Service\nmetadata: {name: a}\npolicy: {approval: [rollTasks]}",
                "demo/a.yaml:4:21: Service/a: /policy/approval: rollTasks is no effect (did you mean rollsTasks?)"
            ),
            (
                "apiVersion: neap/v1\nkind: Service\nmetadata: {name: a}\npolicy: {rolloutTimeout: 5}",
                "demo/a.yaml:4:26: Service/a: /policy/rolloutTimeout: a duration needs a unit (write it such as 1m, 5m or 1h30m)"
            ),
        ])
    func problems(text: String, expected: String) throws { #expect(try problems(text) == [expected]) }

    @Test("a manifest whose policy is not enforced is broken, one whose policy has no effect is not")
    func notEnforced() throws {
        func invalid(_ policy: String) throws -> Int {
            try MemorySource.demo(["a.yaml": manifest("Service", "a", "policy: {\(policy)}")]).desired().invalid.count
        }
        #expect(try invalid("approval: {by: [ops]}") == 1)
        #expect(try invalid("windows: []") == 0)
        #expect(try invalid("onRollback: revert, rolloutTimeout: 5m") == 0)
    }

    @Test("a name has at most 128 characters")
    func longNames() throws {
        #expect(try problems(manifest("Cluster", String(repeating: "a", count: 128))).isEmpty)
        #expect(try problems(manifest("Cluster", String(repeating: "a", count: 129))).count == 1)
    }

    @Test("a policy is laid over the environment's")
    func policy() throws {
        let source = MemorySource([
            "neap.yaml": MemorySource.environment.replacing(
                "paths: [demo]",
                with: "paths: [demo], drift: correct, policy: {adopt: true, allow: {a: b}, onRollback: hold}"),
            "demo/a.yaml": manifest(
                "Service", "a",
                "policy: {adopt: false, suspend: true, deletionPolicy: retain, ignore: [/tag], allow: {c: d}, dependsOn: [Cluster/c], rolloutTimeout: 10m}"
            ),
            "demo/c.yaml": manifest("Cluster", "c"),
        ])
        let desired = try source.desired()
        #expect(desired.diagnostics == [])
        #expect(desired.isComplete)
        let service = try #require(desired.resources[ResourceID("Service", "a")])
        #expect(!service.policy.adopt)
        #expect(service.policy.suspend)
        #expect(service.policy.deletionPolicy == .retain)
        #expect(service.policy.drift == .correct)
        #expect(service.policy.ignore == ["/tag"])
        #expect(service.policy.allow == ["a": "b", "c": "d"])
        #expect(service.dependsOn == [ResourceID("Cluster", "c")])
        #expect(service.policy.onRollback == .hold)
        #expect(service.policy.rolloutTimeout == .seconds(600))
        #expect(desired.resources[ResourceID("Cluster", "c")]?.policy.adopt == true)
    }

    @Test("labels are kept")
    func labels() throws {
        let text = "apiVersion: neap/v1\nkind: Cluster\nmetadata: {name: a, labels: {team: core}}"
        #expect(try MemorySource.demo(["a.yaml": text]).desired().resources.values.first?.labels == ["team": "core"])
    }
}
