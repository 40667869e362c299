import Controller
import Model

/// What a running controller says of itself at `/readyz`.
struct RunningCheck {
    /// `http://127.0.0.1:8090`.
    let url: String

    func run() async -> ExitStatus {
        let report: Value
        do {
            report = try await ReadyQuestion(url: url).ask()
        } catch {
            CheckLine.missing(
                "controller", "\(error)", fix: "start it with neap run, or name its address with --url"
            ).print()
            return .error
        }
        let isReady = report["ready"]?.bool == true
        let lines =
            [controller(isReady)] + (report["repositories"]?.list ?? []).map(repository)
            + (report["environments"]?.list ?? []).flatMap(environment)
        for line in lines { line.print() }
        return .worst(lines.map(\.status))
    }

    private func controller(_ isReady: Bool) -> CheckLine {
        isReady
            ? .fine("controller", "\(url) is ready")
            : .missing("controller", "\(url) is not ready yet", fix: "wait for the first pass of every environment")
    }

    private func repository(_ value: Value) -> CheckLine {
        let place = "\(value["url"]?.string ?? "") \(value["ref"]?.string ?? "")"
        let name = (value["name"]?.string).map { "\($0): \(place)" } ?? place
        guard let problem = value["problem"]?.string else { return .fine("repository", name) }
        let silent = value["silentForSeconds"]?.integer.map { ", silent for \(DurationText.rounded($0))" } ?? ""
        return .missing("repository", "\(name)\(silent): \(problem)", fix: "neap check --pre looks closer", .unhealthy)
    }

    private func environment(_ value: Value) -> [CheckLine] {
        let name = value["name"]?.string ?? ""
        if let problem = value["problem"]?.string {
            let all = (value["problems"]?.list ?? []).compactMap(\.string)
            let fix = "neap status and neap why say more, and neap check --pre looks closer"
            return (all.isEmpty ? [problem] : all).map { .missing(name, $0, fix: fix, .unhealthy) }
        }
        guard value["leading"]?.bool == true else { return [.fine(name, "another controller writes for it")] }
        let commit = (value["commit"]?.string).map { String($0.prefix(7)) } ?? "no commit yet"
        let ago =
            value["lastRoundSecondsAgo"]?.integer.map { "looked at \(DurationText.rounded($0)) ago" }
            ?? "not looked at yet"
        return [.fine(name, "\(commit), \(ago), \(value["open"]?.integer ?? 0) resources open")]
    }
}
