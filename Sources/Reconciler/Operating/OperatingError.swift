public import Model

/// Why a command on one resource can not go on.
public enum OperatingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No manifest of that name; with what was probably meant.
    case unknown(String, hint: String?)
    /// The manifest is there, the thing in AWS is not.
    case absent(ResourceID)
    /// AWS did not say how it is.
    case unreadable(ResourceID, String)
    /// A guard keeps it from being written to.
    case refused(ResourceID, String)
    /// No rollout is under way.
    case nothingUnderWay(ResourceID)
    /// No deployment waits for a person; with what the one that is under way does.
    case nothingWaits(ResourceID, String?)

    public var description: String {
        switch self {
        case .unknown(let name, let hint): "there is no \(name) in this environment" + (hint.map { " (\($0))" } ?? "")
        case .absent(let id): "\(id) does not exist in AWS yet: `neap apply` makes it"
        case .unreadable(let id, let why): "\(id) can not be read: \(why)"
        case .refused(let id, let why): "\(id): \(why)"
        case .nothingUnderWay(let id): "\(id): no rollout is under way, so there is nothing to stop"
        case .nothingWaits(let id, let what):
            "\(id): no deployment waits at a PAUSE hook" + (what.map { " (\($0))" } ?? "")
        }
    }
}
