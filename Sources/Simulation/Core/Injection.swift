/// Something that a person or a scenario makes happen.
public enum Injection: Sendable, Hashable {
    /// EC2 takes the Spot instances of a pool, with two minutes' notice; at most `count` of them, nil for all.
    case reclaim(SpotPool, count: Int?)
    /// EC2 recommends to rebalance the instances of a pool.
    case rebalance(SpotPool)
    /// A zone is lost at once: its instances end without notice, and nothing starts there until it is restored.
    case loseZone(String)
    /// The zone is back.
    case restoreZone(String)
    /// EC2 has nothing to give from a pool.
    case drought(SpotPool)
    /// EC2 has capacity again.
    case endDrought(SpotPool)
    /// Tasks of an image behave so from now on (tasks that run already too, for health and crashes).
    case image(ImageBehaviour)
    /// The image is well again.
    case healImage(String)
    /// Requests a second that come in for a target group or, without load balancer, a service; by its name.
    case load(name: String, requestsPerSecond: Int)
    /// One instance ends at once, without notice: its hardware failed.
    case failInstance(String)
}

extension World {
    /// Makes something happen `span` from now.
    public mutating func inject(_ injection: Injection, after span: Span = .zero) {
        injections.append(injection)
        schedule(.injection(injections.count - 1), after: span)
        if span == .zero { advance(to: now) }
    }

    mutating func inject(_ index: Int) {
        guard injections.indices.contains(index) else { return }
        let injection = injections[index]
        note(.world, "injection", "\(injection)")
        switch injection {
        case .reclaim(let pool, let count): reclaimPool(pool, count: count)
        case .rebalance(let pool): recommendRebalance(pool)
        case .loseZone(let zone): loseZone(zone)
        case .restoreZone(let zone): physics.droughts.removeAll { $0 == SpotPool(zone: zone, onDemandToo: true) }
        case .drought(let pool): physics.droughts.append(pool)
        case .endDrought(let pool): physics.droughts.removeAll { $0 == pool }
        case .image(let behaviour): setBehaviour(behaviour)
        case .healImage(let image): setBehaviour(ImageBehaviour(image: image))
        case .load(let name, let rate): setLoad(name, requestsPerSecond: rate)
        case .failInstance(let id): failInstance(id)
        }
    }

    private mutating func setBehaviour(_ behaviour: ImageBehaviour) {
        physics.images.removeAll { $0.image == behaviour.image }
        physics.images.append(behaviour)
        imageBehaviourChanged(behaviour)
    }

    private mutating func setLoad(_ name: String, requestsPerSecond rate: Int) {
        physics.load.set(name, requestsPerSecond: rate)
    }
}
