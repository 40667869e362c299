import AWSWire
import Model

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The user data of instances: a shell script made of `ecsConfig` and what the manifest adds.
enum UserData {
    private static let head =
        "#!/bin/bash\n# The ECS agent's settings, from ecsConfig.\ncat > /etc/ecs/ecs.config <<'ECS_CONFIG'\n"
    private static let tail = "ECS_CONFIG\n"
    private static let addition = "# From userData.\n"

    /// The whole user data as text; nil when neither is stated.
    static func text(of spec: Value) -> String? {
        let own = spec["userData"]?.string.map(plain)
        guard let config = spec["ecsConfig"] else { return own }
        let lines = ECSConfig.variables(of: config).map { "\($0.name)=\($0.value)\n" }.joined()
        let credentials = config["registryCredentials"].map(RegistryCredentials.script) ?? ""
        return head + lines + tail + credentials + (own.map { addition + $0 } ?? "")
    }

    /// `ecsConfig` and `userData` again, out of what AWS has; text that is not ours is `userData` alone.
    static func members(of encoded: String) -> [String: Value] {
        let text = plain(encoded)
        do {
            guard let parsed = try parse(text), Self.text(of: .object(parsed)) == text else {
                return ["userData": .string(text)]
            }
            return parsed
        } catch {
            return ["userData": .string(text)]
        }
    }

    /// AWS's form.
    static func encoded(_ text: String) -> String {
        // What is no text in UTF-8 (compressed data) stands in the manifest in base64 and stays so.
        isBase64(text) ? text : Data(text.utf8).base64EncodedString()
    }

    /// Readable text out of base64; what is not base64, or not text in it, stays.
    ///
    /// Scripts, cloud-config and MIME documents always hold characters that base64 has not, so the shape decides.
    static func plain(_ text: String) -> String {
        guard isBase64(text), let data = Data(base64Encoded: text), let plain = String(validating: data, as: UTF8.self)
        else { return text }
        return plain
    }

    private static func isBase64(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count % 4 == 0 else { return false }
        return Data(base64Encoded: text) != nil
    }

    private static func parse(_ text: String) throws(JSON.SyntaxError) -> [String: Value]? {
        guard text.hasPrefix(head), let end = text.firstRange(of: "\n" + tail) ?? emptyEnd(text) else { return nil }
        let start = text.index(text.startIndex, offsetBy: head.count)
        let lines = start <= end.lowerBound ? text[start..<end.lowerBound].split(separator: "\n") : []
        let variables = lines.compactMap { line -> (name: String, value: String)? in
            guard let sign = line.firstIndex(of: "=") else { return nil }
            return (String(line[..<sign]), String(line[line.index(after: sign)...]))
        }
        var config = try ECSConfig.config(from: variables)
        let rest = text[end.upperBound...]
        let own = rest.firstRange(of: addition)
        config["registryCredentials"] = RegistryCredentials.parse(rest[..<(own?.lowerBound ?? rest.endIndex)])
        var members: [String: Value] = ["ecsConfig": config]
        if let own { members["userData"] = .string(String(rest[own.upperBound...])) }
        return members
    }

    /// The end of a file without a single variable.
    private static func emptyEnd(_ text: String) -> Range<String.Index>? {
        text.hasPrefix(head + tail) ? text.firstRange(of: tail) : nil
    }
}
