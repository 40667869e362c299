extension GitError {
    /// What a child's failure means here; its text comes from a process that a hostile server may own.
    init(_ failure: TransportEvent.Failure, operation: String, url: RemoteURL, secrets: [String]) {
        let message = Redaction.clean(String(failure.message.prefix(1000)), secrets: secrets)
        self =
            switch failure.category {
            case .authentication: .authentication("\(operation): \(message)")
            case .untrusted: .untrusted("\(operation): \(message)")
            case .refused: .refusedURL(url: url.text, reason: message)
            case .network:
                .network(operation: operation, message: Self.plain(message, url), retryable: failure.retryable)
            case .storage: .storage(message)
            case .library: .library(operation: operation, code: failure.code, message: message)
            }
    }

    /// libgit2 takes a path at which there is nothing for a URL of a kind that it does not know.
    private static func plain(_ message: String, _ url: RemoteURL) -> String {
        guard url.scheme == .file, message.contains("unsupported URL protocol") else { return message }
        return "there is no repository at \(url)"
    }
}

extension TransportRequest.Login {
    init(_ credential: Credential) {
        switch credential.secret {
        case .token(let username, let password):
            self.init(username: username, password: password)
        case .sshKey(let username, let privateKey, let passphrase):
            self.init(username: username, password: passphrase, privateKey: privateKey)
        }
    }
}
