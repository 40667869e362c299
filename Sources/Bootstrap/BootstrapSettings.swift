/// What a bootstrap is for: the template's parameters begin with these, and the manifests are written from them.
public struct BootstrapSettings: Sendable, Equatable {
    /// The names of the environments that Neap writes for: tag conditions hold it to them.
    public var environments: [String]
    /// What names of roles, table, queue and rules begin with.
    public var name: String
    /// Roles that task definitions name.
    public var taskRoles: [String] = []
    /// Roles of the instances' profiles.
    public var instanceRoles: [String] = []
    /// Roles that services hand to ECS itself (blue/green, volumes).
    public var serviceRoles: [String] = []
    /// Roles that environments name as `assumeRoleArn`.
    public var assumeRoles: [String] = []
    /// Listeners of others on which Neap may make rules.
    public var sharedListeners: [String] = []
    /// Parameters that manifests look up beside AWS's public ones.
    public var parameters: [String] = []
    /// What the controller's own variables come from.
    public var secrets: [Secret] = []
    /// The repository of images that holds Neap's, an ARN of ECR's; empty for others.
    public var imageRepositories: [String] = []

    /// A variable, and the ARN of the parameter or secret that holds it.
    public struct Secret: Sendable, Equatable {
        /// `NEAP_GIT_TOKEN`.
        public let name: String
        /// An ARN of Parameter Store's or of Secrets Manager's.
        public let arn: String

        /// The words of a person, `NAME=ARN`; nil for anything else.
        public init?(_ text: String) {
            guard let match = text.wholeMatch(of: /([A-Z][A-Z0-9_]*)=(arn:aws[a-z-]*:(?:ssm|secretsmanager):[^*,\s]+)/)
            else { return nil }
            name = String(match.1)
            arn = String(match.2)
        }
    }

    /// Settings for `environments`, with names that begin with `name`.
    public init(environments: [String], name: String = "neap") {
        self.environments = environments
        self.name = name
    }
}

/// Who may take the role that plans.
public struct PlanTrust: Sendable, Equatable {
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
}
