import Manifest
import Model

/// Which environments a commit has.
struct EnvironmentNames: Sendable, Equatable {
    /// 40 hex digits.
    let commit: String
    /// Those that can be read, sorted.
    let names: [String]
    /// Those that can not, with why; by their file where nobody knows their name.
    private(set) var broken: [String: String]
    /// The file of each.
    private(set) var files: [String: String]

    /// What `list` says of `commit`.
    init(_ list: EnvironmentList, at commit: String) {
        self.commit = commit
        names = list.environments.map(\.name).sorted()
        broken = list.broken.mapValues { $0.map(\.description).joined(separator: "; ") }
        files = list.files
    }

    /// The same, with a broken file under the name of the environment that it held in `earlier`: it has not left.
    func following(_ earlier: EnvironmentNames?) -> EnvironmentNames {
        var list = self
        for (name, file) in (earlier?.files ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard !names.contains(name), list.broken[name] == nil,
                let key = list.broken.keys.sorted().first(where: { list.files[$0] == file })
            else { continue }
            list.broken[name] = list.broken.removeValue(forKey: key)
            list.files[name] = list.files.removeValue(forKey: key)
        }
        return list
    }

    /// What is wrong with one of the broken ones; nil when none is.
    var problem: String? { broken.sorted { $0.key < $1.key }.first?.value }
    /// True while the commit has it, be it one that can not be read.
    func has(_ name: String) -> Bool { names.contains(name) || broken[name] != nil }
}
