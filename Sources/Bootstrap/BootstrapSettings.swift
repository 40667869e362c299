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
    /// Roles that Auto Scaling groups take: their lifecycle hooks', and service-linked ones of a suffix.
    public var groupRoles: [String] = []
    /// Roles that environments name as `assumeRoleArn`.
    public var assumeRoles: [String] = []
    /// Listeners of others on which Neap may make rules.
    public var sharedListeners: [String] = []
    /// Parameters that manifests look up beside AWS's public ones.
    public var parameters: [String] = []
    /// What the controller's own variables come from.
    public var secrets: [Secret] = []
    /// KMS keys of one's own that encrypt those; AWS's own keys need no entry.
    public var secretKeys: [String] = []
    /// The repository of images that holds Neap's, an ARN of ECR's; empty for others.
    public var imageRepositories: [String] = []

    /// A variable, and the parameter or secret that holds it.
    public struct Secret: Sendable, Equatable {
        /// `NEAP_GIT_TOKEN`.
        public let name: String
        /// What ECS is told: an ARN of Parameter Store's or of Secrets Manager's, or one of these and `:key:stage:version`.
        public let arn: String
        /// What a policy names: the ARN without what stands behind a secret's name.
        public let resource: String

        /// The words of a person, `NAME=ARN`; nil for anything else.
        public init?(_ text: String) {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].wholeMatch(of: /[A-Z][A-Z0-9_]*/) != nil,
                let resource = Self.resource(parts[1])
            else { return nil }
            name = String(parts[0])
            arn = String(parts[1])
            self.resource = String(resource)
        }

        /// `:key:stage:version` follows a secret's name as a whole, with nothing between the colons for the standard.
        private static func resource(_ arn: Substring) -> Substring? {
            let parameter = /arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter\/[^:*,\s]+/
            if arn.wholeMatch(of: parameter) != nil { return arn }
            let secret = /(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^:*,\s]+)(?::[^:*,\s]*){0,3}/
            guard let match = arn.wholeMatch(of: secret) else { return nil }
            let colons = arn.count(where: { $0 == ":" })
            return colons == 6 || colons == 9 ? match.1 : nil
        }
    }

    /// Settings for `environments`, with names that begin with `name`.
    public init(environments: [String], name: String = "neap") {
        self.environments = environments
        self.name = name
    }
}
