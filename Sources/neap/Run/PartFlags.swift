import ArgumentParser
import Configuration

/// What wakes the controller before its intervals are over, and how several controllers share environments, as flags.
struct PartFlags: ParsableArguments {
    @Option(help: "Take webhooks at HOST:PORT, at /hooks/github and so on; needs a secret.")
    var webhookListen: String?

    @Option(
        help: """
            A forge (github, gitlab, gitea, generic) and the file that holds its secret, github=/run/secrets/hook; may be \
            repeated. Also the secret itself in NEAP_WEBHOOK_SECRET_GITHUB and so on.
            """)
    var webhookSecretFile: [String] = []

    @Flag(help: "Believe GitLab's X-Gitlab-Token as well as its signatures, for versions that do not sign.")
    var allowGitlabToken = false

    @Option(help: "The URL of an SQS queue that EventBridge puts AWS's events into.")
    var queueUrl: String?

    @Option(help: "The DynamoDB table of leases (in AWS_REGION), by which several controllers share environments.")
    var leaseTable: String?

    @Option(help: "How long a lease lasts without renewal, 30s unless said otherwise; the same for all of a table.")
    var leaseDuration: String?

    /// The settings that were given, by key.
    var contents: [String: ConfigContent] {
        let texts: [String: String?] = [
            "webhook.listen": webhookListen, "webhook.allowGitlabToken": allowGitlabToken ? "true" : nil,
            "queue.url": queueUrl, "lease.table": leaseTable, "lease.duration": leaseDuration,
        ]
        var contents = texts.compactMapValues { text in text.map { ConfigContent.string($0) } }
        if !webhookSecretFile.isEmpty { contents["webhook.secretFiles"] = .stringArray(webhookSecretFile) }
        return contents
    }
}
