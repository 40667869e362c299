import Model

/// What a service's deployment strategy allows and demands (aws-facts 1.8), said where the manifest is read.
struct NativeStrategy {
    private enum Word: String {
        case rolling = "ROLLING", blueGreen = "BLUE_GREEN", linear = "LINEAR", canary = "CANARY"
    }

    private let id: ResourceID
    private let configuration: Value
    private let balancers: [Value]
    private let word: Word
    private let place: Place?

    /// The strategy of the service `resource`.
    init(_ resource: Resource) {
        id = resource.id
        configuration = resource.spec["deploymentConfiguration"] ?? .emptyObject
        balancers = resource.spec["loadBalancers"]?.list ?? []
        let stated = configuration["strategy"]
        word = stated?.string.flatMap(Word.init) ?? .rolling
        place = stated?.keyPlace ?? stated?.place ?? configuration.place ?? resource.place
    }

    /// Everything that is wrong with it, or plays no part.
    var diagnostics: [Diagnostic] { bakeTimes + steps + idle + balancing + hooks.flatMap(faults) }

    private var isNative: Bool { word != .rolling }

    private func say(
        _ message: String, _ path: [String], _ value: Value? = nil, hint: String? = nil,
        _ severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
        Diagnostic(
            message, hint: hint, at: value?.keyPlace ?? value?.place ?? place, of: id, path: FieldPath(path),
            severity: severity)
    }

    private var bakeTimes: [Diagnostic] {
        let path = ["deploymentConfiguration", "bakeTimeInMinutes"]
        guard let stated = configuration["bakeTimeInMinutes"] else {
            let hint = "how long both revisions stand side by side after the shift; 0 for not at all"
            return word == .blueGreen ? [say("BLUE_GREEN needs bakeTimeInMinutes", path, hint: hint)] : []
        }
        return fault(stated, 0...1440, path, unit: "minutes").map { [$0] } ?? []
    }

    /// The steps of LINEAR and CANARY, with their ranges.
    private var steps: [Diagnostic] {
        let settings: [(Word, String, String, ClosedRange<Double>, String)] = [
            (.linear, "linearConfiguration", "stepPercent", 3...100, "stepBakeTimeInMinutes"),
            (.canary, "canaryConfiguration", "canaryPercent", 0.1...100, "canaryBakeTimeInMinutes"),
        ]
        return settings.flatMap { owner, member, share, shares, bake -> [Diagnostic] in
            guard let stated = configuration[member] else { return [] }
            let path = ["deploymentConfiguration", member]
            if word != owner {
                return [say("belongs to the strategy \(owner.rawValue), this is \(word.rawValue)", path, stated)]
            }
            return [
                stated[share].flatMap { fault($0, shares, path + [share], unit: "percent", tenths: true) },
                stated[bake].flatMap { fault($0, 0...1440, path + [bake], unit: "minutes") },
            ].compactMap { $0 }
        }
    }

    private func fault(
        _ value: Value, _ range: ClosedRange<Double>, _ path: [String], unit: String, tenths: Bool = false
    ) -> Diagnostic? {
        guard let number = value.number else { return nil }
        let bounds = "\(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)) \(unit)"
        guard range.contains(number) else {
            return say("\(Self.text(number)) is out of range", path, value, hint: bounds)
        }
        let inTenths = number * 10
        guard tenths, abs(inTenths - inTenths.rounded()) > 1e-6 else { return nil }
        return say("\(Self.text(number)) is finer than ECS can split", path, value, hint: "\(bounds), by 0.1")
    }

    private static func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }

    /// What is stated and plays no part.
    private var idle: [Diagnostic] {
        let names = isNative ? ["minimumHealthyPercent", "maximumPercent"] : ["lifecycleHooks"]
        return names.compactMap { name in
            guard let stated = configuration[name], stated.list?.isEmpty != true else { return nil }
            let message =
                isNative
                ? "plays no part with \(word.rawValue): all new tasks stand beside the old ones"
                : "plays no part with ROLLING"
            return say(message, ["deploymentConfiguration", name], stated, .notice)
        }
    }

    private var balancing: [Diagnostic] {
        balancers.enumerated().flatMap { index, balancer -> [Diagnostic] in
            let path = ["loadBalancers", String(index), "advancedConfiguration"]
            guard let advanced = balancer["advancedConfiguration"] else {
                let hint = "alternateTargetGroup, productionListenerRule and roleArn"
                return isNative ? [say("\(word.rawValue) needs advancedConfiguration", path, balancer, hint: hint)] : []
            }
            let needed = isNative ? ["alternateTargetGroupArn", "productionListenerRule", "roleArn"] : []
            var found = needed.filter { advanced[$0] == nil }
                .map { say("\(word.rawValue) needs \($0)", path + [$0], advanced) }
            if let other = advanced["alternateTargetGroupArn"], other == balancer["targetGroupArn"] {
                found.append(say("is the target group itself", path + ["alternateTargetGroupArn"], other))
            }
            if let test = advanced["testListenerRule"], test == advanced["productionListenerRule"] {
                found.append(say("is production's rule itself", path + ["testListenerRule"], test))
            }
            return found
        }
    }

    private var hooks: [(Int, Value)] {
        Array((configuration["lifecycleHooks"]?.list ?? []).enumerated().map { ($0, $1) })
    }

    private static let hookless: Set = ["SCALE_UP", "BAKE_TIME", "CLEAN_UP"]

    private func faults(_ index: Int, _ hook: Value) -> [Diagnostic] {
        let path = ["deploymentConfiguration", "lifecycleHooks", String(index)]
        let stages = hook["lifecycleStages"]?.list ?? []
        var found = stages.filter { Self.hookless.contains($0.string ?? "") }.map {
            say("no hook runs at \($0.string ?? "")", path + ["lifecycleStages"], $0)
        }
        if stages.isEmpty { found.append(say("names no stage", path + ["lifecycleStages"], hook)) }
        let isPause = hook["targetType"]?.string == "PAUSE"
        for name in ["hookTargetArn", "roleArn"] {
            if isPause, let stated = hook[name] {
                found.append(say("a PAUSE hook calls nothing", path + [name], stated, hint: "take it out"))
            } else if !isPause, hook[name] == nil {
                let hint = "or targetType: PAUSE, which waits for a person"
                found.append(say("a hook that calls a function needs \(name)", path + [name], hook, hint: hint))
            }
        }
        return found
    }
}
