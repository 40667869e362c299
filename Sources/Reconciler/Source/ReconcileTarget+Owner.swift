import Manifest
import Planning

extension ReconcileTarget {
    /// That the owner is nothing but a path, which changes with the first remote; nil where it is a remote's, or stated.
    public var ownerNote: String? {
        guard environment.owner == nil, ownership.owner.hasPrefix("/") else { return nil }
        return "what is made belongs to the path \(ownership.owner), and is held once the repository has another name: "
            + "\(environment.file) states no spec.owner; state one, such as github.com/acme/infra"
    }
}
