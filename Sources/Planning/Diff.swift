import Kinds
public import Model

/// The three-way difference: stated fields against live, and fields that were stated once against AWS's default.
///
/// Both sides are normalised by the kind's table first, so the difference a user sees is the one that decides.
public struct Diff: Sendable {
    /// What is left once owners had their say.
    public struct Result: Sendable {
        /// In the order of their paths.
        public var changes: [FieldChange] = []
        /// Withdrawn fields whose live value stays.
        public var kept: [FieldPath] = []
        /// Withdrawn fields that have to be stated.
        public var required: [FieldPath] = []
    }

    let schema: KindSchema
    let claims: [Claim]
    let ignore: [FieldPath]
    /// The third leg: what the last applied manifest stated; nil when nothing was applied yet.
    let stated: Set<FieldPath>?
    /// Fields that were reported as drift before, with what Git said of them then, as the status file shows it.
    let drifting: [FieldPath: Value]
    /// True when Git says exactly what was last applied, so that every difference is somebody else's doing.
    let unchanged: Bool

    /// A difference by `schema`.
    public init(
        schema: KindSchema, claims: [Claim] = [], ignore: [FieldPath] = [], stated: Set<FieldPath>? = nil,
        drifting: [FieldPath: Value] = [:], unchanged: Bool = false
    ) {
        self.schema = schema
        self.claims = claims
        self.ignore = ignore
        self.stated = stated
        self.drifting = drifting
        self.unchanged = unchanged
    }

    /// What has to change for `live` to be `desired`; references in `desired` that stay unresolved count as different.
    public func compare(desired: Value, live: Value) -> Result {
        var found = Result()
        compare(desired, live, at: FieldPath(), whole: schema.rule(at: FieldPath())?.whole ?? false, into: &found)
        for claim in claims where desired[claim.path] == nil && live[claim.path] != nil {
            compare(claimed: claim, live[claim.path], at: claim.path, into: &found)
        }
        withdraw(desired, live, into: &found)
        found.changes.sort { $0.path < $1.path }
        return found
    }

    private func compare(_ desired: Value, _ live: Value?, at path: FieldPath, whole: Bool, into found: inout Result) {
        if ignore.contains(where: { $0.covers(path) }) { return }
        let rule = schema.rule(at: path)
        let whole = rule?.whole ?? whole
        var wanted = rule?.normal.map { $0(desired) } ?? desired
        let there = live.map { value in rule?.normal.map { $0(value) } ?? value }
        if let claim = claims.first(where: { $0.path == path }) {
            guard claim.reach == .split else { return compare(claimed: claim, there, at: path, into: &found) }
            wanted = TrafficSplit.kept(of: there, in: wanted)
        }
        switch wanted.content {
        case .object(let members): compare(members, of: wanted, there, at: path, whole: whole, into: &found)
        case .list(let items): compare(items, of: wanted, there, at: path, rule, whole: whole, into: &found)
        default:
            guard !isSame(there, wanted), there != nil || !isSame(rule?.absent, wanted) else { return }
            report(there, wanted, at: path, into: &found)
        }
    }

    private func compare(claimed claim: Claim, _ live: Value?, at path: FieldPath, into found: inout Result) {
        guard !claim.allows(live), let band = claim.band, let count = live?.integer else { return }
        let nearest = min(max(count, band.lowerBound), band.upperBound)
        report(live, .integer(nearest), at: path, because: .drift, into: &found)
    }

    private func compare(
        _ members: [String: Value], of desired: Value, _ live: Value?, at path: FieldPath, whole: Bool,
        into found: inout Result
    ) {
        guard let live, live.object != nil else {
            guard !desired.isEmpty, schema.rule(at: path)?.absent != desired else { return }
            // AWS leaves out an object of which nothing but defaults is stated.
            if live?.isNull ?? true, isDefault(members, at: path, whole: whole) { return }
            return report(live, desired, at: path, into: &found)
        }
        for (name, value) in members {
            compare(value, live[name], at: path.appending(name), whole: whole, into: &found)
        }
        guard whole else { return }
        for (name, value) in live.object ?? [:] where members[name] == nil {
            compare(extra: value, at: path.appending(name), into: &found)
        }
    }

    /// True when none of `members` would be a change where AWS has nothing.
    private func isDefault(_ members: [String: Value], at path: FieldPath, whole: Bool) -> Bool {
        members.allSatisfy { name, value in
            var found = Result()
            compare(value, nil, at: path.appending(name), whole: whole, into: &found)
            return found.changes.isEmpty
        }
    }

    /// AWS gives floating-point members as such, a person writes `70`.
    func isSame(_ live: Value?, _ desired: Value) -> Bool {
        if live == desired { return true }
        guard let a = live?.number, let b = desired.number else { return false }
        return a == b
    }

    /// A live member that a wholly owned object does not state: a difference unless it is AWS's default.
    private func compare(extra value: Value, at path: FieldPath, into found: inout Result) {
        let rule = schema.rule(at: path)
        let there = rule?.normal.map { $0(value) } ?? value
        let isIgnored = ignore.contains { $0.covers(path) } || schema.isReadOnly(path)
        guard !isIgnored, rule?.shared != true, !there.isEmpty, !isSame(rule?.absent, there) else { return }
        if let members = there.object, rule?.absent == nil {
            for (name, member) in members { compare(extra: member, at: path.appending(name), into: &found) }
            return
        }
        // What Git says is as it was applied: then somebody else put it there.
        let isDrift = unchanged && !schema.isSensitive(path)
        report(there, rule?.absent, at: path, because: isDrift ? .drift : .withdrawn, into: &found)
    }

    func report(
        _ live: Value?, _ desired: Value?, at path: FieldPath, because reason: FieldChange.Reason? = nil,
        into found: inout Result
    ) {
        // A hash leaves sensitive members out, so it can not tell whether Git changed them.
        let isDrift = !schema.isSensitive(path) && (unchanged || wasDrifting(path, desired))
        let why = reason ?? (isDrift ? .drift : .declared)
        found.changes.append(
            FieldChange(
                path, live: live, desired: desired, effect: schema.effect(at: path), reason: why,
                place: desired?.keyPlace ?? desired?.place))
    }

    /// True when the field was reported before and Git still says of it what it said then.
    private func wasDrifting(_ path: FieldPath, _ desired: Value?) -> Bool {
        drifting[path].map { $0 == (desired.map { Masking.masked($0, at: path, by: schema).named } ?? .null) } ?? false
    }

    func compare(
        element desired: Value, _ live: Value?, at path: FieldPath, whole: Bool, into found: inout Result
    ) { compare(desired, live, at: path, whole: whole, into: &found) }
}

extension Value {
    /// True for null, an empty list and an empty object: AWS leaves them out as it likes.
    var isEmpty: Bool { isNull || list?.isEmpty == true || object?.isEmpty == true }
}
