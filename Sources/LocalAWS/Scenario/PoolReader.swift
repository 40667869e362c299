import Manifest
import Model
import Simulation

/// Which instances a scenario means: `pool: m5.large/eu-west-1a`, or `type:`, `zone:` or both, or `all: true`.
struct PoolReader {
    /// The region whose zones may stand there; nil for any.
    let region: String?

    /// The pool; nil when it is missing or broken, which was said then.
    func read(_ fields: inout FieldReader, onDemand: Bool = false) -> SpotPool? {
        let (before, isWhole) = (fields.found.count, fields.holds("pool"))
        _ =
            isWhole && fields.holdsOne(of: ["pool", "type"], "a pool")
            && fields.holdsOne(of: ["pool", "zone"], "a pool")
        let zonePlace = fields.place(of: isWhole ? "pool" : "zone")
        var pool = fields.read("pool", PoolText.pool, isNot: "pool", hint: "such as m5.large/eu-west-1a")
        let type = fields.read("type", PoolText.type, isNot: "instance type", hint: "such as m5.large")
        let zone = fields.zone("zone")
        let all = fields.bool("all")
        if type != nil || zone != nil { pool = SpotPool(instanceType: type, zone: zone) }
        if all == true {
            if pool != nil { fields.report("all stands beside a pool", hint: "remove one of them", nil, "all") }
            pool = SpotPool()
        }
        if onDemand, fields.bool("onDemandToo") == true { pool?.onDemandToo = true }
        check(pool?.zone, zonePlace, isWhole ? "pool" : "zone", &fields)
        if pool == nil, fields.found.count == before, !fields.hasMore {
            fields.report("no pool is named", hint: "write pool:, type:, zone: or all: true", nil)
        }
        return pool
    }

    /// Says so when a zone is not one of the region.
    func check(_ zone: String?, _ place: Place?, _ name: String, _ fields: inout FieldReader) {
        guard let zone, let region, zone.dropLast() != region else { return }
        fields.report("\(zone) is no zone of \(region)", hint: "such as \(region)a", place, name)
    }
}
