/// Something to say about a manifest or a resource, with its place.
public struct Diagnostic: Sendable, Hashable, Error, Comparable, CustomStringConvertible {
    /// How bad it is: errors keep a resource from being applied, warnings and notices do not.
    public enum Severity: String, Sendable, Comparable {
        case notice, warning, error
        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
        private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
    }

    /// How bad it is.
    public var severity: Severity
    /// Where; nil when it belongs to no file.
    public var place: Place?
    /// Which resource; nil when none could be read.
    public var resource: ResourceID?
    /// Which field; nil when it is about the whole.
    public var path: FieldPath?
    /// What is wrong.
    public var message: String
    /// What to do; nil when the message says it.
    public var hint: String?

    /// A diagnostic; an error unless said otherwise.
    public init(
        _ message: String, hint: String? = nil, at place: Place? = nil, of resource: ResourceID? = nil,
        path: FieldPath? = nil, severity: Severity = .error
    ) {
        self.severity = severity
        self.place = place
        self.resource = resource
        self.path = path
        self.message = message
        self.hint = hint
    }

    /// `file:line:column: Kind/name: /json/path: message (hint)`, DESIGN section 4; where a chart made it, the hint
    /// ends with the template's line.
    public var description: String {
        let context = [place?.description, resource?.description, path?.description, mark].compactMap { $0 }
        let notes = [hint, place?.template.map { "in the template \($0)" }].compactMap { $0 }
        return (context + [message]).joined(separator: ": ")
            + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
    }

    private var mark: String? { severity == .error ? nil : severity.rawValue }

    /// By place, then by text; what has no place comes first.
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        switch (a.place, b.place) {
        case (nil, .some): true
        case (.some, nil): false
        case (let x?, let y?) where x != y: x < y
        default: a.description < b.description
        }
    }
}
