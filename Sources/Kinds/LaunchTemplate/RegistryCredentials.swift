import Model

/// Registry credentials that an instance reads when it boots, so that no secret stands in Git or in the user data.
enum RegistryCredentials {
    private static let mark = "# Registry credentials: "

    /// The lines of the boot script that fetch the credentials and hand them to the agent.
    static func script(_ credentials: Value) -> String {
        let type = credentials["type"]?.string ?? "dockercfg"
        let (source, name) = source(credentials)
        return """
            \(mark)\(source) \(type) \(name)
            if ! command -v aws >/dev/null 2>&1; then
              dnf install -y awscli-2 || yum install -y awscli
            fi
            token=$(curl -s -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' http://169.254.169.254/latest/api/token)
            region=$(curl -s -H "X-aws-ec2-metadata-token: $token" http://169.254.169.254/latest/meta-data/placement/region)
            for attempt in 1 2 3 4 5 6; do
              data=$(aws \(command(source)) \(quoted(name)) --region "$region" --output text) && break
              sleep 10
            done
            printf 'ECS_ENGINE_AUTH_TYPE=%s\\nECS_ENGINE_AUTH_DATA=%s\\n' \(type) "$data" >> /etc/ecs/ecs.config

            """
    }

    /// The credentials that a script of ours names.
    static func parse(_ text: Substring) -> Value? {
        guard text.hasPrefix(mark), let line = text.split(separator: "\n").first else { return nil }
        let words = line.dropFirst(mark.count).split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count == 3 else { return nil }
        let credentials: Value = .object([words[0]: .string(words[2])])
        if words[1] == "dockercfg" { return credentials }
        var typed = credentials
        typed["type"] = .string(words[1])
        return typed
    }

    private static func source(_ credentials: Value) -> (String, String) {
        if let name = credentials["ssm"]?.string { return ("ssm", name) }
        return ("secret", credentials["secret"]?.string ?? "")
    }

    private static func command(_ source: String) -> String {
        source == "ssm"
            ? "ssm get-parameter --with-decryption --query Parameter.Value --name"
            : "secretsmanager get-secret-value --query SecretString --secret-id"
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
