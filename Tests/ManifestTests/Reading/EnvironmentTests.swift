import Manifest
import Model
import Testing

@Suite struct EnvironmentTests {
    private func environment(_ spec: String) throws -> Environment {
        try #require(try ManifestReader(kinds: []).environments(in: source(spec)).environments.first)
    }
    private func source(_ spec: String) -> MemorySource {
        MemorySource(["neap.yaml": "apiVersion: neap/v1\nkind: Environment\nmetadata: {name: demo}\nspec:\n  \(spec)\n"]
        )
    }
    private func problems(_ spec: String) throws -> [String] {
        try ManifestReader(kinds: []).environments(in: source(spec)).broken["demo"]?.map(\.description) ?? []
    }

    @Test("what an environment does not say has its default")
    func defaults() throws {
        let environment = try environment("paths: [demo]")
        #expect(environment.name == "demo")
        #expect(environment.paths == ["demo"])
        #expect(environment.interval == .seconds(60))
        #expect(environment.driftInterval == .seconds(300))
        #expect(environment.drift == .report)
        #expect(environment.correctAfter == .seconds(600))
        #expect(environment.prune == Environment.Prune())
        #expect(!environment.prune.enabled)
        #expect(environment.prune.maxDeletions == .percent(10))
        #expect(environment.statusBranch == "refs/heads/neap/status/demo")
        #expect(environment.owner == nil)
        #expect(environment.aws == Environment.AWS())
    }

    @Test("every field of an environment is read")
    func everyField() throws {
        let environment = try environment(
            """
            paths: [./a/, b/c, .]
              aws: {region: eu-west-1, accountId: "123456789012", assumeRoleArn: "arn:aws:iam::123456789012:role/neap"}
              interval: 1m30s
              driftInterval: 1h
              drift: correct
              correctAfter: 0s
              prune: {enabled: true, maxDeletions: 5}
              status: {branch: status/x}
              owner: example.com/team
              policy: {adopt: true, deletionPolicy: retain, onRollback: revert, rolloutTimeout: 20m, allow: {r1: because}}
              confirmDelete: [TargetGroup/api@0123abc]
            """)
        #expect(environment.paths == ["a", "b/c", "."])
        #expect(environment.aws.region == "eu-west-1")
        #expect(environment.aws.accountId == "123456789012")
        #expect(environment.aws.assumeRoleArn == "arn:aws:iam::123456789012:role/neap")
        #expect(environment.interval == .seconds(90))
        #expect(environment.driftInterval == .seconds(3_600))
        #expect(environment.drift == .correct)
        #expect(environment.policy.drift == .correct)
        #expect(environment.correctAfter == .zero)
        #expect(environment.prune.enabled)
        #expect(environment.prune.maxDeletions == .count(5))
        #expect(environment.statusBranch == "refs/heads/status/x")
        #expect(environment.owner == "example.com/team")
        #expect(environment.policy.adopt)
        #expect(environment.policy.deletionPolicy == .retain)
        #expect(environment.policy.allow == ["r1": "because"])
        #expect(environment.policy.onRollback == .revert)
        #expect(environment.policy.rolloutTimeout == .seconds(1_200))
        #expect(environment.confirmDelete == ["TargetGroup/api@0123abc"])
    }

