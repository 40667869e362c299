/// OpenSSH's file of keys and who has them (ssh-keygen(1), ALLOWED SIGNERS).
public struct AllowedSigners: Sendable {
    let signers: [AllowedSigner]

    /// Why a file is not taken; the text names the line.
    public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// What `text` says; `name` is the file's, for errors. A file that trusts nobody is refused, since it is a mistake.
    ///
    /// Throws for the first line that is not understood: a line left out in silence could be the one that matters.
    public init(_ text: String, name: String) throws(Refusal) {
        var signers: [AllowedSigner] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.isEmpty || line.hasPrefix("#") { continue }
            do {
                signers.append(try AllowedSigner(line))
            } catch {
                throw Refusal("\(name):\(index + 1): \(error)")
            }
        }
        guard !signers.isEmpty else { throw Refusal("\(name) names no key") }
        self.signers = signers
    }
}
