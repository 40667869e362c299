/// Who may take a role: the one that plans, or one that environments name.
public struct RoleTrust: Sendable, Equatable {
    /// `token.actions.githubusercontent.com`; nil when a principal of AWS's is trusted.
    public var provider: String?
    /// The provider's subject, `repo:acme/infra:pull_request`, with `*` for anything; or an ARN.
    public var subject: String

    /// The words of a person: `HOST=SUBJECT` or the ARN of a role, a user or an account; nil for anything else.
    public init?(_ text: String) {
        if text.hasPrefix("arn:") {
            subject = text
            return
        }
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].contains("."), !text.contains(where: \.isWhitespace) else { return nil }
        provider = parts[0]
        subject = parts[1]
    }

    /// Why this is nobody in particular, or anybody at all; nil where it is somebody.
    public var problem: String? {
        guard let provider else {
            return isPrincipal ? nil : "takes the ARN of a role, a user or an account (…:root), and not \(subject)"
        }
        guard let wildcard = subject.firstIndex(where: { "*?".contains($0) }) else { return nil }
        let fixed = subject[..<wildcard]
        let isGitHub = Self.isGitHub(provider)
        if isGitHub ? Self.namesRepository(fixed) : Self.namesOwner(fixed) { return nil }
        let example = isGitHub ? "owner and repository, repo:acme/infra:*" : "whose it is, project_path:acme/*"
        return "lets strangers take the role by \(subject): say before the wildcard \(example)"
    }

    private var isPrincipal: Bool {
        let name = /arn:aws[a-z-]*:(?:iam|sts)::[0-9]{12}:(?:root|(?:role|user|assumed-role)\/[A-Za-z0-9_+=,.@\/-]+)/
        return subject.wholeMatch(of: name) != nil
    }

    private static func isGitHub(_ provider: String) -> Bool {
        let host = "token.actions.githubusercontent.com"
        return provider == host || provider.hasPrefix(host + "/")
    }

    /// Anybody can have a repository at GitHub, and subjects that begin as its owner likes.
    private static func namesRepository(_ fixed: Substring) -> Bool {
        let byName = /(?:repo|repository):[^:\/]+\/[^:\/]+:/
        let byNumber = /repository(?:_id|_owner|_owner_id):[^:\/]+:/
        return fixed.prefixMatch(of: byName) != nil || fixed.prefixMatch(of: byNumber) != nil
    }

    /// A whole part besides the word that says what the part is: `project_path:acme/`, `acme:`.
    private static func namesOwner(_ fixed: Substring) -> Bool {
        let word = fixed.prefixMatch(of: /[a-z_]+:[:\/]*/)
        return fixed[(word?.range.upperBound ?? fixed.startIndex)...].prefixMatch(of: /[^:\/]+[:\/]/) != nil
    }
}