    @Test(
        "what is wrong with an environment is told with its place",
        arguments: [
            ("interval: 1m", "neap.yaml:5:3: Environment/demo: /spec/paths: paths is missing"),
            ("paths: []", "neap.yaml:5:10: Environment/demo: /spec/paths: expected a list with at least one folder"),
            (
                "paths: [../x]",
                "neap.yaml:5:11: Environment/demo: /spec/paths: ../x is no folder of the repository (write it from the root, without ..)"
            ),
            (
                "paths: [/x]",
                "neap.yaml:5:11: Environment/demo: /spec/paths: /x is no folder of the repository (write it from the root, without ..)"
            ),
            (
                "{paths: [a], interval: 60}",
                "neap.yaml:5:26: Environment/demo: /spec/interval: a duration needs a unit (write it such as 10s, 5m or 1h30m)"
            ),
            (
                "{paths: [a], interval: 1ns}",
                "neap.yaml:5:26: Environment/demo: /spec/interval: 1ns is no duration (write it such as 10s, 5m or 1h30m)"
            ),
            (
                "{paths: [a], interval: -1m}",
                "neap.yaml:5:26: Environment/demo: /spec/interval: -1m is no duration (write it such as 10s, 5m or 1h30m)"
            ),
            ("{paths: [a], interval: 1s}", "neap.yaml:5:26: Environment/demo: /spec/interval: 1s is outside 10s to 1d"),
            (
                "{paths: [a], driftInterval: 9999h}",
                "neap.yaml:5:31: Environment/demo: /spec/driftInterval: 9999h is outside 10s to 1d"
            ),
            (
                "{paths: [a], interval: 99999999999999999999h}",
                "neap.yaml:5:26: Environment/demo: /spec/interval: 99999999999999999999h is no duration (write it such as 10s, 5m or 1h30m)"
            ),
            (
                "{paths: [a], intervall: 1m}",
                "neap.yaml:5:16: Environment/demo: /spec/intervall: unknown field (did you mean interval?)"
            ),
            (
                "{paths: [a], drift: fix}",
                "neap.yaml:5:23: Environment/demo: /spec/drift: fix is not one of report, correct"
            ),
            (
                "{paths: [a], aws: {accountId: 123456789012}}",
                "neap.yaml:5:33: Environment/demo: /spec/aws/accountId: expected a string, found an integer (put it in quotes)"
            ),
            (
                "{paths: [a], aws: {region: Ireland}}",
                "neap.yaml:5:30: Environment/demo: /spec/aws/region: Ireland is no region (such as eu-west-1)"
            ),
            (
                "{paths: [a], prune: {maxDeletions: 110%}}",
                "neap.yaml:5:38: Environment/demo: /spec/prune/maxDeletions: expected a count or 0% to 100% (such as 10%)"
            ),
            (
                "{paths: [a], status: {branch: refs/tags/x}}",
                "neap.yaml:5:33: Environment/demo: /spec/status/branch: refs/tags/x is no branch name"
            ),
            (
                "{paths: [a], owner: null}",
                "neap.yaml:5:16: Environment/demo: /spec/owner: owner is null (remove the line)"
            ),
            (
                "{paths: [a], confirmDelete: [api]}",
                "neap.yaml:5:32: Environment/demo: /spec/confirmDelete: api is no Kind/name@id (the id is the last part of the ARN)"
            ),
            (
                "{paths: [a], policy: {dependsOn: [Cluster/a]}}",
                "neap.yaml:5:25: Environment/demo: /spec/policy/dependsOn: unknown field"
            ),
            (
                "{paths: [a], policy: {approval: true}}",
                "neap.yaml:5:35: Environment/demo: /spec/policy/approval: expected required or a list of effects (noRestart, scalesNow, movesTraffic, rollsTasks, rollsInstances, replaces, deletes)"
            ),
            (
                "{paths: [a], policy: {allow: {x: ''}}}",
                "neap.yaml:5:33: Environment/demo: /spec/policy/allow: x is allowed without a reason"
            ),
        ])
    func problems(spec: String, expected: String) throws { #expect(try problems(spec) == [expected]) }

    @Test(
        "names that Git refuses for a branch are refused",
        arguments: [
            "a..b", "a b", ".a", "a/.b", "a.lock", "a/", "/a", "a//b", "a~1", "a^", "a:b", "a?", "a*", "a[", "a\\\\b",
            "@", "a@{b", "-a",
        ])
    func branchNames(name: String) throws {
        #expect(try problems("{paths: [a], status: {branch: \"\(name)\"}}").count == 1)
    }

    @Test("an environment has to be named when there are several")
    func several() throws {
        let source = MemorySource([
            "neap.yaml": MemorySource.environment,
            "neap.live.yaml": MemorySource.environment.replacing("name: demo", with: "name: live"),
            "sub/neap.yaml": "not: read",
        ])
        #expect(try ManifestReader(kinds: []).environments(in: source).names == ["demo", "live"])
        #expect(throws: ReadError.severalEnvironments(["demo", "live"])) { try source.desired() }
        #expect(throws: ReadError.unknownEnvironment("dmo", ["demo", "live"])) { try source.desired("dmo") }
        #expect(ReadError.severalEnvironments([]).isUsage)
        #expect(try source.desired("live").environment.file == "neap.live.yaml")
    }

    @Test("two environments of one name are both broken")
    func sameName() throws {
        let source = MemorySource(["neap.yaml": MemorySource.environment, "neap.b.yaml": MemorySource.environment])
        let found = try ManifestReader(kinds: []).environments(in: source)
        #expect(found.environments.isEmpty)
        #expect(found.broken["demo"]?.count == 2)
    }

    @Test("environments that share a status branch, written or from a name, are broken and told where the others stand")
    func sameBranch() throws {
        func file(_ name: String, _ status: String) -> String {
            MemorySource.environment.replacing("name: demo", with: "name: \(name)")
                .replacing("[demo]", with: "[demo]\(status)")
        }
        let found = try ManifestReader(kinds: []).environments(
            in: MemorySource([
                "neap.yaml": file("demo", ""), "neap.good.yaml": file("good", ""),
                "neap.live.yaml": file("live", ", status: {branch: refs/heads/neap/status/demo}"),
            ]))
        #expect(found.environments.map(\.name) == ["good"])
        #expect(found.names == ["demo", "good", "live"])
        #expect(
            found.broken.values.joined().map(\.description).sorted() == [
                "neap.live.yaml:4:40: Environment/live: /spec/status/branch: the status branch refs/heads/neap/status/demo is also that of demo at neap.yaml:1:1 (each environment needs a status.branch of its own)",
                "neap.yaml:1:1: Environment/demo: /spec/status/branch: the status branch refs/heads/neap/status/demo is also that of live at neap.live.yaml:4:40 (each environment needs a status.branch of its own)",
            ])
    }

