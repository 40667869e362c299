import Manifest
import Model
import Simulation

/// What an image does that is not well: `{image: "repo/api:bad*", failsToPull: true}`.
enum ImageReader {
    /// The behaviour; nil when it is broken, which was said then.
    static func read(_ fields: inout FieldReader) -> ImageBehaviour? {
        let before = fields.found.count
        let value = fields.require("image")
        let image = value.flatMap { fields.text($0, "image") }
        var behaviour = ImageBehaviour(image: image ?? "")
        readStart(&fields, into: &behaviour)
        readCrash(&fields, into: &behaviour)
        readHealth(&fields, into: &behaviour)
        guard let value, let image else { return nil }
        if behaviour == ImageBehaviour(image: image), fields.found.count == before, !fields.hasMore {
            fields.report(
                "nothing is said about what \(image) does", hint: "such as failsToPull: true or crashesAfter: 20s",
                value.place, "image")
        }
        return behaviour
    }

    private static func readStart(_ fields: inout FieldReader, into behaviour: inout ImageBehaviour) {
        behaviour.failsToPull = fields.bool("failsToPull") ?? false
        behaviour.readyAfter = fields.span("readyAfter")
    }

    private static func readCrash(_ fields: inout FieldReader, into behaviour: inout ImageBehaviour) {
        need("crashesAfter", for: ["exitCode", "outOfMemory"], &fields)
        behaviour.crashesAfter = fields.span("crashesAfter")
        behaviour.outOfMemory = fields.bool("outOfMemory") ?? false
        behaviour.exitCode = fields.count("exitCode", in: 0...255) ?? (behaviour.outOfMemory ? 137 : 1)
    }

    private static func readHealth(_ fields: inout FieldReader, into behaviour: inout ImageBehaviour) {
        need("unhealthyAfter", for: ["unhealthyStatus"], &fields)
        behaviour.unhealthyAfter = fields.span("unhealthyAfter")
        behaviour.unhealthyStatus = fields.count("unhealthyStatus", in: 0...599) ?? 503
    }

    private static func need(_ name: String, for others: [String], _ fields: inout FieldReader) {
        guard !fields.holds(name) else { return }
        for other in others where fields.holds(other) {
            fields.report(
                "\(other) says nothing without \(name)", hint: "add \(name): 30s", fields.place(of: other), other)
        }
    }
}
