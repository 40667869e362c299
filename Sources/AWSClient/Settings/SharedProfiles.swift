/// The profiles and `services` sections of the shared configuration and credentials files.
struct SharedProfiles: Sendable, Unprinted {
    /// One profile: the configuration file's keys, then the credentials file's over them, as the AWS CLI does.
    struct Profile: Sendable, Equatable, Unprinted {
        var name: String
        var properties: [String: INIDocument.Property]

        /// A key's text; nil when it is missing or empty.
        subscript(key: String) -> String? {
            if case .text(let text)? = properties[key], !text.isEmpty { text } else { nil }
        }
    }

    private var profiles: [String: [String: INIDocument.Property]] = [:]
    private var services: [String: [String: INIDocument.Property]] = [:]

    /// Reads both files' texts; nil for a file that is not there.
    init(
        config: (text: String, file: String)? = nil, credentials: (text: String, file: String)? = nil
    ) throws {
        if let config { read(try INIDocument(config.text, file: config.file)) }
        if let credentials {
            for (name, properties) in try INIDocument(credentials.text, file: credentials.file).sections {
                profiles[name, default: [:]].merge(properties) { _, new in new }
            }
        }
    }

    private mutating func read(_ config: INIDocument) {
        // "[profile default]" wins over "[default]", so the bare one is read first.
        if let bare = config.sections["default"] { profiles["default"] = bare }
        for (header, properties) in config.sections {
            let parts = header.split(maxSplits: 1) { $0.isWhitespace }
            guard parts.count == 2 else { continue }
            let name = parts[1].trimmed.unquoted
            if parts[0] == "profile" { profiles[name, default: [:]].merge(properties) { _, new in new } }
            if parts[0] == "services" { services[name] = properties }
        }
    }

    /// The profile of this name; nil when neither file has it.
    subscript(name: String) -> Profile? { profiles[name].map { Profile(name: name, properties: $0) } }

    /// The profile names, in order, for error messages.
    var names: [String] { profiles.keys.sorted() }

    /// The `endpoint_url` that section `[services section]` gives for a service (`auto_scaling`).
    func endpointURL(inServices section: String, service: String) -> String? {
        guard case .nested(let members)? = services[section]?[service] else { return nil }
        return members["endpoint_url"]
    }
}

extension String {
    /// The text without a pair of quotes around it.
    fileprivate var unquoted: String {
        guard let first, first == "\"" || first == "'", count > 1, last == first else { return self }
        return String(dropFirst().dropLast())
    }
}
