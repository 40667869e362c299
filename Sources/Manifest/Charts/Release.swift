import Model

/// `kind: Release`: a chart with values.
struct Release: Sendable {
    let id: ResourceID
    let place: Place
    let namePlace: Place?
    /// For selecting what it makes; added to the labels that templates write.
    let labels: [String: String]
    /// What policies of what it makes start from.
    let policy: Value?
    /// Everything that it says, as written.
    let spec: Value
    var chart = ""
    var chartPlace: Place?
    var valuesFiles: [(text: String, place: Place?)] = []
    var values = Value(.object([:]))
    var patches: [Patch] = []

    /// The release of a document's envelope, with what is wrong.
    static func read(_ envelope: Envelope, namePlace: Place?) -> (release: Release, found: [Diagnostic]) {
        var release = Release(
            id: envelope.id, place: envelope.place, namePlace: namePlace, labels: envelope.labels,
            policy: envelope.policy, spec: envelope.spec)
        var fields = FieldReader(envelope.spec, at: FieldPath(["spec"]), of: envelope.id)
        if let value = fields.require("chart"), let text = fields.text(value, "chart") {
            release.chart = text
            release.chartPlace = value.place
        }
        release.valuesFiles = fields.strings("valuesFiles") ?? []
        if let values = fields.take("values") {
            release.values = values
            if values.object == nil {
                fields.report("expected a mapping, found \(values.typeName)", values.place, "values")
            }
        }
        release.patches = fields.mappings("patches", Patch.read) ?? []
        return (release, fields.finished())
    }
}
