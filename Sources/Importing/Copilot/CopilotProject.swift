public import Manifest
import Model

/// An application of AWS Copilot, in one of its environments, as manifests for ECS. Services stay on Fargate unless
/// instances are asked for; the network stays the one that Copilot made, found by the tags that it gave it.
public struct CopilotProject: Sendable {
    /// What the application's folder does not say.
    public struct Settings: Sendable {
        /// `eu-west-1`.
        public var region: String
        /// Twelve digits; nil when it is not known.
        public var accountID: String?
        /// Whose overrides and network are read.
        public var environment: String
        /// Whether tasks run on instances instead of Fargate.
        public var usesInstances = false
        /// A cluster that is there: a manifest's name or an ARN; nil for one of its own.
        public var cluster: String?
        /// The ARN of the certificate of HTTPS listeners; nil for those that the environment imports.
        public var certificate: String?
        /// What variables of the files hold.
        public var variables: [String: String] = [:]

        /// Settings on Fargate, without a cluster, certificate or variables.
        public init(region: String, accountID: String? = nil, environment: String) {
            self.region = region
            self.accountID = accountID
            self.environment = environment
        }
    }

    /// What manifests are written from.
    let stack: CarriedStack
    let ledger: CarryLedger
    /// The manifests as written, for whoever checks that nothing went missing.
    let tops: [ForeignNode]

    /// The application whose `copilot` folder `source` is; `prefix` stands before paths in places.
    ///
    /// Throws `ImportError` when it is none, and what the source throws.
    public init(_ source: any ManifestSource, prefix: String, _ settings: Settings) throws {
        let files = try CopilotFiles(source, prefix: prefix)
        var reader = CopilotReader(files, settings)
        stack = try reader.read()
        ledger = reader.ledger
        tops = reader.tops
    }

    /// The environments that the folder has manifests of, sorted.
    public static func environments(_ source: any ManifestSource) throws -> [String] {
        let parts = try source.entries().map { $0.path.split(separator: "/").map(String.init) }
        return parts.filter { $0.count == 3 && $0[0] == "environments" && CopilotFiles.isManifest($0[2]) }.map { $0[1] }
            .sorted()
    }
}

/// The files of a `copilot` folder.
struct CopilotFiles {
    let application: String
    /// Manifests of services and jobs, by their folders.
    private(set) var workloads: [(folder: String, top: ForeignNode)] = []
    /// Manifests of environments, by their folders.
    private(set) var environments: [String: ForeignNode] = [:]
    /// Every other file, by its path with the prefix.
    private(set) var others: [String] = []

    init(_ source: any ManifestSource, prefix: String) throws {
        let entries = try source.entries().filter { $0.mode == .file }.sorted { $0.path < $1.path }
        guard entries.contains(where: { $0.path == ".workspace" }) else {
            throw ImportError.unreadable(prefix, "holds no .workspace: it is not the copilot folder of an application")
        }
        let workspace = try Self.top(".workspace", source, prefix)
        guard let application = workspace["application"]?.text else {
            throw ImportError.unreadable("\(prefix)/.workspace", "names no application")
        }
        self.application = application
        for entry in entries where entry.path != ".workspace" {
            let parts = entry.path.split(separator: "/").map(String.init)
            if parts.count == 2, Self.isManifest(parts[1]), parts[0] != "pipelines" {
                workloads.append((parts[0], try Self.top(entry.path, source, prefix)))
            } else if parts.count == 3, parts[0] == "environments", Self.isManifest(parts[2]) {
                environments[parts[1]] = try Self.top(entry.path, source, prefix)
            } else {
                others.append("\(prefix)/\(entry.path)")
            }
        }
    }

    static func isManifest(_ name: String) -> Bool { name == "manifest.yml" || name == "manifest.yaml" }

    private static func top(_ path: String, _ source: any ManifestSource, _ prefix: String) throws -> ForeignNode {
        let file = "\(prefix)/\(path)"
        // A workspace's file has no ending, and is YAML.
        let decoded = DecodedFile.decode(try source.read(path), file: file)
        let problems = ComposeMerge.problems(of: decoded)
        if let problem = decoded.failure ?? problems.first { throw ImportError.broken(problem, in: file) }
        guard let document = decoded.documents.first, document.value.object != nil else {
            throw ImportError.unreadable(file, "is no mapping")
        }
        return ForeignNode(ComposeMerge.merged(document.value))
    }
}
