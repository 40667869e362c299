import Model
import Planning
import Testing

@Suite("Whose a resource is")
struct OwnershipTests {
    private let ours = Ownership(environment: "production", owner: "git.example.org/team/infra")

    @Test("what carries our tags is ours")
    func own() {
        let tags = ours.tags(for: .of("Box/a"), specHash: "sha256:1")
        #expect(ours.refusal(of: ResourceID("Thing", "a"), tags: tags, adoptable: false) == nil)
        #expect(
            tags == [
                "neap:environment": "production", "neap:owner": "git.example.org/team/infra", "neap:resource": "Box/a",
                "neap:spec-hash": "sha256:1",
            ])
    }

    @Test(
        "what another environment or another repository made is refused, adopted or not",
        arguments: [("staging", "git.example.org/team/infra"), ("production", "git.example.org/other/infra")])
    func foreign(_ environment: String, _ owner: String) {
        let tags = ["neap:environment": environment, "neap:owner": owner]
        for adoptable in [true, false] {
            let refusal = ours.refusal(of: ResourceID("Thing", "a"), tags: tags, adoptable: adoptable)
            #expect(refusal?.reason == .conflict)
            #expect(refusal?.message.hasPrefix("belongs to environment \(environment) of \(owner)") == true)
        }
    }

    @Test("the same environment under another owner may be ours, and the way out is named; another environment is not")
    func sameEnvironment() {
        let said = { (environment: String, owner: String) in
            let tags = ["neap:environment": environment, "neap:owner": owner]
            return ours.refusal(of: ResourceID("Thing", "a"), tags: tags, adoptable: false)?.message
        }
        #expect(
            said("production", "/home/ann/infra")
                == "belongs to environment production of /home/ann/infra; if this repository is that one, "
                + "state `owner: /home/ann/infra` in the environment's spec")
        #expect(said("staging", "/home/ann/infra") == "belongs to environment staging of /home/ann/infra")
    }

    @Test("a CloudFormation stack's resource is refused, even when adopted or tagged as ours")
    func cloudFormation() {
        var tags = ours.tags(for: .of("Box/a"), specHash: "")
        tags["aws:cloudformation:stack-name"] = "legacy"
        let refusal = ours.refusal(of: ResourceID("Thing", "a"), tags: tags, adoptable: true)
        #expect(refusal?.reason == .conflict)
        #expect(refusal?.message.contains("legacy") == true)
    }

    @Test(
        "what has no tags of Neap's, or only one, waits for adoption",
        arguments: [[:], ["team": "core"], ["neap:environment": "production"]])
    func untagged(_ tags: [String: String]) {
        #expect(ours.refusal(of: ResourceID("Thing", "a"), tags: tags, adoptable: false)?.reason == .notOwned)
        #expect(ours.refusal(of: ResourceID("Thing", "a"), tags: tags, adoptable: true) == nil)
    }

    @Test("what AWS gives no tags goes with what it is a part of")
    func noTags() {
        #expect(ours.refusal(of: ResourceID("Thing", "a"), tags: nil, adoptable: false) == nil)
    }
}
