import Model

/// One thing that can be wrong with a service, told by what AWS says of it.
protocol CauseRule: Sendable {
    /// In kebab case; it stands in status files and in `neap why`, so it never changes.
    static var id: String { get }
    /// What is wrong, when this rule sees it; pure, and the same for the same evidence in any order.
    func cause(_ evidence: Evidence) -> Cause?
}

extension CauseRule {
    /// What this rule found: one clause, what AWS said, and what to do at `spot`.
    func found(_ cause: String, _ said: String, fix: String, at spot: ManifestPlaces.Spot? = nil) -> Cause {
        Cause(rule: Self.id, cause: cause, evidence: said, fix: fix, place: spot?.place)
    }
}
