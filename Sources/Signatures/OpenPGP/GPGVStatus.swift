/// What `gpgv` says on its status descriptor (GnuPG's doc/DETAILS): lines of `[GNUPG:] KEYWORD arguments`.
struct GPGVStatus {
    private let lines: [(keyword: String, arguments: [String])]
    private let isSuccess: Bool
    private static let prefix = "[GNUPG:] "
    /// MD5, SHA-1 and RIPEMD-160 by their numbers in RFC 9580, section 9.5.
    private static let weakHashes = ["1": "MD5", "2": "SHA-1", "3": "RIPEMD-160"]

    private static let untrusted = [
        ("REVKEYSIG", "by a revoked key"), ("EXPKEYSIG", "by an expired key"), ("EXPSIG", "expired"),
    ]

    init(_ text: String, isSuccess: Bool) {
        self.isSuccess = isSuccess
        lines = text.split(separator: "\n").filter { $0.hasPrefix(Self.prefix) }.compactMap { line in
            let words = line.dropFirst(Self.prefix.count).split(separator: " ").map { Self.printable(String($0)) }
            return words.first.map { ($0, Array(words.dropFirst())) }
        }
    }

    private static func printable(_ word: String) -> String {
        String(word.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "?" : Character($0) })
    }

    private func arguments(_ keyword: String) -> [String]? { lines.first { $0.keyword == keyword }?.arguments }

    /// The one good signature's maker. Throws for everything that is not exactly one good signature by a key that is neither
    /// expired nor revoked.
    func signer() throws(SignatureProblem) -> Signer {
        if let problem { throw problem }
        let signatures = lines.filter { $0.keyword == "NEWSIG" }.count
        guard signatures == 1 else { throw .malformed("it holds \(signatures) OpenPGP signatures") }
        guard isSuccess, let good = arguments("GOODSIG"), let valid = arguments("VALIDSIG"),
            let fingerprint = valid.first
        else { throw .wrong("gpgv does not call it good") }
        if let weak = valid.dropFirst(7).first.flatMap({ Self.weakHashes[$0] }) {
            throw .unsupported("its OpenPGP signature is made over \(weak), which can be forged")
        }
        // A subkey signs for its primary key, which is what people know.
        return Signer(
            name: good.dropFirst().joined(separator: " "), key: valid.count > 9 ? valid[9] : fingerprint)
    }

    private var problem: SignatureProblem? {
        if let missing = arguments("NO_PUBKEY") { return .unknownKey("the OpenPGP key \(missing.first ?? "")") }
        for (keyword, what) in Self.untrusted {
            if let key = arguments(keyword) {
                return .untrustedKey("its OpenPGP signature is \(what): \(key.joined(separator: " "))")
            }
        }
        if let key = arguments("BADSIG") { return .wrong("the OpenPGP key \(key.joined(separator: " "))") }
        if let error = arguments("ERRSIG") { return .unknownKey("the OpenPGP key \(error.first ?? "")") }
        return arguments("NODATA") == nil ? nil : .malformed("it holds no OpenPGP signature")
    }
}
