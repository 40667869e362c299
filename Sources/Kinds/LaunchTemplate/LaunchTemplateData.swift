import AWSEC2
import AWSWire
import Crypto
import Model

/// The data of a launch template's version, as it is sent, and the mark by which it is known again.
enum LaunchTemplateData {
    /// What is sent: AWS's members alone, user data rendered and in base64.
    static func request(_ spec: Value) -> Value {
        var data = spec
        for name in ["tags", "ecsConfig", "imagePolicy", "launchTemplateName"] { data[name] = nil }
        data["userData"] = UserData.text(of: spec).map { .string(UserData.encoded($0)) }
        if let specifications = data["tagSpecifications"]?.list {
            data["tagSpecifications"] = .list(
                specifications.map { item in
                    var copy = item
                    copy["tags"] = item["tags"].map(LaunchTemplate.tagList)
                    return copy
                })
        }
        return data
    }

    /// What the description of every version that Neap makes begins with.
    static let markPrefix = "neap sha256:"

    /// The description of the version that `data` makes. User data is sensitive and is left out: AWS gives it back.
    static func mark(_ data: Value) -> String {
        var open = data
        open["userData"] = nil
        let digest = SHA256.hash(data: JSON.write(open))
        return markPrefix + digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    /// True when `version` was made of exactly `spec`.
    static func isMade(_ version: Value, of spec: Value) -> Bool {
        let data = request(spec)
        guard version["versionDescription"]?.string == mark(data) else { return false }
        return version["launchTemplateData"]?["userData"]?.string == data["userData"]?.string
    }

    /// The spec that would make `version`.
    static func spec(of version: Value, _ shape: Shape) -> Value {
        var spec = shape.projecting(version["launchTemplateData"] ?? .emptyObject)
        guard let encoded = spec["userData"]?.string else { return spec }
        spec["userData"] = nil
        for (name, value) in UserData.members(of: encoded) { spec[name] = value }
        return spec
    }
}
