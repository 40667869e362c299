internal import AWSWire
internal import Model

/// The JSON in which endpoints and processes hand out credentials.
struct CredentialDocument {
    /// What is wrong with a document; never quotes it.
    struct Problem: Error, Equatable, CustomStringConvertible {
        var description: String
    }

    private let document: Value
    private let isProcess: Bool

    /// Reads a document. `isProcess` is the form of `credential_process`, which has a version.
    init(_ bytes: [UInt8], isProcess: Bool = false) throws(Problem) {
        do { document = try JSON.parse(bytes) } catch { throw Problem(description: "what is not JSON") }
        self.isProcess = isProcess
        if isProcess, document["Version"]?.integer != 1 {
            throw Problem(description: "a document whose Version is not 1")
        }
    }

    /// The credentials, named after where they come from.
    func credentials(from source: String) throws(Problem) -> ExpiringCredentials {
        if let code = document["Code"]?.string, code != "Success" {
            throw Problem(description: "that there are none")
        }
        guard let key = text("AccessKeyId"), let secret = text("SecretAccessKey") else {
            throw Problem(description: "without an access key")
        }
        let token = text(isProcess ? "SessionToken" : "Token")
        return ExpiringCredentials(
            Credentials(accessKeyID: key, secretAccessKey: secret, sessionToken: token),
            expiration: try expiration(), source: source)
    }

    private func expiration() throws(Problem) -> Double? {
        guard let text = text("Expiration") else { return nil }
        guard let seconds = Timestamps.seconds(text) else {
            throw Problem(description: "an Expiration that is no time")
        }
        return seconds
    }

    private func text(_ name: String) -> String? { document[name]?.string.flatMap { $0.isEmpty ? nil : $0 } }
}
