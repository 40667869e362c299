import Simulation

extension DeploymentSettings {
    /// `rolling 50/150`, `blue/green`, `canary 5 %`, `linear 10 %`.
    var words: String {
        switch strategy {
        case .rolling: "rolling \(minimumHealthyPercent)/\(maximumPercent)"
        case .blueGreen: "blue/green"
        case .linear(let step, _): "linear \(Self.percent(step)) %"
        case .canary(let share, _): "canary \(Self.percent(share)) %"
        }
    }

    private static func percent(_ permille: Int) -> String {
        permille % 10 == 0 ? "\(permille / 10)" : "\(permille / 10).\(permille % 10)"
    }
}
