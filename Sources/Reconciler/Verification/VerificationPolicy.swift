public import Signatures

/// Which commits have to be signed, and by whom: the controller's own configuration, never the repository's.
public struct VerificationPolicy: Sendable {
    /// Which of the commits between the last applied one and the tip are checked; the tip always is.
    public enum Mode: String, Sendable, CaseIterable {
        /// Those that the branch itself went through; whoever signs a merge answers for what it brings.
        case firstParents = "first-parents"
        /// Every commit, those of merged branches too.
        case all
        /// The tip alone.
        case head
    }

    let keys: TrustedKeys
    let mode: Mode
    /// More commits at once are not checked.
    static let limit = 1_000

    /// Commits have to be signed by one of `keys`.
    public init(keys: TrustedKeys, mode: Mode) {
        self.keys = keys
        self.mode = mode
    }
}
