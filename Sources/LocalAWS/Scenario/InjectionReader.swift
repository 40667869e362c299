import Manifest
import Model
import Simulation

/// One event: a time, and one thing that happens then.
struct InjectionReader {
    /// What can happen.
    enum Action: String, CaseIterable {
        case reclaim, rebalance, loseZone, restoreZone, drought, endDrought, image, healImage, load, failInstance
    }

    /// The region whose zones may stand there; nil for any.
    let region: String?

    /// The one action among the members; nil when it is missing or broken, which was said then.
    func read(_ fields: inout FieldReader) -> Injection? {
        let before = fields.found.count
        let names = Action.allCases.map(\.rawValue)
        let actions = Action.allCases.filter { fields.holds($0.rawValue) }
        let isOne = fields.holdsOne(of: names, "an event")
        let read = actions.compactMap { injection($0, &fields) }
        // Asked for, so that a name that somebody mistyped finds its neighbour.
        for name in names { _ = fields.take(name) }
        if actions.isEmpty, fields.found.count == before, !fields.hasMore {
            fields.report("nothing happens", hint: "write one of \(names.joined(separator: ", "))", nil)
        }
        return isOne ? read.first : nil
    }

    private func injection(_ action: Action, _ fields: inout FieldReader) -> Injection? {
        let (name, pools) = (action.rawValue, PoolReader(region: region))
        switch action {
        case .reclaim: return fields.nested(name) { reclaim(&$0, pools) } ?? nil
        case .rebalance: return (fields.nested(name) { pools.read(&$0) } ?? nil).map(Injection.rebalance)
        case .loseZone: return zone(name, &fields).map(Injection.loseZone)
        case .restoreZone: return zone(name, &fields).map(Injection.restoreZone)
        case .drought:
            return (fields.nested(name) { pools.read(&$0, onDemand: true) } ?? nil).map(Injection.drought)
        case .endDrought:
            return (fields.nested(name) { pools.read(&$0, onDemand: true) } ?? nil).map(Injection.endDrought)
        case .image: return (fields.nested(name) { ImageReader.read(&$0) } ?? nil).map(Injection.image)
        case .healImage: return fields.string(name).map(Injection.healImage)
        case .load: return fields.nested(name) { load(&$0) } ?? nil
        case .failInstance: return instance(name, &fields).map(Injection.failInstance)
        }
    }

    private func reclaim(_ fields: inout FieldReader, _ pools: PoolReader) -> Injection? {
        let count = fields.count("count", in: 1...100_000)
        return pools.read(&fields).map { .reclaim($0, count: count) }
    }

    private func zone(_ name: String, _ fields: inout FieldReader) -> String? {
        let place = fields.place(of: name)
        let zone = fields.zone(name)
        PoolReader(region: region).check(zone, place, name, &fields)
        return zone
    }

    private func load(_ fields: inout FieldReader) -> Injection? {
        let name = LoadReader.name(&fields)
        let rate = LoadReader.rate(&fields)
        guard let name, let rate else { return nil }
        return .load(name: name, requestsPerSecond: rate)
    }

    private func instance(_ name: String, _ fields: inout FieldReader) -> String? {
        fields.read(
            name, { $0.wholeMatch(of: /i-[0-9a-f]{1,17}/) == nil ? nil : $0 }, isNot: "instance id",
            hint: "such as i-0a1b2c3d4e5f60718")
    }
}
