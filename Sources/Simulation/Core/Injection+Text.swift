extension Injection: CustomStringConvertible {
    /// As people say it: `reclaim 2 instances of m5.large/eu-west-1a`.
    public var description: String {
        switch self {
        case .reclaim(let pool, nil): "reclaim all of \(pool)"
        case .reclaim(let pool, let count?): "reclaim \(count) \(count == 1 ? "instance" : "instances") of \(pool)"
        case .rebalance(let pool): "recommend to rebalance \(pool)"
        case .loseZone(let zone): "zone \(zone) is lost"
        case .restoreZone(let zone): "zone \(zone) is back"
        case .drought(let pool): "no capacity in \(pool)"
        case .endDrought(let pool): "capacity again in \(pool)"
        case .image(let behaviour): "\(behaviour)"
        case .healImage(let image): "image \(image) is well"
        case .load(let name, let rate): "\(rate) requests/s for \(name)"
        case .failInstance(let id): "hardware of \(id) fails"
        }
    }
}

extension SpotPool: CustomStringConvertible {
    /// `m5.large/eu-west-1a`; `*` for every type or zone.
    public var description: String {
        "\(instanceType ?? "*")/\(zone ?? "*")" + (onDemandToo ? ", on demand too" : "")
    }
}

extension ImageBehaviour: CustomStringConvertible {
    /// `image api:1.8.0 fails to pull`.
    public var description: String {
        var does: [String] = []
        if failsToPull { does.append("fails to pull") }
        if let span = crashesAfter { does.append("\(outOfMemory ? "runs out of memory" : "crashes") after \(span)") }
        if let span = readyAfter { does.append("answers after \(span)") }
        if let span = unhealthyAfter { does.append("is unhealthy after \(span)") }
        return "image \(image) " + (does.isEmpty ? "is well" : does.joined(separator: ", "))
    }
}

extension Span: CustomStringConvertible {
    /// The shortest way to write it: `1h30m`, `500ms`, `0s`.
    public var description: String {
        var left = milliseconds.magnitude
        var text = milliseconds < 0 ? "-" : ""
        for (mark, size) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1)]
            as [(String, UInt64)]
        where left >= size {
            text += "\(left / size)\(mark)"
            left %= size
        }
        return milliseconds == 0 ? "0s" : text
    }
}
