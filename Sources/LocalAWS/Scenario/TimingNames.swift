import Simulation

/// The lengths of time that a scenario can change, by the names that `Physics` has for them.
enum TimingNames {
    private static let table: [(name: String, place: any WritableKeyPath<Physics, Spread> & Sendable)] = [
        ("instanceLaunch", \.instanceLaunch), ("agentRegistration", \.agentRegistration),
        ("instanceShutdown", \.instanceShutdown), ("imagePull", \.imagePull), ("containerStart", \.containerStart),
        ("applicationReady", \.applicationReady), ("containerStop", \.containerStop),
        ("loadBalancerProvisioning", \.loadBalancerProvisioning), ("clusterAttachment", \.clusterAttachment),
        ("targetRegistration", \.targetRegistration), ("schedulerQuantum", \.schedulerQuantum),
    ]

    /// All of them.
    static var all: [String] { table.map(\.name) }

    /// Changes one; does nothing for an unknown name.
    static func set(_ name: String, to spread: Spread, in physics: inout Physics) {
        guard let row = table.first(where: { $0.name == name }) else { return }
        physics[keyPath: row.place] = spread
    }
}
