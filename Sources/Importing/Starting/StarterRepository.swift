/// What `neap init` writes into a new repository: the environment, a first service with the instances that it runs on, the
/// schema that editors read, and what a merge request runs.
public struct StarterRepository: Sendable {
    /// Whose pipelines are written.
    public enum Forge: String, Sendable, CaseIterable { case github, gitlab, both, none }

    /// The environment's name, which is its folder's and its cluster's too.
    public var environment: String
    /// `eu-west-1`.
    public var region: String
    /// Twelve digits; nil for any account.
    public var accountID: String?
    /// What the owner tag says; nil for the repository's host and path.
    public var owner: String?
    /// The first service's name; nil for an environment without manifests, which an import then fills.
    public var service: String?
    /// The service's image.
    public var image: String
    /// Whose pipelines are written.
    public var forge: Forge

    /// A repository of these; what is left out is AWS's to say, or nothing.
    public init(
        environment: String, region: String, accountID: String? = nil, owner: String? = nil, service: String?,
        image: String, forge: Forge
    ) {
        self.environment = environment
        self.region = region
        self.accountID = accountID
        self.owner = owner
        self.service = service
        self.image = image
        self.forge = forge
    }

    /// The files' texts by their paths; `schema` is the JSON Schema of every kind.
    public func texts(schema: String) -> [String: String] {
        let document = ImportedFiles.environment(environment, region: region, accountID: accountID, owner: owner)
        var texts = ["neap.yaml": modeline("") + document, ".neap/schema.json": schema]
        if let service {
            texts["\(environment)/capacity.yaml"] = modeline("../") + StarterManifests.capacity(environment)
            texts["\(environment)/\(service).yaml"] =
                modeline("../")
                + StarterManifests.service(service, image: image, environment: environment, region: region)
        } else {
            // Git keeps no empty folder.
            texts["\(environment)/.gitkeep"] = ""
        }
        if forge == .github || forge == .both {
            texts[".github/workflows/neap.yaml"] = StarterPipelines.github(environment, region: region)
        }
        if forge == .gitlab || forge == .both {
            texts[".gitlab-ci.yml"] = StarterPipelines.gitlab(environment, region: region)
        }
        return texts
    }

    /// What tells an editor where the schema is; `up` leads to the repository's root.
    private func modeline(_ up: String) -> String {
        "# yaml-language-server: $schema=\(up.isEmpty ? "./" : up).neap/schema.json\n"
    }
}
