import AWSWire
import HTTPTypes
import Model

/// What a webhook says: a push, somewhere. It only chooses whom to wake; nothing of it is ever fetched.
public struct PushNotice: Sendable, Hashable {
    /// Names and URLs of the repository; empty when it says none.
    var repositories: [String] = []
    /// The full ref name; nil when it says none.
    var reference: String?

    /// A push of which nobody knows where it was.
    static let unknown = PushNotice()

    private init() {}

    /// The push that a signed body tells of; nil for what is none (a ping, an issue). What is not understood may be one.
    init?(_ forge: Forge, _ headers: HTTPFields, _ body: [UInt8]) {
        guard Self.mayBePush(forge, headers) else { return nil }
        let value: Value
        // A form, or what a later version of the forge sends: somebody who knows the secret says that something changed.
        do { value = try JSON.parse(body) } catch { return }
        reference = value["ref"]?.string
        let places = [value["repository"], value["project"]].compactMap(\.self)
        repositories = places.flatMap { place in
            [place.string].compactMap(\.self) + Self.members.compactMap { place[$0]?.string }
        }
    }

    private static let members = [
        "clone_url", "ssh_url", "html_url", "full_name", "git_http_url", "git_ssh_url", "web_url",
        "path_with_namespace",
        "url",
    ]

    private static func mayBePush(_ forge: Forge, _ headers: HTTPFields) -> Bool {
        switch forge {
        case .github: ["push", "create", "delete"].contains(headers[.known("X-GitHub-Event")] ?? "push")
        case .gitlab:
            ["Push Hook", "Tag Push Hook", "System Hook"].contains(headers[.known("X-Gitlab-Event")] ?? "Push Hook")
        case .gitea: ["push", "create", "delete"].contains(headers[.known("X-Gitea-Event")] ?? "push")
        case .generic: true
        }
    }
}
