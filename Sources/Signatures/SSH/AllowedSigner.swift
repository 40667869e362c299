import FoundationEssentials

/// One line of an allowed signers file.
struct AllowedSigner: Sendable {
    /// As they are written; git compares them with nothing, so they name the signer.
    let principals: String
    /// Patterns that the signature's namespace has to match; nil for every one.
    var namespaces: String?
    var validAfter: SSHTime?
    var validBefore: SSHTime?
    let key: SSHPublicKey

    /// A line's fields: principals, options, key type, key; a comment may follow.
    ///
    /// Throws a text for a person.
    init(_ line: Substring) throws(AllowedSigners.Refusal) {
        var fields = try SignerFields(line)
        principals = try fields.take("principals", isQuoted: true)
        let next = try fields.take("a key type")
        let isKeyType = ["ssh-", "ecdsa-", "sk-"].contains { next.hasPrefix($0) } && !next.contains("=")
        let type = isKeyType ? next : try fields.take("a key type")
        key = try Self.key(type, try fields.take("a key"))
        if !isKeyType { try read(options: next) }
    }

    private static func key(_ type: String, _ base64: String) throws(AllowedSigners.Refusal) -> SSHPublicKey {
        guard let blob = Data(base64Encoded: base64) else { throw .init("the key is not base64") }
        do {
            let key = try SSHPublicKey(blob: Array(blob))
            guard key.type == type else { throw SignatureProblem.malformed("it says \(key.type)") }
            return key
        } catch {
            throw .init("not a key of type \(type): \(error)")
        }
    }

    private mutating func read(options: String) throws(AllowedSigners.Refusal) {
        for option in SignerFields.options(options) {
            let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
            let (name, value) = (parts.first?.lowercased() ?? "", parts.count > 1 ? parts[1] : "")
            switch name {
            case "cert-authority": throw .init("cert-authority lines are not supported; list each person's own key")
            case "namespaces": namespaces = try SignerFields.unquoted(value, of: name)
            case "valid-after": validAfter = try Self.time(value, name)
            case "valid-before": validBefore = try Self.time(value, name)
            default:
                throw .init("the option \(name) is not known; namespaces, valid-after and valid-before are")
            }
        }
    }

    private static func time(_ value: String, _ name: String) throws(AllowedSigners.Refusal) -> SSHTime {
        let text = try SignerFields.unquoted(value, of: name)
        guard let time = SSHTime(text) else {
            throw .init("\(name) is YYYYMMDD or YYYYMMDDHHMM[SS], in UTC with a Z at its end, and not \(text)")
        }
        return time
    }

    /// Why it does not count for that purpose at that time; nil when it does.
    func objection(to namespace: String, at time: Int) -> String? {
        if let namespaces, !Patterns.match(namespaces, namespace) {
            return "\(key.text) (\(principals)) is trusted for \(namespaces), not for \(namespace)"
        }
        if let validAfter, time < validAfter.seconds {
            return "\(key.text) (\(principals)) is not valid before \(validAfter.text)"
        }
        if let validBefore, time > validBefore.seconds {
            return "\(key.text) (\(principals)) expired at \(validBefore.text)"
        }
        return nil
    }
}
