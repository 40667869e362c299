import Manifest
import Model

/// A Compose file as manifests for ECS: a service each, which find one another by their names through Service Connect.
public struct ComposeProject: Sendable {
    /// What the file does not say.
    public struct Settings: Sendable {
        /// `eu-west-1`.
        public var region: String
        /// Twelve digits; nil when it is not known.
        public var accountID: String?
        /// The project's name where the file states none.
        public var name: String
        /// Whether tasks run on Fargate instead of instances.
        public var usesFargate = false
        /// A cluster that is there: a manifest's name or an ARN; nil for one of its own.
        public var cluster: String?
        /// The ARN of the certificate of HTTPS listeners; nil for none.
        public var certificate: String?
        /// What variables of the file hold.
        public var variables: [String: String] = [:]

        /// Settings without a cluster, certificate or variables, on instances.
        public init(region: String, accountID: String? = nil, name: String) {
            self.region = region
            self.accountID = accountID
            self.name = name
        }
    }

    /// What manifests are written from.
    let stack: CarriedStack
    let ledger: CarryLedger
    /// The file after variables were put in, for whoever checks that nothing went missing.
    let top: ForeignNode

    /// The project of the file with these `bytes`.
    ///
    /// Throws `ImportError.unreadable` when it is no Compose file.
    public init(_ bytes: [UInt8], file: String, _ settings: Settings) throws(ImportError) {
        let decoded = DecodedFile.decode(bytes, file: file)
        let problems = ComposeMerge.problems(of: decoded)
        if let problem = decoded.failure ?? problems.first { throw .broken(problem, in: file) }
        guard let document = decoded.documents.first, decoded.documents.count == 1 else {
            throw .unreadable(file, "holds \(decoded.documents.count) documents; a Compose file is one")
        }
        var ledger = CarryLedger()
        let interpolation = Interpolation(variables: settings.variables, dialect: .compose)
        let merged = ForeignNode(ComposeMerge.merged(document.value))
        top = ForeignNode(interpolation.applied(to: merged, &ledger))
        guard let services = top["services"], services.isMapping else {
            throw .unreadable(file, "has no services: it is no Compose file")
        }
        if services.members.isEmpty { throw .unreadable(file, "has no service: there is nothing to carry over") }
        var reader = ComposeReader(top, services, settings, ledger)
        stack = reader.read()
        self.ledger = reader.ledger
    }
}

/// YAML's merge keys, `<<: *defaults`, which Compose files share settings by.
enum ComposeMerge {
    /// What is wrong with a file, merge keys apart, which manifests have none of.
    static func problems(of file: DecodedFile) -> [Diagnostic] {
        file.documents.flatMap(\.diagnostics).filter {
            $0.severity == .error && $0.message != "merge keys are not read"
        }
    }

    /// The value with what its merge keys name; members of a mapping's own go before merged ones.
    static func merged(_ value: Value) -> Value {
        switch value.content {
        case .list(let items): return Value(.list(items.map(merged)), at: value.place, key: value.keyPlace)
        case .object(var members):
            let sources = members.removeValue(forKey: "<<").map { $0.list ?? [$0] } ?? []
            var result = members.mapValues(merged)
            for source in sources.map(merged) { result.merge(source.object ?? [:]) { own, _ in own } }
            return Value(.object(result), at: value.place, key: value.keyPlace)
        default: return value
        }
    }
}
