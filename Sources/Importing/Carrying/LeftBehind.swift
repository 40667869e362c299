public import Model

/// Something of an imported file that a person has to see to: it is not carried over, or not as it was.
public struct LeftBehind: Sendable, Equatable, CustomStringConvertible {
    /// Where it is written; nil for what no file says.
    public let place: Place?
    /// The member in the file's own words, `services.api.build`; what it is about where no file says it.
    public let member: String
    /// What became of it, and what to do instead.
    public let remedy: String

    /// `docker-compose.yml:12: services.api.build: …`.
    public var description: String { "\(place.map { "\($0.lineDescription): " } ?? "")\(member): \(remedy)" }
}
