import Model
import Planning

extension Cause {
    /// As a resource's file holds it.
    var node: YAMLNode {
        var members: [(String, YAMLNode)] = [
            ("rule", .text(rule)), ("cause", .text(cause)), ("evidence", .text(evidence)), ("fix", .text(fix)),
        ]
        if let place { members.append(("declared", .text(place.lineDescription))) }
        return .block(members)
    }

    /// Reads what an earlier status file holds; nil when a member is missing.
    init?(_ value: Value?) {
        guard let rule = value?["rule"]?.string, let cause = value?["cause"]?.string,
            let evidence = value?["evidence"]?.string, let fix = value?["fix"]?.string
        else { return nil }
        self.init(rule: rule, cause: cause, evidence: evidence, fix: fix, place: Self.place(value?["declared"]?.string))
    }

    private static func place(_ text: String?) -> Place? {
        guard let text, let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else {
            return nil
        }
        return Place(file: String(text[..<colon]), line: line, column: 1)
    }
}

extension StatusMemory {
    /// Why a resource stood as `health` says when it was last written down; nil when it stood otherwise, or nobody knew.
    func cause(of id: ResourceID, standing health: Health) -> Cause? {
        let ready = conditions[id]?.first { $0.type == .ready }
        // What is held says more behind the colon than the health of what it was rolled back to.
        let head = health.message.prefix { $0 != ":" }
        guard !head.isEmpty, ready?.reason == health.reason, ready?.message.hasPrefix(head) == true else { return nil }
        return Cause(resourceFiles[id]?["cause"])
    }
}

extension ResourceState {
    /// What keeps it from being settled, in one line: the problem or its health, and the cause where one is known.
    public var told: String {
        let message = problem?.message ?? health.message
        guard let cause, !message.contains(cause.cause) else { return message }
        return message.isEmpty ? cause.cause : "\(message) (\(cause.cause))"
    }
}
