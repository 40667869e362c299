import GitStore
import Testing

@testable import Controller

@Suite("How a repository's server is spoken to")
struct GitSettingsTests {
    private func refusal(_ url: String, _ settings: GitSettings = GitSettings()) -> String? {
        do throws(GitError) {
            _ = try settings.access(to: url)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("plain HTTP to another host is refused with the flag that allows it, and only where that would help")
    func plainHTTP() {
        #expect(refusal("http://example.com/x.git")?.contains("--allow-plain-http") == true)
        #expect(refusal("http://127.0.0.1:3000/x.git") == nil)
        var open = GitSettings()
        open.allowsPlainHTTP = true
        #expect(refusal("http://example.com/x.git", open) == nil)
        let metadata = refusal("http://169.254.169.254/x.git")
        #expect(metadata?.contains("where no repository may be") == true)
        #expect(metadata?.contains("--allow-plain-http") == false)
    }
}
