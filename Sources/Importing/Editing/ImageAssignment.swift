/// `api=repository:1.8.0`: a container and the image that it gets.
public struct ImageAssignment: Sendable, Equatable {
    /// Nil for the only container of its task.
    public let container: String?
    /// Repository with a tag or a digest.
    public let image: String

    /// Reads `container=image`, or an image alone; nil for what is neither.
    public init?(parsing text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        container = parts.count == 2 ? parts[0] : nil
        image = parts.last ?? ""
        let name = /[A-Za-z0-9_-]+/
        // What stands in neither needs no quotes and no escapes, in YAML and in JSON.
        let reference = /[A-Za-z0-9][A-Za-z0-9._\/:@-]*[A-Za-z0-9]/
        guard image.wholeMatch(of: reference) != nil, container.map({ $0.wholeMatch(of: name) != nil }) ?? true else {
            return nil
        }
    }
}
