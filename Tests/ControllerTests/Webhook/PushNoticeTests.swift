import HTTPTypes
import Reconciler
import Testing

@testable import Controller

/// What a webhook says, and whom it wakes.
@Suite("Pushes that webhooks tell of")
struct PushNoticeTests {
    private func notice(_ forge: Forge, _ body: String, _ event: (String, String)? = nil) -> PushNotice? {
        var fields = HTTPFields()
        if let event { fields[.known(event.0)] = event.1 }
        return PushNotice(forge, fields, Array(body.utf8))
    }

    @Test("each forge says where it happened in its own way")
    func forges() {
        let github = notice(
            .github,
            #"{"ref":"refs/heads/main","repository":{"full_name":"acme/infra","clone_url":"https://x/acme/infra.git"}}"#,
            ("X-GitHub-Event", "push"))
        #expect(github?.reference == "refs/heads/main")
        #expect(github?.repositories == ["https://x/acme/infra.git", "acme/infra"])
        let gitlab = notice(
            .gitlab, #"{"ref":"refs/heads/main","project":{"path_with_namespace":"acme/infra"}}"#,
            ("X-Gitlab-Event", "Push Hook"))
        #expect(gitlab?.repositories == ["acme/infra"])
        #expect(notice(.generic, #"{"repository":"acme/infra"}"#)?.repositories == ["acme/infra"])
    }

    @Test("what is no push is none, and what is not understood may be one")
    func none() {
        #expect(notice(.github, "{}", ("X-GitHub-Event", "ping")) == nil)
        #expect(notice(.gitlab, "{}", ("X-Gitlab-Event", "Issue Hook")) == nil)
        #expect(notice(.github, "payload=%7B%7D", ("X-GitHub-Event", "push")) == PushNotice.unknown)
        #expect(notice(.generic, String(repeating: "[", count: 100_000)) == PushNotice.unknown)
        #expect(notice(.generic, #"{"ref":["x"],"repository":7}"#) == PushNotice.unknown)
    }

    @Test("a repository is known by its path, whatever its host and scheme")
    func names() {
        let source = WatchedSource(
            repository: "https://git.example.org/Acme/infra.git", reference: "refs/heads/main", hints: Hints())
        for name in [
            "git@git.example.org:acme/infra.git", "acme/infra", "ssh://git@host:22/acme/infra",
            "https://other/acme/infra/",
        ] {
            #expect(source.isNamed([name]), "\(name)")
        }
        for name in ["acme/infra2", "infra-acme/infra", "", "https://git.example.org/"] {
            #expect(!source.isNamed([name]), "\(name)")
        }
        #expect(!source.isNamed([]))
    }

    @Test("the branch, what operators ask and tags are read; other branches and our own status are not")
    func references() {
        let source = WatchedSource(repository: "/srv/infra.git", reference: "refs/heads/main", hints: Hints())
        #expect(source.reads("refs/heads/main"))
        #expect(source.reads("refs/heads/neap/control/production"))
        #expect(source.reads("refs/tags/approve/1"))
        #expect(!source.reads("refs/heads/main2"))
        #expect(!source.reads("refs/heads/neap/status/production"))
    }
}
