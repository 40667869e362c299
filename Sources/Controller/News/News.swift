public import Reconciler

/// What a trigger says: somewhere something may have changed. It carries no content.
public enum News: Sendable, Hashable {
    /// A branch may have moved.
    case pushed(PushNotice)
    /// These things may have changed in AWS.
    case touched(Set<AWSThing>)
}
