import Model

/// What is left without some Spot instances, as plans show it (look.md section 6).
struct SpotLines {
    let outlook: SpotOutlook

    init(_ outlook: SpotOutlook) { self.outlook = outlook }

    /// One line for a terminal.
    var text: String { "Spot    \(sentence)".onOneLine }
    /// One line for Markdown.
    var markdown: String { "**Spot** · \(sentence.markdownCell)" }

    /// The member `spot` of `neap/plan/v1`; times in whole seconds.
    var value: Value {
        [
            "taken": .string(outlook.taken), "instances": .integer(outlook.instances),
            "choice": .string(outlook.choice.rawValue), "safe": .bool(outlook.isSafe),
            "unknown": outlook.unknown.map { .string($0) } ?? .null,
            "services": .list(
                outlook.services.map { loss in
                    [
                        "service": .string(loss.service.description), "tasks": .integer(loss.tasks),
                        "lowestHealthy": .integer(loss.lowestHealthy), "desired": .integer(loss.desired),
                        "floor": .integer(loss.floor), "backAfter": loss.backAfter.map { .integer($0) } ?? .null,
                    ]
                }),
        ]
    }

    private var sentence: String {
        if let reason = outlook.unknown { return "not known: \(reason)" }
        guard outlook.instances > 0 else { return "no Spot instance in \(outlook.taken)" }
        let losing = "losing \(taken) (\(([count] + tasks).joined(separator: ", ")))"
        guard !outlook.services.isEmpty else { return "\(losing): no task is lost" }
        let rows = outlook.services.map { loss in
            (outlook.services.count > 1 ? "\(loss.service.name) " : "") + Self.words(loss)
        }
        return "\(losing): \(rows.joined(separator: "; "))"
    }

    private var taken: String {
        switch outlook.choice {
        case .asked: outlook.taken
        case .largest: "the largest pool, \(outlook.taken)"
        case .weakest: "the weakest pool, \(outlook.taken)"
        }
    }

    private var count: String { ForecastWords.count(outlook.instances, "instance") }

    /// `2 tasks of api`, `1 of admin`.
    private var tasks: [String] {
        outlook.services.enumerated().map { place, loss in
            let noun = place == 0 ? ForecastWords.count(loss.tasks, "task") : String(loss.tasks)
            return "\(noun) of \(loss.service.name)"
        }
    }

    private static func words(_ loss: SpotOutlook.Loss) -> String {
        let floor = loss.isSafe ? "" : ", below the floor of \(loss.floor)"
        let back = loss.backAfter.map { "back in \(DurationText.rounded($0))" } ?? "not back within half an hour"
        return "lowest \(loss.lowestHealthy) of \(loss.desired)\(floor), \(back)"
    }
}
