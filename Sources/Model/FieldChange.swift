/// A field's new value and what it costs to get there.
public struct FieldChange: Sendable, Equatable {
    /// Why live and wanted differ.
    public enum Reason: String, Sendable {
        /// Git says something new.
        case declared
        /// Git says what it said before, AWS has something else.
        case drift
        /// Git no longer states the field.
        case withdrawn
    }

    /// Below `spec`; list elements under their keys.
    public var path: FieldPath
    /// What AWS has; nil when it has nothing there.
    public var live: Value?
    /// What is wanted; nil when an element or a value goes away.
    public var desired: Value?
    public var effect: Effect
    public var reason: Reason
    /// Where the wanted value was written.
    public var place: Place?

    /// A change of the field at `path`.
    public init(
        _ path: FieldPath, live: Value?, desired: Value?, effect: Effect, reason: Reason, place: Place? = nil
    ) {
        self.path = path
        self.live = live
        self.desired = desired
        self.effect = effect
        self.reason = reason
        self.place = place
    }
}

/// A field that something other than Git moves, and how far it may (DESIGN section 6).
public struct Claim: Sendable, Equatable {
    /// How far the owner may go.
    public enum Reach: Sendable, Equatable {
        /// Any value is the owner's business.
        case any
        /// An integer between these, in the field's own unit.
        case range(ClosedRange<Int>)
        /// The weights of a listener's or rule's actions over the target groups that they declare: any split is the owner's
        /// business, which groups there are and everything else stays Git's (aws-facts 1.8).
        case split
    }

    /// Whose field it is.
    public var resource: ResourceID
    public var path: FieldPath
    /// Who moves it: `ScalingPolicy/api`, `CapacityProvider/spot`, `AWS`.
    public var owner: String
    /// How far it may go.
    public var reach: Reach
    /// The field by which AWS shows the owner: where a manifest claims that one, it alone says what is moved. Nil for none.
    public var sign: FieldPath?

    /// The claim of `owner` on the field `path` of `resource`.
    public init(_ resource: ResourceID, _ path: FieldPath, owner: String, reach: Reach) {
        self.resource = resource
        self.path = path
        self.owner = owner
        self.reach = reach
    }

    /// The same for an integer inside `band`; for any value when that is nil.
    public init(_ resource: ResourceID, _ path: FieldPath, owner: String, band: ClosedRange<Int>?) {
        self.init(resource, path, owner: owner, reach: band.map(Reach.range) ?? .any)
    }

    /// The bounds of an integer; nil for every other reach.
    public var band: ClosedRange<Int>? { if case .range(let band) = reach { band } else { nil } }

    /// True when `value` is the owner's business.
    public func allows(_ value: Value?) -> Bool {
        guard let band else { return true }
        return value?.integer.map(band.contains) ?? true
    }
}
