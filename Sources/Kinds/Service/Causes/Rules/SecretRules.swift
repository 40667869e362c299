import Model

extension StoppedTask {
    /// True when a secret or parameter could not be fetched.
    fileprivate var lacksSecret: Bool {
        says(
            "retrieve secret", "fetching secret", "failed to fetch secret", "secretsmanager:", "ssm:GetParameter",
            "invalid ssm parameters", "secrets from ssm")
    }
}

/// The secret is there, and the execution role may not read it.
struct SecretAccessDenied: CauseRule {
    static let id = "secret-access-denied"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.lacksSecret
                && task.says(
                    "AccessDenied", "is not authorized to perform", "Access to KMS is not allowed", "kms:Decrypt")
        }
        guard let failure else { return nil }
        let text = failure.newest.text
        let spot = evidence.manifest.secret(named: text)
        let action =
            text.contains("KMS") || text.contains("kms:")
            ? "kms:Decrypt" : text.contains("ssm") ? "ssm:GetParameters" : "secretsmanager:GetSecretValue"
        let role = evidence.definition.executionRole
        return found(
            "the execution role may not read a secret", failure.told(Said.short(text)),
            fix:
                "grant \(role.isEmpty ? "the execution role" : role) \(action) on the secret of \(spot); \(evidence.retry)",
            at: spot)
    }
}

/// No secret or parameter of that name, or no such key in it.
struct SecretNotFound: CauseRule {
    static let id = "secret-not-found"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says("invalid ssm parameters", "invalid parameters:")
                || task.lacksSecret
                    && task.says(
                        "can't find the specified secret", "ResourceNotFoundException", "ParameterNotFound",
                        "did not contain json key", "retrieved secret from Secrets Manager did not contain")
        }
        guard let failure else { return nil }
        let spot = evidence.manifest.secret(named: failure.newest.text)
        return found(
            "a secret does not exist", failure.told(Said.short(failure.newest.text)),
            fix: "create the secret or correct \(spot); \(evidence.commit)", at: spot)
    }
}

/// Secrets Manager or Parameter Store does not answer.
struct SecretsUnreachable: CauseRule {
    static let id = "secrets-unreachable"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.lacksSecret
                && task.says(
                    "context deadline exceeded", "request canceled", "RequestCanceled", "timeout", "no such host")
        }
        guard let failure else { return nil }
        let spot = evidence.manifest.secret(named: failure.newest.text)
        return found(
            "Secrets Manager or Parameter Store can not be reached from the instances",
            failure.told(Said.short(failure.newest.text)),
            fix:
                "give the subnets a way out (NAT, or VPC endpoints for secretsmanager and ssm) and allow port 443 outwards; "
                + evidence.retry,
            at: spot)
    }
}
