/// How long things take in a world, and how much of them there is. All of it is chance between bounds or an injection.
public struct Physics: Sendable {
    /// From the request until EC2 says `running`.
    public var instanceLaunch = Spread(.seconds(15), .seconds(40))
    /// From `running` until the ECS agent has registered.
    public var agentRegistration = Spread(.seconds(35), .seconds(70))
    /// From a termination until EC2 says `terminated`.
    public var instanceShutdown = Spread(.seconds(10), .seconds(30))
    /// Pulling an image that the instance does not have.
    public var imagePull = Spread(.seconds(3), .seconds(9))
    /// Starting containers once images are there.
    public var containerStart = Spread(.seconds(1), .seconds(3))
    /// From RUNNING until the application answers requests and health checks.
    public var applicationReady = Spread(.seconds(2), .seconds(6))
    /// From SIGTERM until the containers are gone, unless `stopTimeout` comes first.
    public var containerStop = Spread(.seconds(1), .seconds(4))
    /// From CreateLoadBalancer until `active`.
    public var loadBalancerProvisioning = Spread(.seconds(40), .seconds(120))
    /// From PutClusterCapacityProviders until UPDATE_COMPLETE.
    public var clusterAttachment = Spread(.seconds(5), .seconds(15))
    /// From a registration until a target is probed first.
    public var targetRegistration = Spread(.seconds(1), .seconds(4))
    /// How often the service scheduler looks at a service that something touched.
    public var schedulerQuantum = Spread(.seconds(1), .seconds(2))

    /// What images do that are not well, by the image's name; an entry's key may end in `*`.
    public var images: [ImageBehaviour] = []
    /// Pools and zones from which EC2 gives nothing.
    public var droughts: [SpotPool] = []
    /// What requests come in.
    public var load = LoadModel()

    /// Times as a healthy AWS takes them.
    public init() {}
}

/// What tasks of an image do.
public struct ImageBehaviour: Sendable, Hashable {
    /// The image, or its beginning followed by `*`.
    public var image: String
    /// The pull fails: the image does not exist.
    public var failsToPull = false
    /// The container exits this long after it started; nil for never.
    public var crashesAfter: Span?
    /// With this exit code.
    public var exitCode = 1
    /// The exit is the kernel's for want of memory (exit code 137, OutOfMemoryError).
    public var outOfMemory = false
    /// From RUNNING until the application answers; nil for `Physics.applicationReady`.
    public var readyAfter: Span?
    /// The application stops answering health checks this long after RUNNING (zero: never answers); nil for never.
    public var unhealthyAfter: Span?
    /// HTTP status of a failing health check; 0 for no answer at all.
    public var unhealthyStatus = 503

    /// An image that is well.
    public init(image: String) { self.image = image }

    /// True when it speaks of `name`.
    public func matches(_ name: String) -> Bool {
        image.hasSuffix("*") ? name.hasPrefix(String(image.dropLast())) : name == image
    }
}

/// Spot capacity of one instance type in one zone; nil stands for all of them.
public struct SpotPool: Sendable, Hashable {
    /// `m5.large`; nil for every type.
    public var instanceType: String?
    /// `eu-west-1a`; nil for every zone.
    public var zone: String?
    /// True when on-demand capacity is meant too.
    public var onDemandToo = false

    /// A pool.
    public init(instanceType: String? = nil, zone: String? = nil, onDemandToo: Bool = false) {
        self.instanceType = instanceType
        self.zone = zone
        self.onDemandToo = onDemandToo
    }

    /// True when an instance of this kind comes out of it.
    public func holds(instanceType type: String, zone place: String, spot: Bool) -> Bool {
        (instanceType ?? type) == type && (zone ?? place) == place && (spot || onDemandToo)
    }
}
