import Model

/// A zone is lost at once, and Spot is taken zone by zone.
enum SpotSingleZone: SpotLintRule {
    static let id = "spot-single-zone"
    static let weight = Finding.Weight.warn
    static let summary = """
        A group with Spot lies in a single subnet or zone: one shortage of EC2's, or the loss of the zone, takes all of it. \
        What is looked up by tags may be several, and is not counted.
        """
    static let remedy = "Subnets in at least two zones in `vpcZoneIdentifier`."

    static func finding(of group: SpotGroup, in context: LintContext) -> Finding? {
        for member in ["vpcZoneIdentifier", "availabilityZones", "availabilityZoneIds"] {
            guard let places = group.resource.spec[member], let items = places.list, items.count == 1,
                let only = items.first?.string
            else { continue }
            return finding(
                group.resource, at: FieldPath([member]), places, "all of its Spot instances lie in \(only)")
        }
        return nil
    }
}
