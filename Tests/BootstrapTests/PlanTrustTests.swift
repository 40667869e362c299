import Testing

@testable import Bootstrap

@Suite("Who may take a role")
struct RoleTrustTests {
    private static let github = "token.actions.githubusercontent.com"

    @Test("it is an ARN or a provider's subject")
    func forms() {
        #expect(RoleTrust("arn:aws:iam::123456789012:role/ci")?.provider == nil)
        let forge = RoleTrust("\(Self.github)=repo:acme/infra:ref=x")
        #expect(forge?.provider == Self.github && forge?.subject == "repo:acme/infra:ref=x")
        #expect(RoleTrust("anyone") == nil && RoleTrust("a b.c=d") == nil && RoleTrust("nohost=x") == nil)
    }

    @Test(
        "a subject of GitHub's names owner and repository before any wildcard",
        arguments: [
            "*", "repo:*", "repo:acme/*", "repo:acme/infra*", "repo:*/infra:pull_request", "repo:acme/in?ra:*",
            "?epo:acme/infra:x", "repository_id:*", "environment:production:*", "job_workflow_ref:acme/infra/*",
        ])
    func strangers(_ subject: String) {
        #expect(RoleTrust("\(Self.github)=\(subject)")?.problem?.contains("strangers") == true)
        #expect(RoleTrust("\(Self.github)/acme=\(subject)")?.problem?.contains("strangers") == true)
    }

    @Test(
        "what names them is taken",
        arguments: [
            "repo:acme/infra:pull_request", "repo:acme/infra:*", "repo:acme/infra:ref:refs/heads/*",
            "repo:acme@12/infra@34:*", "repository_owner_id:12:repository_id:34:*", "environment:production",
        ])
    func known(_ subject: String) {
        let trust = RoleTrust("\(Self.github)=\(subject)")
        #expect(trust != nil && trust?.problem == nil)
    }

    @Test(
        "another provider's subject has a part of its own before any wildcard",
        arguments: ["*", "?", "x*", "project_path:*", "project_path:acme*", "https://*", "*/x"])
    func otherStrangers(_ subject: String) {
        #expect(RoleTrust("gitlab.com=\(subject)")?.problem?.contains("strangers") == true)
    }

    @Test(
        "and then it is taken",
        arguments: [
            "project_path:acme/*", "acme/*", "{12-34}:*", "12345", "org/12/*", "organization:acme:pipeline:*",
        ])
    func otherKnown(_ subject: String) {
        let trust = RoleTrust("gitlab.com=\(subject)")
        #expect(trust != nil && trust?.problem == nil)
    }

    @Test("an ARN is that of a role, a user or an account, without wildcards")
    func principals() {
        for known in ["iam::123456789012:role/a/ci", "iam::123456789012:root", "sts::123456789012:assumed-role/ci/x"] {
            #expect(RoleTrust("arn:aws-cn:\(known)").map { $0.problem == nil } == true, "\(known)")
        }
        for strange in ["iam::*:role/ci", "iam::123456789012:role/*", "s3:::bucket", "iam::123456789012:group/ci"] {
            #expect(RoleTrust("arn:aws:\(strange)")?.problem != nil, "\(strange)")
        }
    }
}
