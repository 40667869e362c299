extension PlacementConstraint {
    /// Whether an instance satisfies the constraint; nil when that hangs on something that `lookup` does not know.
    ///
    /// `lookup` gives the values of a subject of the cluster query language (`attribute:ecs.instance-type`), none when the
    /// instance has none, and nil when nobody can say. An expression that ECS would not read is not decided either.
    public func isSatisfied(by lookup: (String) -> [String]?) -> Bool? {
        guard type == "memberOf" else { return true }
        guard let query = ClusterQuery(expression) else { return nil }
        var isKnown = true
        let holds = query.holds { subject in
            guard let values = lookup(subject) else {
                isKnown = false
                return []
            }
            return values
        }
        return isKnown ? holds : nil
    }
}
