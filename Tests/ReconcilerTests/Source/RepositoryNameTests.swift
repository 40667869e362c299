import Testing

@testable import Reconciler

/// Repositories as tags and files name them.
struct RepositoryNameTests {
    @Test(
        "a URL's host and path, without scheme, user and suffix",
        arguments: [
            ("https://github.com/acme/infra.git", "github.com/acme/infra", true),
            ("https://github.com/acme/infra", "github.com/acme/infra", true),
            ("https://github.com/acme/infra/", "github.com/acme/infra", true),
            ("https://token:x-oauth-basic@github.com/acme/infra.git", "github.com/acme/infra", true),
            ("https://user@git.example.org:8443/a/b.git", "git.example.org:8443/a/b", true),
            ("http://127.0.0.1:8080/app.git", "127.0.0.1:8080/app", false),
            ("ssh://git@github.com/acme/infra.git", "github.com/acme/infra", false),
            ("git@github.com:acme/infra.git", "github.com/acme/infra", false),
            ("github.com:acme/infra", "github.com/acme/infra", false),
            ("file:///srv/git/infra.git", "/srv/git/infra", false), ("/srv/git/infra.git", "/srv/git/infra", false),
            ("https://git.example.org/a,b (c)/d", "git.example.org/a_b _c_/d", true),
        ])
    func name(_ url: String, _ text: String, _ hasPages: Bool) {
        let name = RepositoryName(url)
        #expect(name.text == text)
        #expect(name.hasCommitPages == hasPages)
    }

    @Test("a password with an @ never stays in the name")
    func password() {
        #expect(!RepositoryName("https://user:p@ss@github.com/acme/infra").text.contains("ss@"))
        #expect(!RepositoryName("https://user:p@ss@github.com/acme/infra").text.contains("p@"))
    }

    @Test("a name is at most as long as a tag's value")
    func long() {
        let name = RepositoryName("https://github.com/" + String(repeating: "a", count: 400))
        #expect(name.text.count == 256)
    }
}
