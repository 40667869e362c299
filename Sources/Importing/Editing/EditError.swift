public import Model

/// Why a manifest is not edited; the file is then as it was.
public enum EditError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no such resource, or it can not be read; with a hint.
    case notFound(ResourceID, String?)
    /// What stands there can not be rewritten in place.
    case refused(Place?, String)
    /// What was asked for makes no sense.
    case usage(String)

    public var description: String {
        switch self {
        case .notFound(let id, let hint): "there is no \(id)" + (hint.map { " (\($0))" } ?? "")
        case .refused(let place, let why): (place.map { "\($0): " } ?? "") + why
        case .usage(let text): text
        }
    }
}
