public import Model

extension Timeline {
    /// Everything that it holds, as JSON: `entries`, `services`, `bounds` and `fleet`, each oldest first. Times are text.
    public var value: Value {
        [
            "entries": .list(entries.map(\.value)), "services": .list(services.map(\.value)),
            "bounds": .list(bounds.map(\.value)), "fleet": .list(fleet.map(\.value)),
        ]
    }
}

extension Timeline.Entry {
    fileprivate var value: Value {
        ["at": .string(at.text), "kind": .string(subject.kind), "name": .string(name), "note": .string(note)]
    }
}

extension Timeline.ServiceSample {
    fileprivate var value: Value {
        [
            "at": .string(at.text), "service": .string(service), "revision": .integer(revision),
            "pending": .integer(pending), "running": .integer(running), "healthy": .integer(healthy),
            "draining": .integer(draining),
        ]
    }
}

extension Timeline.BoundsSample {
    fileprivate var value: Value {
        [
            "at": .string(at.text), "service": .string(service), "floor": .integer(floor),
            "ceiling": .integer(ceiling),
        ]
    }
}

extension Timeline.FleetSample {
    fileprivate var value: Value {
        [
            "at": .string(at.text), "group": .string(group), "onDemand": .integer(onDemand), "spot": .integer(spot),
            "pending": .integer(pending),
        ]
    }
}
