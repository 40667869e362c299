public import FoundationEssentials

/// OpenPGP signatures against keyrings, by `gpgv`.
public struct OpenPGPVerifier: SignatureVerifier {
    public static let opening = "-----BEGIN PGP SIGNATURE-----"
    private let keyrings: [OpenPGPKeyring]
    private let gpgv: GPGV
    private let scratch: URL

    /// There is no `gpgv` to ask.
    public struct NoGPGV: Error, Sendable, Equatable, CustomStringConvertible {
        public var description: String {
            "OpenPGP signatures are checked by gpgv, which is not on the PATH; install the package gpgv (macOS: gnupg)"
        }
    }

    /// Trusts the keys of those rings.
    /// - Parameters:
    ///   - folders: where `gpgv` is looked for, as `PATH` lists them.
    ///   - scratch: where files for one check are put.
    ///   - deadline: how long one signature may take.
    ///
    /// Throws `NoGPGV` when there is none.
    public init(
        _ keyrings: [OpenPGPKeyring], folders: [String], scratch: URL = FileManager.default.temporaryDirectory,
        deadline: Duration = .seconds(20), clock: any Clock<Duration> = ContinuousClock()
    ) throws(NoGPGV) {
        guard let executable = GPGV.find(in: folders) else { throw NoGPGV() }
        self.keyrings = keyrings
        self.scratch = scratch
        gpgv = GPGV(executable: executable, deadline: deadline, clock: clock)
    }

    /// GnuPG goes by the machine's own clock; `time` is for other verifiers.
    public func signer(
        of payload: [UInt8], by signature: [UInt8], at time: Int
    ) async throws(SignatureProblem) -> Signer {
        do {
            let folder = scratch.appending(path: "neap-gpgv-\(UUID().uuidString)")
            let files = FileManager.default
            try files.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            let result: Result<GPGVStatus, any Error>
            do { result = .success(try await check(payload, signature, folder)) } catch { result = .failure(error) }
            try files.removeItem(at: folder)
            return try result.get().signer()
        } catch let problem as SignatureProblem {
            throw problem
        } catch {
            throw .notChecked("its OpenPGP signature could not be checked: \(error)")
        }
    }

    private func check(_ payload: [UInt8], _ signature: [UInt8], _ folder: URL) async throws -> GPGVStatus {
        func path(_ name: String) -> URL { folder.appending(path: name) }
        try Data(payload).write(to: path("payload"))
        try Data(signature).write(to: path("signature.asc"))
        for (index, keyring) in keyrings.enumerated() { try Data(keyring.bytes).write(to: path("\(index).gpg")) }
        return try await gpgv.status(
            keyrings: keyrings.indices.map { path("\($0).gpg").path }, signature: path("signature.asc").path,
            payload: path("payload").path, home: folder.path)
    }
}
