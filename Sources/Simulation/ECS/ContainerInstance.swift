public import Model

/// An instance that registered in a cluster.
public struct ContainerInstance: Sendable {
    /// AWS's `status`.
    public enum Status: String, Sendable {
        case active = "ACTIVE"
        case draining = "DRAINING"
        case inactive = "INACTIVE"
    }

    /// 32 hexadecimal digits: the last part of its ARN.
    public let id: String
    /// Its own number.
    public let ordinal: UInt64
    /// Where it registered.
    public let cluster: ClusterID
    /// The EC2 instance; nil for one that a person registered by hand from elsewhere.
    public let instance: InstanceID?
    /// The EC2 instance's id, `i-…`.
    public let instanceName: String
    /// Its capacity provider; nil when it registered before there was one, or its group has none.
    public internal(set) var capacityProvider: CapacityProviderID?
    /// `m5.large`.
    public let instanceType: String
    /// `eu-west-1a`.
    public let zone: String
    /// ACTIVE takes tasks.
    public internal(set) var status = Status.active
    /// False once the agent is silent.
    public internal(set) var agentConnected = true
    /// What it has for tasks: CPU units.
    public let cpu: Int
    /// What it has for tasks: MiB.
    public let memory: Int
    /// CPU units that tasks hold.
    public internal(set) var usedCPU = 0
    /// MiB that tasks hold.
    public internal(set) var usedMemory = 0
    /// Host ports that tasks hold, and the agent's own.
    public internal(set) var ports = PortSet()
    /// Tasks placed on it that are not STOPPED, oldest first.
    public internal(set) var tasks: [TaskID] = []
    /// Attributes, sorted by name: built-in (`ecs.instance-type`, …) and custom.
    public internal(set) var attributes: [(name: String, value: String?)]
    /// When it registered.
    public let registeredAt: Instant
    /// Images that were pulled to it.
    var images: [String] = []
    /// Tasks on it that are no daemon's.
    var ordinaryTasks = 0
    /// Index into its cluster's zones.
    let zoneSlot: Int
    /// When it became INACTIVE.
    var inactiveSince: Instant?
    /// AWS's list of `{key, value}`.
    public var tags: Value
    /// Goes up with every change that an event would be sent for.
    public internal(set) var version = 1

    /// CPU units that are free.
    public var freeCPU: Int { cpu - usedCPU }
    /// MiB that are free.
    public var freeMemory: Int { memory - usedMemory }
}

/// A set of TCP ports.
public struct PortSet: Sendable, Hashable {
    private var words: [UInt16: UInt64] = [:]
    /// How many it holds.
    public private(set) var count = 0

    /// No ports.
    public init() {}

    /// True when `port` is in it.
    public func contains(_ port: UInt16) -> Bool { (words[port >> 6] ?? 0) & (1 << UInt64(port & 63)) != 0 }

    /// Puts `port` in; false when it was in already.
    @discardableResult
    public mutating func insert(_ port: UInt16) -> Bool {
        guard !contains(port) else { return false }
        words[port >> 6, default: 0] |= 1 << UInt64(port & 63)
        count += 1
        return true
    }

    /// Takes `port` out.
    public mutating func remove(_ port: UInt16) {
        guard contains(port) else { return }
        words[port >> 6, default: 0] &= ~(1 << UInt64(port & 63))
        count -= 1
    }

    /// The lowest port of `range` that it does not hold; nil when it holds them all.
    public func lowestFree(in range: ClosedRange<UInt16>) -> UInt16? {
        var word = range.lowerBound >> 6
        while word <= range.upperBound >> 6 {
            let free = ~(words[word] ?? 0) & (~0 << (word == range.lowerBound >> 6 ? range.lowerBound & 63 : 0))
            if free != 0 {
                let port = word << 6 | UInt16(free.trailingZeroBitCount)
                return port <= range.upperBound ? port : nil
            }
            word += 1
        }
        return nil
    }

    /// The ports in order.
    public var sorted: [UInt16] {
        words.keys.sorted().flatMap { word in
            (0..<64).filter { (words[word] ?? 0) & (1 << UInt64($0)) != 0 }.map { word << 6 | UInt16($0) }
        }
    }
}
