import Model

/// An image that AWS now gives for a lookup, while a resource stays with the one that it was pinned to.
public struct NewerImage: Sendable, Equatable {
    /// The lookup's name, `Image?ssm=/aws/service/ecs/…`.
    public var lookup: String
    /// `ami-…`, what stays.
    public var pinned: String
    /// `ami-…`, what AWS gives now.
    public var newest: String
    /// True when it is taken as soon as a window opens (`imagePolicy: follow`).
    public var isFollowed: Bool
    /// When that is, in seconds since 1970; nil when none opens, or nothing follows.
    public var opensAt: Int?

    /// `AWS has a newer ECS image, ami-2; pinned to ami-1 by imagePolicy: pin`, marked up where `code` does so.
    public func text(code: (String) -> String = { $0 }) -> String {
        let what = lookup.contains("/ecs/") ? "ECS image" : "image"
        let first = "AWS has a newer \(what), \(code(newest)); "
        guard isFollowed else { return first + "pinned to \(code(pinned)) by \(code("imagePolicy: pin"))" }
        let when = opensAt.map { "until its window opens \(WindowGuard.text($0))" } ?? "as no window opens any more"
        return first + "\(code(pinned)) stays \(when)"
    }

    /// What a person can do about it.
    public func advice(code: (String) -> String = { $0 }) -> String {
        isFollowed
            ? "nothing; it is rolled in its window" : code("neap plan --refresh-images") + " shows what a roll would do"
    }
}
