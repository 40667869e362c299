import Configuration
import Model

/// Reads settings in their order of precedence: flags, variables, the file.
struct SettingReader {
    private let reader: ConfigReader
    private let flags: [String: ConfigContent]
    private let variables: [String: String]
    private let file: ConfigurationFile

    /// `flags` by key.
    init(flags: [String: ConfigContent], variables: [String: String], file: ConfigurationFile) {
        let variables = variables.filter { !$0.value.isEmpty }
        (self.flags, self.variables, self.file) = (flags, variables, file)
        let secrets = Set(Setting.all.filter { $0.kind == .secret }.map(\.variable))
        reader = ConfigReader(providers: [
            Self.provider("flags", flags),
            EnvironmentVariablesProvider(
                environmentVariables: variables,
                secretsSpecifier: .dynamic { name, _ in secrets.contains { name.hasSuffix($0.dropFirst(5)) } }
            ).prefixKeys(with: "neap"),
            Self.provider("file", file.values),
        ])
    }

    private static func provider(_ name: String, _ values: [String: ConfigContent]) -> InMemoryProvider {
        let keyed = values.map { key, content in
            (AbsoluteConfigKey(stringLiteral: key), ConfigValue(content, isSecret: false))
        }
        return InMemoryProvider(name: name, values: Dictionary(keyed) { first, _ in first })
    }

    /// True when somebody says something.
    func isSet(_ key: String) -> Bool { text(key) != nil || !list(key).isEmpty }

    /// Nil when nobody says.
    func text(_ key: String) -> String? { reader.string(forKey: ConfigKey(key)) }

    /// Empty when nobody says.
    func list(_ key: String) -> [String] {
        (reader.stringArray(forKey: ConfigKey(key)) ?? []).filter { !$0.isEmpty }
    }

    func truth(_ key: String) throws(ConfigurationError) -> Bool? {
        guard let text = text(key) else { return nil }
        guard let truth = ["true": true, "false": false, "1": true, "0": false][text.lowercased()] else {
            throw wrong(key, "is true or false, and not \(text)")
        }
        return truth
    }

    func number(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw wrong(key, "is a number from \(range.lowerBound) to \(range.upperBound), and not \(text)")
        }
        return number
    }

    func duration(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Duration? {
        guard let text = text(key) else { return nil }
        guard let seconds = DurationText.seconds(text), range.contains(seconds) else {
            let (least, most) = (DurationText.text(range.lowerBound), DurationText.text(range.upperBound))
            throw wrong(key, "is a time from \(least) to \(most) with its unit, such as 30s, and not \(text)")
        }
        return .seconds(seconds)
    }

    /// Where a secret comes from, its own variable before its file; nil when nobody says.
    func secret(_ key: String) -> SecretSource? {
        let variable = Setting.variable(of: key)
        if variables[variable] != nil, flags[key + "File"] == nil { return .variable(variable) }
        return text(key + "File").map { .file($0) }
    }

    /// An error about a setting, which names where it was said.
    func wrong(_ key: String, _ text: String) -> ConfigurationError {
        ConfigurationError("\(origin(of: key)) \(text)")
    }

    private func origin(of key: String) -> String {
        if flags[key] != nil, let flag = Setting.all.first(where: { $0.key == key })?.flag { return flag }
        if variables[Setting.variable(of: key)] != nil { return Setting.variable(of: key) }
        return file.places[key].map { "\($0): \(key)" } ?? key
    }
}
