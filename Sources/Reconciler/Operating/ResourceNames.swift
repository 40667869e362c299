public import Manifest
public import Model

/// What a person names on the command line: `api`, `Service/api`, `TargetGroup/api`.
public struct ResourceNames: Sendable {
    private let known: [ResourceID]

    /// The names of what was prepared.
    public init(_ prepared: EnvironmentReconciler.Prepared) { self.init(prepared.target.desired) }

    /// The names of what manifests want.
    public init(_ desired: Desired) { self.init(Array(desired.resources.keys)) }

    init(_ known: [ResourceID]) { self.known = known.sorted() }

    /// The service called `text`, with or without its kind.
    ///
    /// Throws `OperatingError.unknown` with the nearest name.
    public func service(_ text: String) throws(OperatingError) -> ResourceID {
        let services = known.filter { $0.kind == "Service" }
        let name = text.hasPrefix("Service/") ? String(text.dropFirst("Service/".count)) : text
        if let found = services.first(where: { $0.name == name }) { return found }
        throw .unknown("Service/\(name)", hint: Nearest.hint(for: name, among: services.map(\.name)))
    }

    /// The resource called `text`: `Kind/name`, or the name alone of a service or of the only resource that has it.
    ///
    /// Throws `OperatingError.unknown` with the nearest name.
    public func resource(_ text: String) throws(OperatingError) -> ResourceID {
        guard text.contains("/") else {
            let named = known.filter { $0.name == text }
            return named.count == 1 ? named[0] : try service(text)
        }
        if let found = known.first(where: { $0.description == text }) { return found }
        throw .unknown(text, hint: Nearest.hint(for: text, among: known.map(\.description)))
    }
}
