import Model
import Planning
import Testing

@testable import Kinds

/// One way in which AWS gives back something else than it was sent, without any difference.
struct NormalisationFact: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: String
    /// What a manifest says, below `spec`.
    let manifest: Value
    /// What AWS answers then, members in lower camel case.
    let answer: Value
    /// Another manifest, close to the first, that does differ from the answer.
    let nearMiss: Value
    /// Where it differs.
    let found: [FieldPath]

    init(
        _ name: String, _ kind: String, _ manifest: Value, _ answer: Value, but nearMiss: Value,
        differsAt found: [FieldPath]
    ) {
        self.name = name
        self.kind = kind
        self.manifest = manifest
        self.answer = answer
        self.nearMiss = nearMiss
        self.found = found
    }

    var testDescription: String { "\(kind): \(name)" }

    /// Where `manifest` and AWS's answer differ.
    func differences(_ manifest: Value) throws -> [FieldPath] {
        let schema = try #require(kindsByName[kind]).schema
        return Diff(schema: schema).compare(desired: manifest, live: live(schema)).changes.map(\.path)
    }

    /// The answer as the kinds take it in.
    private func live(_ schema: KindSchema) -> Value {
        if kind == "LaunchTemplate" {
            return LaunchTemplateData.spec(of: ["launchTemplateData": answer], schema.shape)
        }
        var spec = schema.liveSpec(answer)
        spec["tags"] = answer["tags"].map { TagStyle.spec(TagStyle.read($0)) }
        spec["attributes"] = answer["attributes"].map { TagStyle.map(TagStyle.read($0)) }
        return spec
    }
}
