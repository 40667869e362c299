public import Model

/// What is to become of one resource.
public struct ResourcePlan: Sendable {
    /// What is to be done.
    public enum Action: Sendable, Equatable {
        case none
        case create
        case update
        /// Live and wanted differ in a field that only creation has.
        case replace
        /// Nothing may be done, for this reason.
        case blocked(Reason, String)
    }

    /// What is wanted, references filled in as far as they are known.
    public var resource: Resource
    public var observation: Observation
    public var action: Action
    /// What differs, also when nothing may be done about it.
    public var changes: [FieldChange] = []
    /// Fields that an owner moves inside its band.
    public var owned: [Claim] = []
    /// Withdrawn fields whose live value stays.
    public var kept: [FieldPath] = []
    /// True when every difference is somebody else's doing and only reported.
    public var isReportedDrift = false
    /// Of the wanted spec, references filled in as far as they are known.
    public var specHash: String
    /// What images were looked up once and stay until a person moves them, by the lookup's name.
    public var pins: [String: String] = [:]
    /// The calls of its steps, in order.
    public var calls: [PlannedCall] = []

    /// Its name.
    public var id: ResourceID { resource.id }
    /// True when something would be written.
    public var isChange: Bool { action == .create || action == .update }
    /// The dearest effect.
    public var effect: Effect? { changes.map(\.effect).max() }
}
