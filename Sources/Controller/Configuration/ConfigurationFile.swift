import Configuration
import FoundationEssentials
import Manifest
import Model

/// The controller's file: YAML or JSON, every key of which is a setting. It is the operator's, and never read from a
/// repository.
struct ConfigurationFile {
    /// The settings by key, those of `repositories` below it.
    private(set) var values: [String: ConfigContent] = [:]
    /// Where each one stands.
    private(set) var places: [String: Place] = [:]
    /// The names below `repositories`, sorted.
    private(set) var repositories: [String] = []

    /// No file.
    init() {}

    /// The file at `path`. Throws what is wrong with it, at its line.
    init(at path: String) throws(ConfigurationError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigurationError("the configuration \(path) can not be read")
        }
        try self.init(Array(data), name: path)
    }

    /// The content of the file `name`. Throws what is wrong with it, at its line.
    init(_ bytes: [UInt8], name: String) throws(ConfigurationError) {
        let file = DecodedFile.decode(bytes, file: name)
        let problems = [file.failure].compactMap { $0 } + file.documents.flatMap(\.diagnostics)
        if let problem = problems.first(where: { $0.severity == .error }) { throw ConfigurationError("\(problem)") }
        guard file.documents.count <= 1 else {
            throw ConfigurationError("\(name) holds \(file.documents.count) documents, and one configures a controller")
        }
        guard let root = file.documents.first?.value, !root.isNull else { return }
        guard root.object != nil else { throw Self.wrong(root, "the configuration is a mapping of settings") }
        for (name, member) in root.sortedMembers {
            if name == "repositories" { try readRepositories(member) } else { try read(member, name, below: "") }
        }
    }

    private mutating func readRepositories(_ value: Value) throws(ConfigurationError) {
        guard value.object != nil else {
            throw Self.wrong(value, "repositories is a mapping of names to a repository's settings")
        }
        for (name, settings) in value.sortedMembers {
            guard settings.object != nil, !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
            else {
                throw Self.wrong(settings, "a repository's name is letters, digits and -, and its value a mapping")
            }
            repositories.append(name)
            places["repositories.\(name)"] = settings.keyPlace ?? settings.place
            for (key, member) in settings.sortedMembers {
                try read(member, key, below: "repositories.\(name).")
            }
        }
    }

    /// A setting, or the mapping of several.
    private mutating func read(_ value: Value, _ key: String, below prefix: String) throws(ConfigurationError) {
        let known = prefix.isEmpty ? Setting.all : Setting.all.filter(\.isPerRepository)
        if let setting = known.first(where: { $0.key == key }) {
            values[prefix + key] = try Self.content(value, setting)
            places[prefix + key] = value.keyPlace ?? value.place
            return
        }
        guard value.object != nil, known.contains(where: { $0.key.hasPrefix(key + ".") }) else {
            throw Self.unknown(value, prefix + key, among: known.map { prefix + $0.key })
        }
        for (name, member) in value.sortedMembers { try read(member, "\(key).\(name)", below: prefix) }
    }

    private static func content(_ value: Value, _ setting: Setting) throws(ConfigurationError) -> ConfigContent {
        switch setting.kind {
        case .secret:
            throw wrong(
                value,
                "\(setting.key) is a secret and does not stand here: give it in the variable \(setting.variable)"
                    + (Setting.all.contains { $0.key == setting.key + "File" }
                        ? ", or a file of it in \(setting.key)File" : ""))
        case .list:
            if let one = value.scalarText { return .stringArray([one]) }
            let items = (value.list ?? []).compactMap(\.scalarText)
            guard let list = value.list, items.count == list.count else {
                throw wrong(value, "\(setting.key) is a list of texts")
            }
            return .stringArray(items)
        case .text, .truth, .number, .duration:
            guard let text = value.scalarText else {
                throw wrong(value, "\(setting.key) is one value, no mapping or list")
            }
            return .string(text)
        }
    }

    private static func unknown(_ value: Value, _ key: String, among known: [String]) -> ConfigurationError {
        let hint = Nearest.hint(for: key, among: known + ["repositories"]) ?? "docs/operations.md lists the settings"
        return ConfigurationError(
            "\(Diagnostic("\(key) is no setting", hint: hint, at: value.keyPlace ?? value.place))")
    }

    private static func wrong(_ value: Value, _ text: String) -> ConfigurationError {
        ConfigurationError("\(Diagnostic(text, at: value.place))")
    }
}
