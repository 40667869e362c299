import AWSECS
import Model

/// The service's own events, as DescribeServices has them: the newest hundred.
enum ServiceEvents {
    static func entries(of service: ECS.Service) -> [ServiceTimeline.Entry] {
        let name = service.serviceName ?? ""
        return (service.events ?? []).compactMap { event in
            guard let at = event.createdAt, let message = event.message else { return nil }
            let text = withoutName(message, name)
            return .init(at, text.contains(" target") ? "target" : "service", name, text)
        }
    }

    /// ECS begins each event with `(service api) `, which the line says already.
    private static func withoutName(_ message: String, _ name: String) -> String {
        let head = "(service \(name))"
        guard message.hasPrefix(head) else { return message }
        let rest = message.dropFirst(head.count).drop { " ,".contains($0) }
        return String(rest)
    }
}
