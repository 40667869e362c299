import Simulation

/// What EC2 takes in a what-if: `neap plan --reclaim`.
public enum SpotTarget: Sendable, Hashable, CustomStringConvertible {
    /// One instance type in one zone.
    case pool(type: String, zone: String)
    /// Every pool of a zone.
    case zone(String)
    /// Every Spot instance.
    case allSpot

    /// How it is written, for help and errors.
    public static let form = "pool=m5.large/eu-west-1a, zone=eu-west-1a or all-spot"

    /// Reads `description`; nil for anything else.
    public init?(parsing text: String) {
        if text == "all-spot" {
            self = .allSpot
            return
        }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        let names = parts[1].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch parts[0] {
        case "zone" where names.count == 1: self = .zone(names[0])
        case "pool" where names.count == 2 && names[0].contains(".") && !names[1].isEmpty:
            self = .pool(type: names[0], zone: names[1])
        default: return nil
        }
    }

    /// As it is written on the command line.
    public var description: String {
        switch self {
        case .pool(let type, let zone): "pool=\(type)/\(zone)"
        case .zone(let zone): "zone=\(zone)"
        case .allSpot: "all-spot"
        }
    }

    /// For a person: `m5.large in eu-west-1a`, `eu-west-1a`, `all Spot instances`.
    var words: String {
        switch self {
        case .pool(let type, let zone): "\(type) in \(zone)"
        case .zone(let zone): zone
        case .allSpot: "all Spot instances"
        }
    }

    var pool: SpotPool {
        switch self {
        case .pool(let type, let zone): SpotPool(instanceType: type, zone: zone)
        case .zone(let zone): SpotPool(zone: zone)
        case .allSpot: SpotPool()
        }
    }

    /// What EC2 takes it has no more of, except where it is all that there is.
    var isDry: Bool { self != .allSpot }
}
