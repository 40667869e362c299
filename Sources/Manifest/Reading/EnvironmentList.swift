public import Model

/// The environments of a repository, good and broken ones.
public struct EnvironmentList: Sendable {
    /// Those that can be read, by name.
    public private(set) var environments: [Environment] = []
    /// What is wrong with the others, by their name or, where none can be read, their file.
    public private(set) var broken: [String: [Diagnostic]] = [:]
    /// What there is to say about those that can be read, by name.
    private(set) var remarks: [String: [Diagnostic]] = [:]
    private var candidates: [String] = []
    private let folder: String?

    /// The names of all, sorted; a file where no name can be read.
    public var names: [String] { (environments.map(\.name) + broken.keys).sorted() }

    init(_ source: BoundedSource) throws {
        folder = source.folder
        // Nothing else can be an environment's file, and most files lie deeper.
        let top = source.list.lazy.map(\.path).filter { !$0.utf8.contains(UInt8(ascii: "/")) }.sorted()
        candidates = top.filter(EnvironmentList.isNearlyEnvironmentFile)
        for path in top.filter(Environment.isEnvironmentFile) {
            guard let entry = source.entries[path] else { continue }
            try source.claim(entry)
            switch try source.content(of: entry) {
            case .refused(let reason):
                broken[path] = [Diagnostic("\(path) \(reason)", at: Place(file: path, line: 1, column: 1))]
            case .bytes(let bytes): add(EnvironmentReader.read(bytes, file: path), path)
            }
        }
        breakSharedBranches()
        environments.sort { $0.name < $1.name }
    }

    private mutating func add(
        _ read: (environment: Environment?, name: String?, diagnostics: [Diagnostic]), _ path: String
    ) {
        guard let environment = read.environment else {
            broken[read.name ?? path, default: []] += read.diagnostics
            return
        }
        guard let twin = environments.firstIndex(where: { $0.name == environment.name }) else {
            remarks[environment.name] = read.diagnostics
            return environments.append(environment)
        }
        let first = environments.remove(at: twin)
        let hint = "names of environments are unique"
        broken[environment.name, default: []] += [(first, environment), (environment, first)].map { one, other in
            Diagnostic("\(one.name) is an environment of \(other.file) too", hint: hint, at: one.place)
        }
    }

    /// Two environments that write their status to one branch would take each other's away.
    private mutating func breakSharedBranches() {
        let groups = Dictionary(grouping: environments, by: \.statusBranch).values.filter { $0.count > 1 }
        for environment in groups.joined() {
            let others = environments.filter { $0.statusBranch == environment.statusBranch && $0 != environment }
            let list = others.map { "\($0.name) at \($0.statusPlace ?? $0.place)" }.joined(separator: ", ")
            broken[environment.name, default: []].append(
                Diagnostic(
                    "the status branch \(environment.statusBranch) is also that of \(list)",
                    hint: "each environment needs a status.branch of its own",
                    at: environment.statusPlace ?? environment.place,
                    of: ResourceID("Environment", environment.name), path: "/spec/status/branch"))
        }
        environments.removeAll { broken[$0.name] != nil }
    }

    /// The environment named `name`, or the only one.
    public func environment(named name: String?) throws(ReadError) -> Environment {
        guard !names.isEmpty else { throw .noEnvironment(looksLike: candidates.first, in: folder) }
        guard let wanted = name ?? (names.count == 1 ? names.first : nil) else { throw .severalEnvironments(names) }
        if let found = broken[wanted] { throw .brokenEnvironment(found) }
        if let found = environments.first(where: { $0.name == wanted }) { return found }
        if let found = broken["neap.\(wanted).yaml"] { throw .brokenEnvironment(found) }
        throw .unknownEnvironment(wanted, names, unread: unread)
    }

    /// What is wrong with files of which not even the environment's name can be read.
    private var unread: [Diagnostic] {
        broken.sorted { $0.key < $1.key }.filter { Environment.isEnvironmentFile($0.key) }.flatMap(\.value)
    }

    /// The file of each, by the same names; of several the first.
    public var files: [String: String] {
        let bad = broken.map { key, found in
            (key, Environment.isEnvironmentFile(key) ? key : found.compactMap(\.place?.file).first ?? key)
        }
        return Dictionary(environments.map { ($0.name, $0.file) } + bad) { first, _ in first }
    }

    private static func isNearlyEnvironmentFile(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return ["neap.yaml", "neap.yml", "neap.json"].contains(name.lowercased())
            && !Environment.isEnvironmentFile(path)
    }
}
