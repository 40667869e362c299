/// Neap's own service, to be committed beside what it manages: a release of charts/neap, and the chart.
public struct ControllerManifests: Sendable {
    /// What the release states.
    public struct Service: Sendable {
        /// Neap's image.
        public var image: String
        /// The cluster, by its manifest's name or its ARN.
        public var cluster: String
        /// The URL of the repository that it watches.
        public var repository: String
        /// The branch; nil for the chart's own.
        public var reference: String?
        /// Twelve digits: the account that the roles are in.
        public var accountID: String
        /// Where the queue is.
        public var region: String
        /// The accounts that the environments name.
        public var accounts: [String]

        /// A service of these.
        public init(
            image: String, cluster: String, repository: String, reference: String?, accountID: String, region: String,
            accounts: [String]
        ) {
            self.image = image
            self.cluster = cluster
            self.repository = repository
            self.reference = reference
            self.accountID = accountID
            self.region = region
            self.accounts = accounts
        }
    }

    private let settings: BootstrapSettings
    private let service: Service

    /// The manifests of `service` with the names that `settings` give to what it stands on.
    public init(_ settings: BootstrapSettings, _ service: Service) {
        self.settings = settings
        self.service = service
    }

    /// The chart's files, by their paths in the repository.
    public var chart: [String: String] {
        Dictionary(ChartFiles.neap.map { ("charts/neap/\($0.key)", $0.value) }) { first, _ in first }
    }

    /// The release, for a file of `folder` in the repository.
    public func release(in folder: String) -> String {
        let depth = folder.split(separator: "/").filter { $0 != "." }.count
        let up = String(repeating: "../", count: depth)
        let release: TemplateNode = [
            "apiVersion": "neap/v1", "kind": "Release", "metadata": ["name": .text(settings.name)],
            "spec": ["chart": .text((up.isEmpty ? "./" : up) + "charts/neap"), "values": .members(values)],
        ]
        return "# Neap itself. A newer one is a commit that changes the image.\n" + release.yaml
    }

    private var values: [TemplateNode.Member] {
        var values = [
            TemplateNode.Member("image", .text(service.image)), TemplateNode.Member("cluster", .text(service.cluster)),
            TemplateNode.Member("repository", .text(service.repository)),
        ]
        if let reference = service.reference { values.append(TemplateNode.Member("ref", .text(reference))) }
        values.append(TemplateNode.Member("environments", list(settings.environments)))
        values.append(TemplateNode.Member("accounts", list(service.accounts)))
        if !settings.assumeRoles.isEmpty {
            values.append(TemplateNode.Member("assumeRoles", list(settings.assumeRoles)))
        }
        values += [
            TemplateNode.Member("leaseTable", .text("\(settings.name)-leases")),
            TemplateNode.Member("queueUrl", .text(queueURL)),
            TemplateNode.Member("roles", ["execution": role("execution"), "task": role("controller")]),
        ]
        if !settings.secrets.isEmpty {
            values.append(
                TemplateNode.Member(
                    "secrets", .members(settings.secrets.map { TemplateNode.Member($0.name, .text($0.arn)) })))
        }
        return values
    }

    private func list(_ texts: [String]) -> TemplateNode { .list(texts.map { .text($0) }) }

    private func role(_ suffix: String) -> TemplateNode {
        .text("arn:\(partition):iam::\(service.accountID):role/\(settings.name)-\(suffix)")
    }

    private var partition: String {
        service.region.hasPrefix("cn-") ? "aws-cn" : service.region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }

    private var queueURL: String {
        let domain = partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"
        return "https://sqs.\(service.region).\(domain)/\(service.accountID)/\(settings.name)-hints"
    }
}
