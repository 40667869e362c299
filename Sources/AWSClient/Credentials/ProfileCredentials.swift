internal import AWSWire

/// Makes the providers that a profile names. Each function gives nil when the profile does not name its kind.
struct ProfileCredentials {
    let settings: AWSSettings
    let sts: SecurityTokenService
    let runner: CommandRunner
    /// For `credential_source`.
    let container: any CredentialProvider
    let instance: any CredentialProvider

    private typealias Profile = SharedProfiles.Profile

    /// `role_arn` with what takes it on.
    func assumedRole() -> (any CredentialProvider)? {
        guard let profile = settings.profile, profile["role_arn"] != nil, profile["web_identity_token_file"] == nil
        else { return nil }
        return deferred(profile) { () throws(SettingsError) in try assumedRole(profile, visited: []) }
    }

    /// `AWS_WEB_IDENTITY_TOKEN_FILE` and its companions; the profile's keys stand behind them.
    func webIdentity() -> (any CredentialProvider)? {
        let environment = settings.profileIsExplicit ? [:] : settings.environment
        let profile = settings.profile
        guard let file = environment.value("AWS_WEB_IDENTITY_TOKEN_FILE") ?? profile?["web_identity_token_file"] else {
            return nil
        }
        let arn = environment.value("AWS_ROLE_ARN") ?? profile?["role_arn"]
        let session = environment.value("AWS_ROLE_SESSION_NAME") ?? profile?["role_session_name"]
        return webIdentity(file: file, arn: arn, session: session)
    }

    /// Keys, a process, or single sign-on, which is refused with a way out.
    func own() -> (any CredentialProvider)? {
        guard let profile = settings.profile else { return nil }
        return own(profile)
    }

    private func own(_ profile: Profile) -> (any CredentialProvider)? {
        let label = "profile \"\(profile.name)\""
        if profile["aws_access_key_id"] != nil { return keys(profile, label) }
        if let command = profile["credential_process"] {
            return ProcessCredentials(name: label, command: command, runner: runner)
        }
        guard profile["sso_session"] != nil || profile["sso_start_url"] != nil else { return nil }
        return Refusal(
            name: label,
            message: "single sign-on is not read; set credential_process = aws configure export-credentials "
                + "--profile \(profile.name) --format process in another profile")
    }

    private func keys(_ profile: Profile, _ label: String) -> any CredentialProvider {
        guard let key = profile["aws_access_key_id"], let secret = profile["aws_secret_access_key"] else {
            return Refusal(name: label, message: "aws_access_key_id stands without aws_secret_access_key")
        }
        let token = profile["aws_session_token"] ?? profile["aws_security_token"]
        return StaticCredentials(
            Credentials(accessKeyID: key, secretAccessKey: secret, sessionToken: token), name: label)
    }

    private func webIdentity(file: String, arn: String?, session: String?) -> any CredentialProvider {
        guard let arn else {
            return Refusal(name: "web identity", message: "a token file is named but no role (AWS_ROLE_ARN)")
        }
        return WebIdentityCredentials(
            name: "web identity", roleArn: arn, sessionName: session ?? "neap", tokenFile: file,
            files: settings.files, sts: sts)
    }
}

extension ProfileCredentials {
    private func assumedRole(_ profile: Profile, visited: [String]) throws(SettingsError) -> any CredentialProvider {
        guard let arn = profile["role_arn"] else { throw SettingsError("role_arn is missing") }
        if profile["mfa_serial"] != nil {
            throw SettingsError("mfa_serial asks for a code from a person, which a controller does not have")
        }
        let role = AssumeRoleCredentials.Role(
            arn: arn, sessionName: profile["role_session_name"] ?? "neap", externalID: profile["external_id"],
            durationSeconds: try duration(profile))
        return AssumeRoleCredentials(role, base: try base(of: profile, visited: visited), sts: sts)
    }

    private func duration(_ profile: Profile) throws(SettingsError) -> Int? {
        guard let text = profile["duration_seconds"] else { return nil }
        guard let seconds = Int(text), (900...43_200).contains(seconds) else {
            throw SettingsError("duration_seconds has to be a number from 900 to 43200")
        }
        return seconds
    }

    private func base(of profile: Profile, visited: [String]) throws(SettingsError) -> any CredentialProvider {
        switch (profile["source_profile"], profile["credential_source"]) {
        case (let source?, nil): try from(source, visited: visited + [profile.name])
        case (nil, let word?): try builtIn(word)
        case (nil, nil): throw SettingsError("role_arn needs source_profile or credential_source")
        case (.some, .some): throw SettingsError("source_profile and credential_source can not stand together")
        }
    }

    private func builtIn(_ word: String) throws(SettingsError) -> any CredentialProvider {
        switch word.lowercased() {
        case "environment": EnvironmentCredentials(environment: settings.environment)
        case "ec2instancemetadata": instance
        case "ecscontainer": container
        default: throw SettingsError("credential_source \"\(word)\" is unknown")
        }
    }

    /// A source profile's own keys go before its role, so that a profile may name itself.
    private func from(_ name: String, visited: [String]) throws(SettingsError) -> any CredentialProvider {
        guard let source = settings.profiles[name] else {
            throw SettingsError("source_profile \"\(name)\" does not exist")
        }
        if source["aws_access_key_id"] != nil, let own = own(source) { return own }
        guard !visited.contains(name) else {
            throw SettingsError("source_profile goes in a circle: \((visited + [name]).joined(separator: " → "))")
        }
        if let file = source["web_identity_token_file"] {
            return webIdentity(file: file, arn: source["role_arn"], session: source["role_session_name"])
        }
        if source["role_arn"] != nil { return try assumedRole(source, visited: visited) }
        guard let own = own(source) else { throw SettingsError("source_profile \"\(name)\" has no credentials") }
        return own
    }

    private func deferred(
        _ profile: Profile, _ make: () throws(SettingsError) -> any CredentialProvider
    ) -> any CredentialProvider {
        do { return try make() } catch {
            return Refusal(name: "profile \"\(profile.name)\"", message: error.description)
        }
    }
}

/// A place that is configured wrongly: it says so when it is asked.
private struct Refusal: CredentialProvider {
    let name: String
    let message: String

    func credentials() async throws -> ExpiringCredentials? { throw failure(message) }
}
