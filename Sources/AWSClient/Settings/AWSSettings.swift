/// What environment variables and shared files say: profile, region and endpoints, by the rules of the AWS CLI.
public struct AWSSettings: Sendable, CustomStringConvertible, CustomReflectable {
    let environment: [String: String]
    /// The profile that is read: the one asked for, `AWS_PROFILE`, or `default`.
    public let profileName: String
    /// True when the caller asked for the profile by name; then key variables are not looked at.
    public let profileIsExplicit: Bool
    let profiles: SharedProfiles
    let files: FileReader

    /// Reads the shared files. `profile` is a profile asked for by name, nil to leave it to `AWS_PROFILE`.
    ///
    /// Throws `SettingsError` when a file can not be read, is malformed, or lacks the profile that was named.
    public init(
        environment: [String: String], profile: String? = nil, files: FileReader = .system
    ) throws(SettingsError) {
        self.environment = environment
        self.files = files
        profileIsExplicit = profile != nil
        let named = profile ?? environment.value("AWS_PROFILE")
        profileName = named ?? "default"
        profiles = try AWSSettings.read(environment, files)
        if let named, profiles[named] == nil {
            let known = profiles.names.isEmpty ? "none" : profiles.names.joined(separator: ", ")
            throw SettingsError("the AWS profile \"\(named)\" does not exist (there are: \(known))")
        }
    }

    private static func read(_ environment: [String: String], _ files: FileReader) throws(SettingsError)
        -> SharedProfiles
    {
        let config = path(environment, "AWS_CONFIG_FILE", ".aws/config")
        let credentials = path(environment, "AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials")
        do {
            return try SharedProfiles(
                config: config.flatMap { file in try files.text(file).map { ($0, file) } },
                credentials: credentials.flatMap { file in try files.text(file).map { ($0, file) } })
        } catch let error as INIDocument.SyntaxError {
            throw SettingsError(error.description)
        } catch let error as SettingsError {
            throw error
        } catch {
            throw SettingsError("a shared AWS file can not be read: \(error)")
        }
    }

    /// The file that a variable names, or the usual one in the home folder; nil without a home.
    private static func path(_ environment: [String: String], _ variable: String, _ usual: String) -> String? {
        let home = environment.value("HOME")
        guard let named = environment.value(variable) else { return home.map { "\($0)/\(usual)" } }
        guard named == "~" || named.hasPrefix("~/"), let home else { return named }
        return home + named.dropFirst()
    }

    /// How often a call is made in all: `AWS_MAX_ATTEMPTS`, else the profile's `max_attempts`, else 3.
    ///
    /// Throws `SettingsError` for what is no number from 1.
    var maxAttempts: Int {
        get throws(SettingsError) {
            guard let text = self["AWS_MAX_ATTEMPTS"] ?? profile?["max_attempts"] else { return 3 }
            guard let number = Int(text), number > 0 else {
                throw SettingsError("AWS_MAX_ATTEMPTS (max_attempts) has to be a number from 1")
            }
            return number
        }
    }

    /// The profile's name alone, since variables and profiles hold keys.
    public var description: String { "AWSSettings(\(profileName))" }
    public var customMirror: Mirror { Mirror(self, children: ["profileName": profileName]) }

    /// The profile; nil when no file has it.
    var profile: SharedProfiles.Profile? { profiles[profileName] }

    /// `AWS_REGION`, else `AWS_DEFAULT_REGION`, else the profile's; nil when nothing says.
    public var region: String? {
        environment.value("AWS_REGION") ?? environment.value("AWS_DEFAULT_REGION") ?? profile?["region"]
    }

    /// A variable's value; nil when it is missing or empty.
    subscript(variable: String) -> String? { environment.value(variable) }
}

extension [String: String] {
    /// A variable's value; empty ones count as missing.
    func value(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }
}