    @Test("a name that three environments have is no environment's")
    func threeOfOneName() throws {
        let text = MemorySource.environment
        let source = MemorySource(["neap.yaml": text, "neap.b.yaml": text, "neap.c.yaml": text])
        let found = try ManifestReader(kinds: []).environments(in: source)
        #expect(found.environments.isEmpty)
        #expect(found.names == ["demo"])
    }

    @Test("a broken environment does not hide a good one that is named")
    func brokenNeighbour() throws {
        let source = MemorySource.demo(["a.yaml": manifest("Cluster", "main")])
        source.files["neap.other.yaml"] = Array("{".utf8)
        #expect(try source.desired("demo").resources.count == 1)
        #expect(throws: ReadError.self) { try source.desired() }
    }

    @Test("a file that can not be read is what is wrong with the environment that it is named after")
    func unreadableFile() throws {
        let source = MemorySource([
            "neap.live.yaml": "a: [\n", "neap.demo.yaml": MemorySource.environment,
        ])
        let error = #expect(throws: ReadError.self) { try source.desired("live") }
        #expect(error?.description.hasPrefix("neap.live.yaml:2:1: ") == true, "\(error.map(\.description) ?? "")")
        #expect(error?.isUsage == false)
        #expect(error?.isUnreadable == true)
    }

    @Test("an environment that is not there may stand in a file that can not be read, and that file's error is told")
    func unreadableNeighbour() throws {
        let source = MemorySource(["neap.yaml": "a: [\n", "neap.demo.yaml": MemorySource.environment])
        let error = #expect(throws: ReadError.self) { try source.desired("live") }
        let lines = (error?.description ?? "").split(separator: "\n")
        #expect(lines.first == "no environment is named live; there are: demo, neap.yaml")
        #expect(lines.last?.hasPrefix("neap.yaml:2:1: ") == true)
        #expect(error?.isUsage == false)
        #expect(error?.isUnreadable == true)
        #expect(!ReadError.unknownEnvironment("live", ["demo"]).isUnreadable)
    }

    @Test("each environment is told with its file, broken ones too")
    func files() throws {
        let source = MemorySource([
            "neap.yaml": MemorySource.environment, "neap.a.yaml": "a: [\n",
            "neap.b.yaml": MemorySource.environment.replacing("name: demo", with: "name: live") + "\nx: 1\n",
        ])
        let files = try ManifestReader(kinds: []).environments(in: source).files
        #expect(files == ["demo": "neap.yaml", "neap.a.yaml": "neap.a.yaml", "live": "neap.b.yaml"])
    }

    @Test("without an environment, and without any file, reading says so")
    func none() {
        #expect(throws: ReadError.empty) { try MemorySource([:]).desired() }
        #expect(throws: ReadError.noEnvironment(looksLike: nil)) { try MemorySource(["a.yaml": ""]).desired() }
        #expect(throws: ReadError.noEnvironment(looksLike: "neap.yml")) { try MemorySource(["neap.yml": ""]).desired() }
        #expect(ReadError.noEnvironment(looksLike: nil).description.hasPrefix("no neap.yaml"))
    }
}
