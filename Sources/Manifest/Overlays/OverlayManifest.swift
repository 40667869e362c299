import Model

/// `kind: Overlay`: manifests that stand elsewhere, with changes.
struct OverlayManifest: Sendable {
    let id: ResourceID
    let place: Place
    /// Files and folders of manifests.
    var base: [(text: String, place: Place?)] = []
    var patches: [Patch] = []

    /// The overlay of a document's envelope, with what is wrong.
    static func read(_ envelope: Envelope) -> (overlay: OverlayManifest, found: [Diagnostic]) {
        var overlay = OverlayManifest(id: envelope.id, place: envelope.place)
        var fields = FieldReader(envelope.spec, at: FieldPath(["spec"]), of: envelope.id)
        if fields.holds("base") {
            overlay.base = fields.strings("base") ?? []
        } else {
            fields.report("base is missing", hint: "a list of folders or files: [../base]", nil, "base")
        }
        overlay.patches = fields.mappings("patches", Patch.read) ?? []
        if let policy = envelope.policy {
            fields.report("an Overlay has no policy", hint: "patch those of its manifests", policy.keyPlace, "policy")
        }
        return (overlay, fields.finished())
    }
}
