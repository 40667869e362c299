public import Simulation

/// What happens in a region by itself: how long things take, what images do, what load comes in, which accidents happen.
///
/// Written as a file (`apiVersion: neap/v1`, `kind: Scenario`); `manifests/scenarios` holds examples.
public struct Scenario: Sendable {
    /// One of `Physics`' lengths of time, changed.
    struct Timing: Sendable, Hashable {
        let name: String
        let spread: Spread
    }

    /// Requests that come in for a service or target group.
    public struct Load: Sendable, Hashable {
        /// A corner of the curve.
        public struct Point: Sendable, Hashable {
            /// Since the scenario's beginning.
            public let at: Span
            /// Requests a second.
            public let requestsPerSecond: Int
        }

        /// The service's or target group's name.
        public let name: String
        /// In order of time, linear from one to the next; never empty.
        public let curve: [Point]
    }

    /// Something that happens at a time.
    public struct Event: Sendable, Hashable {
        /// Since the scenario's beginning.
        public let at: Span
        /// What.
        public let injection: Injection
    }

    /// `metadata.name`.
    public let name: String
    /// The file as it was read.
    public let text: String
    /// What it is about; nil when the file does not say.
    public internal(set) var description: String?
    /// What chance begins with; nil leaves it to who runs the scenario.
    public internal(set) var seed: UInt64?
    /// Virtual seconds in a second, 0 to 100,000; nil leaves it to who runs the scenario.
    public internal(set) var speed: Int?
    /// Where it happens; nil leaves it to who runs the scenario.
    public internal(set) var region: String?
    /// Images that are not well from the beginning.
    public internal(set) var images: [ImageBehaviour] = []
    /// Pools without capacity from the beginning.
    public internal(set) var droughts: [SpotPool] = []
    /// Load curves.
    public internal(set) var loads: [Load] = []
    /// What happens later, in the file's order.
    public internal(set) var events: [Event] = []
    var timings: [Timing] = []

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Lets it happen in `world`, whose scenario begins at `start`, or now when nil. What would be past happens at once.
    public func apply(to world: inout World, at start: Instant? = nil) {
        let start = start ?? world.now
        change(&world.physics, start: start)
        for event in events { world.inject(event.injection, after: max(.zero, start + event.at - world.now)) }
    }

    private func change(_ physics: inout Physics, start: Instant) {
        for timing in timings { TimingNames.set(timing.name, to: timing.spread, in: &physics) }
        for image in images {
            physics.images.removeAll { $0.image == image.image }
            physics.images.append(image)
        }
        for pool in droughts where !physics.droughts.contains(pool) { physics.droughts.append(pool) }
        for load in loads {
            let curve = load.curve.map {
                LoadModel.Point(at: start + $0.at, requestsPerSecond: $0.requestsPerSecond)
            }
            physics.load.set(load.name, curve: curve)
        }
    }
}
