public import Kinds
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
        /// It is no longer in Git: AWS is told to take it away, or does so already.
        case delete
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
    /// Who made the drift, where the trail tells.
    public var changedBy: ChangeAuthor?
    /// Of the wanted spec, references filled in as far as they are known.
    public var specHash: String
    /// What images were looked up once and stay until a person moves them, by the lookup's name.
    public var pins: [String: String] = [:]
    /// What AWS gives for those now and is not taken.
    public var newerImages: [NewerImage] = []
    /// Fields among the changes that may not be written for now.
    public var holds: [Hold] = []
    /// When `policy.windows` let it be written, in seconds since 1970; nil while they do, and when none is in sight.
    public var opensAt: Int?
    /// What it is made beside of and takes the place of; empty unless this plan makes it.
    public var replaced: [Predecessor] = []
    /// Why a difference that only a new one could bring is not replaced, with what to do; empty where nothing is.
    public var whyNotReplaced = ""
    /// The calls of its steps, in order.
    public var calls: [PlannedCall] = []
    /// True when no manifest has it any more.
    public var isDeparture = false
    /// What its instances wait for to roll, `after api is live: same capacity`; nil while nothing is in their way.
    public var goesAfter: String?
    /// True when those only stop what is under way, which nothing else waits for.
    var isPause = false

    /// Its name.
    public var id: ResourceID { resource.id }
    /// True when something would be written.
    public var isChange: Bool { action == .create || action == .update }
    /// True when it is made beside an old one, whose place it takes.
    public var isReplacement: Bool { action == .create && !replaced.isEmpty }
    /// True when an image is taken as soon as a window opens.
    public var awaitsWindow: Bool { newerImages.contains(where: \.isFollowed) }
    /// True when the field may not be written for now.
    func isOnHold(_ change: FieldChange) -> Bool { holds.contains { $0.path.covers(change.path) } }
    /// True when what is wanted was rolled back and is held: then what is live is nobody's drift.
    public var isRolledBack: Bool { if case .blocked(.rolledBack, _) = action { true } else { false } }
    /// The dearest effect.
    public var effect: Effect? { changes.map(\.effect).max() }
}
