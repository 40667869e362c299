import ArgumentParser
import FoundationEssentials
import Reconciler
import Signatures

/// Who has to have signed what is applied. Only the command line and the environment say so: a repository that could would
/// vouch for itself.
struct VerificationOptions: ParsableArguments {
    @Option(
        help: """
            Refuse commits that are not signed with SSH by a key of this allowed signers file; also \
            NEAP_VERIFY_SSH_FILE, or its content in NEAP_VERIFY_SSH.
            """,
        completion: .file())
    var verifySsh: String?

    @Option(
        help: """
            Refuse commits that are not signed with OpenPGP by a key of this keyring; may be repeated, needs gpgv; also \
            NEAP_VERIFY_OPENPGP_FILE, or armored keys in NEAP_VERIFY_OPENPGP.
            """,
        completion: .file())
    var verifyOpenpgp: [String] = []

    @Option(
        help: """
            What is checked since the last applied commit: first-parents (the default), all, or head, the tip alone; \
            also NEAP_VERIFY_MODE.
            """)
    var verifyMode: String?

    /// What was asked for, by flags or else by `variables`; nil when nobody has to have signed anything.
    ///
    /// Throws what is wrong with a file, naming it.
    func policy(
        _ variables: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> VerificationPolicy? {
        let variables = variables.filter { !$0.value.isEmpty }
        let signers = try allowedSigners(variables)
        let keyrings = try keyrings(variables)
        let mode = try mode(variables)
        if signers == nil, keyrings.isEmpty {
            guard mode == nil else {
                throw ValidationError("--verify-mode goes with --verify-ssh or --verify-openpgp")
            }
            return nil
        }
        let folders = (variables["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let keys = TrustedKeys(
            ssh: signers.map(SSHVerifier.init),
            openPGP: keyrings.isEmpty ? nil : try OpenPGPVerifier(keyrings, folders: folders))
        return VerificationPolicy(keys: keys, mode: mode ?? .firstParents)
    }

    private func mode(_ variables: [String: String]) throws -> VerificationPolicy.Mode? {
        guard let text = verifyMode ?? variables["NEAP_VERIFY_MODE"] else { return nil }
        guard let mode = VerificationPolicy.Mode(rawValue: text) else {
            throw ValidationError("--verify-mode (NEAP_VERIFY_MODE) is first-parents, all or head, and not \(text)")
        }
        return mode
    }

    private func allowedSigners(_ variables: [String: String]) throws -> AllowedSigners? {
        if let file = verifySsh ?? variables["NEAP_VERIFY_SSH_FILE"] {
            return try AllowedSigners(String(decoding: Self.content(of: file), as: UTF8.self), name: file)
        }
        return try variables["NEAP_VERIFY_SSH"].map { try AllowedSigners($0, name: "NEAP_VERIFY_SSH") }
    }

    private func keyrings(_ variables: [String: String]) throws -> [OpenPGPKeyring] {
        let files = verifyOpenpgp.isEmpty ? [variables["NEAP_VERIFY_OPENPGP_FILE"]].compactMap { $0 } : verifyOpenpgp
        guard files.isEmpty, let keys = variables["NEAP_VERIFY_OPENPGP"] else {
            return try files.map { try OpenPGPKeyring(Self.content(of: $0), name: $0) }
        }
        return [try OpenPGPKeyring(Array(keys.utf8), name: "NEAP_VERIFY_OPENPGP")]
    }

    private static func content(of file: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw ValidationError("\(file), which says who may sign, can not be read")
        }
    }
}
