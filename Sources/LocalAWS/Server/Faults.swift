import Simulation

/// What goes wrong on the way, never in the world: set through `/_neap/faults`.
struct Faults: Sendable, Hashable {
    /// Every reply is so late.
    var latency = Span.zero
    /// Percent of requests that fail with the service's internal error before anything is done.
    var errors = 0
    /// Percent of requests that are done, but whose reply is lost.
    var lostReplies = 0
    /// Percent of requests that are throttled.
    var throttled = 0
    /// The services that it concerns, by `ServiceModel.name`; empty for all.
    var services: [String] = []

    /// What happens to one request.
    enum Fate: Sendable { case served, failed, throttled, lost }

    /// The fate of the request of this number.
    func fate(of service: String, number: UInt64, _ dice: Dice) -> Fate {
        guard services.isEmpty || services.contains(service) else { return .served }
        let draw = Int(dice.number(in: 0...99, .settle, number))
        if draw < errors { return .failed }
        if draw < errors + throttled { return .throttled }
        return draw < errors + throttled + lostReplies ? .lost : .served
    }

    /// How late a reply of this service is.
    func latency(of service: String) -> Span { services.isEmpty || services.contains(service) ? latency : .zero }
}
