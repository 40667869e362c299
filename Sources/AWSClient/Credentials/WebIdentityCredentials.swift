internal import AWSWire
internal import Model

/// The credentials of a role, taken on with a token that an identity provider keeps writing into a file.
struct WebIdentityCredentials: CredentialProvider {
    let name: String
    let roleArn: String
    let sessionName: String
    let tokenFile: String
    let files: FileReader
    let sts: SecurityTokenService

    func credentials() async throws -> ExpiringCredentials? {
        let token: String?
        do { token = try files.text(tokenFile) } catch { throw failure("\(tokenFile) can not be read") }
        guard let token = token?.trimmed, !token.isEmpty else {
            throw failure("\(tokenFile) does not exist or is empty")
        }
        let input: Value = [
            "roleArn": .string(roleArn), "roleSessionName": .string(sessionName), "webIdentityToken": .string(token),
        ]
        return try await sts.session(AWSCall("sts", "AssumeRoleWithWebIdentity", input), signedBy: nil, source: name)
    }
}
