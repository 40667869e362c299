import AWSWire
import Crypto
import Model

/// What a run is of: whose, which revision, and with which overrides. The same content runs once.
///
/// Values of environment variables are left out: a hash of a secret must not leave the process.
struct RunContent: Sendable, Equatable {
    /// `family:revision`.
    let revision: String
    /// 28 hexadecimal digits.
    let hash: String

    /// The content that `resource` wants; nil while its revision is not registered.
    init?(_ resource: Resource) {
        guard let revision = resource.spec["taskDefinition"].map(Service.revision)?.string, revision.contains(":")
        else { return nil }
        self.revision = revision
        let whole: Value = [
            "of": .string(resource.id.description), "taskDefinition": .string(revision),
            "overrides": Self.open(resource.spec["overrides"]),
        ]
        hash = String(Self.digest(whole).prefix(28))
    }

    /// `startedBy` of the `attempt`th run, at most 36 characters: by it ECS lists the run again.
    func mark(_ attempt: Int) -> String { "neap-\(hash)-\(attempt)" }

    /// A client token for exactly this request: a reply that was lost does not run it twice.
    static func token(_ input: [String: Value]) -> String {
        var open = Value.object(input)
        open["overrides"] = Self.open(input["overrides"])
        return digest(open)
    }

    private static func open(_ overrides: Value?) -> Value {
        guard var overrides, let containers = overrides["containerOverrides"]?.list else { return overrides ?? .null }
        overrides["containerOverrides"] = .list(
            containers.map { container in
                var container = container
                container["environment"] = container["environment"]?.list.map { pairs in
                    .list(pairs.map { $0["name"] ?? .null })
                }
                return container
            })
        return overrides
    }

    private static func digest(_ value: Value) -> String {
        SHA256.hash(data: JSON.write(value)).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
