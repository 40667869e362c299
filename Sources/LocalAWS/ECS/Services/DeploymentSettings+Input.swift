import Model
import Simulation

extension DeploymentSettings {
    /// Takes over what `deploymentConfiguration` says; members that it leaves out stay (aws-facts 4.6).
    mutating func read(_ said: Value) throws(Refusal) {
        if let percent = said["minimumHealthyPercent"]?.integer { minimumHealthyPercent = percent }
        if let percent = said["maximumPercent"]?.integer { maximumPercent = percent }
        if let minutes = said["bakeTimeInMinutes"]?.integer {
            try Self.check(Double(minutes), in: 0...1440, "bakeTimeInMinutes")
            bakeTime = .minutes(minutes)
        }
        if let rows = said["lifecycleHooks"]?.list { hooks = rows.map(Hook.init(shown:)) }
        if let breaker = said["deploymentCircuitBreaker"] { circuitBreaker.read(breaker) }
        if let said = said["alarms"] { alarms.read(said) }
        try readStrategy(said)
    }

    private mutating func readStrategy(_ said: Value) throws(Refusal) {
        switch said["strategy"]?.string ?? strategyName {
        case "BLUE_GREEN": strategy = .blueGreen
        case "LINEAR": strategy = try linear(said["linearConfiguration"])
        case "CANARY": strategy = try canary(said["canaryConfiguration"])
        default: strategy = .rolling
        }
    }

    private func linear(_ said: Value?) throws(Refusal) -> Strategy {
        var usual = (percent: 10.0, bake: 6)
        if case .linear(let permille, let bake) = strategy { usual = (Double(permille) / 10, bake.wholeMinutes) }
        let percent = said?["stepPercent"]?.number ?? usual.percent
        let bake = said?["stepBakeTimeInMinutes"]?.integer ?? usual.bake
        try Self.check(percent, in: 3...100, "stepPercent")
        try Self.check(Double(bake), in: 0...1440, "stepBakeTimeInMinutes")
        return .linear(stepPermille: Int((percent * 10).rounded()), bake: .minutes(bake))
    }

    private func canary(_ said: Value?) throws(Refusal) -> Strategy {
        var usual = (percent: 5.0, bake: 10)
        if case .canary(let permille, let bake) = strategy { usual = (Double(permille) / 10, bake.wholeMinutes) }
        let percent = said?["canaryPercent"]?.number ?? usual.percent
        let bake = said?["canaryBakeTimeInMinutes"]?.integer ?? usual.bake
        try Self.check(percent, in: 0.1...100, "canaryPercent")
        try Self.check(Double(bake), in: 0...1440, "canaryBakeTimeInMinutes")
        return .canary(permille: Int((percent * 10).rounded()), bake: .minutes(bake))
    }

    private static func check(_ number: Double, in range: ClosedRange<Double>, _ member: String) throws(Refusal) {
        if !range.contains(number) {
            throw .invalidParameter("\(member) must be between \(range.lowerBound) and \(range.upperBound).")
        }
    }

    /// AWS's `strategy`.
    var strategyName: String {
        switch strategy {
        case .rolling: "ROLLING"
        case .blueGreen: "BLUE_GREEN"
        case .linear: "LINEAR"
        case .canary: "CANARY"
        }
    }
}

extension DeploymentSettings.CircuitBreaker {
    fileprivate mutating func read(_ said: Value) {
        if let flag = said["enable"]?.bool { enable = flag }
        if let flag = said["rollback"]?.bool { rollback = flag }
        if let flag = said["resetOnHealthyTask"]?.bool { resetOnHealthyTask = flag }
        let threshold = said["thresholdConfiguration"]
        if let type = threshold?["type"]?.string.flatMap(ThresholdType.init) { thresholdType = type }
        if let value = threshold?["value"]?.integer { thresholdValue = value }
    }
}

extension DeploymentSettings.Alarms {
    fileprivate mutating func read(_ said: Value) {
        if let rows = said["alarmNames"]?.list { names = rows.compactMap(\.string) }
        if let flag = said["enable"]?.bool { enable = flag }
        if let flag = said["rollback"]?.bool { rollback = flag }
    }
}

extension Span {
    /// Whole minutes.
    var wholeMinutes: Int { Int(milliseconds / 60_000) }
}
