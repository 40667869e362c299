import Manifest
public import Model
public import Simulation

extension Scenario {
    /// Reads a scenario's file, as JSON when its name ends in `.json`, else as YAML; nil when it is broken, with
    /// everything that is wrong.
    public static func read(_ bytes: [UInt8], file: String) -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
        let decoded = DecodedFile.decode(bytes, file: file)
        if let failure = decoded.failure { return (nil, [failure]) }
        guard decoded.documents.count == 1, let document = decoded.documents.first else {
            let place = decoded.documents.last?.value.place ?? Place(file: file, line: 1, column: 1)
            let count = decoded.documents.count
            return (nil, [Diagnostic("\(file) holds \(count) documents, not one Scenario", at: place)])
        }
        let name = document.value["metadata"]?["name"]?.string
        let id = name.map { ResourceID("Scenario", $0) }
        var scenario = Scenario(name: name ?? "", text: String(decoding: bytes, as: UTF8.self))
        var fields = FieldReader(document.value, at: FieldPath(), of: id)
        if document.value.object != nil { ScenarioReader.read(&fields, into: &scenario) }
        let found = (document.diagnostics + fields.finished()).sorted()
        return (found.contains { $0.severity == .error } ? nil : scenario, found)
    }

    /// Reads one event that has `after: 30s` instead of `at` (at once, when that is missing too): what
    /// `POST /_neap/inject` takes. Nil when it is broken, with everything that is wrong; zones have to be `region`'s, where
    /// one is given.
    public static func injection(
        _ value: Value, region: String? = nil
    ) -> (injection: (injection: Injection, after: Span)?, diagnostics: [Diagnostic]) {
        var fields = FieldReader(value, at: FieldPath(), of: nil)
        guard value.object != nil else { return (nil, fields.finished()) }
        let after = fields.span("after") ?? .zero
        let injection = InjectionReader(region: region).read(&fields)
        let found = fields.finished().sorted()
        guard let injection, found.isEmpty else { return (nil, found) }
        return ((injection, after), [])
    }
}
