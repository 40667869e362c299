import Kinds
import Model
import Planning

/// `refreshes/<group>/<version>.yaml`: the attempts to bring a group's instances to one template version.
///
/// Its newest attempt is what Neap remembers of whose a refresh is, and why it stopped.
struct RefreshFile {
    let input: StatusInput
    let state: ResourceState
    let view: GroupView
    let version: String
    /// As AWS shows it; nil when nothing rolls, or one has just begun.
    private let refresh: InstanceRefresh?
    /// Of the one that AWS shows, or has just named.
    private let refreshID: String?

    /// Nil when there is nothing to tell: nothing rolls, nothing did, and nothing was written.
    init?(_ input: StatusInput, _ state: ResourceState) {
        let begun = input.outputs[Reference(state.id, "refresh")]?.string
        guard let view = GroupView(state) else { return nil }
        let isBegun = begun != nil && begun != view.rollout.refresh?.id
        let told = isBegun ? nil : view.rollout.refresh
        guard let version = told?.version ?? view.rollout.wanted else { return nil }
        self.input = input
        self.state = state
        self.view = view
        self.version = version
        refresh = told
        refreshID = begun ?? told?.id
        guard isOurs || isOpen else { return nil }
        // What ended stays as it was told until another refresh comes.
        if !isOpen, last != nil, refreshID == nil || last?["refresh"]?.string == refreshID { return nil }
    }

    static func path(_ group: String, _ version: String) -> String {
        "refreshes/\(PathPart.safe(group))/\(PathPart.safe(version)).yaml"
    }

    var path: String { Self.path(state.id.name, version) }
    /// When the attempt began, `2026-11-24T12:04:10Z`.
    var started: String? { isOpen ? last?["startedAt"]?.string ?? input.stamp : input.stamp }

    var text: String { Self.text(of: state.id.name, version, earlier + [.object(attempt)]) }

    /// A file with these attempts.
    static func text(of group: String, _ version: String, _ attempts: [Value]) -> String {
        let all = attempts.map { YAMLNode.ordered($0, by: order, inside: ["state": stateOrder]) }
        return YAMLNode.document([
            ("schema", .text("neap/refresh/v1")), ("group", .text(group)), ("version", .text(version)),
            ("attempts", .list(all)),
        ])
    }

    /// True when an attempt was under way when it was written down.
    static func isOpen(_ attempt: Value) -> Bool {
        ["progressing", "paused"].contains(attempt["result"]?.string ?? "")
    }

    private static let order = [
        "number", "result", "commit", "from", "refresh", "startedAt", "preferences", "pauses", "state", "endedAt",
        "duration", "reason", "at", "why",
    ]
    private static let stateOrder = ["percentage", "newInstances", "oldInstances", "lowest"]

    private var rollout: InstanceRollout { view.rollout }
    private var attempts: [Value] { input.memory.refreshFiles[path]?["attempts"]?.list ?? [] }
    private var last: Value? { attempts.last }
    private var isOpen: Bool { last.map(Self.isOpen) == true }
    private var earlier: [Value] { isOpen ? Array(attempts.dropLast()) : attempts }
    /// True for a refresh that Neap started, now or before.
    private var isOurs: Bool { refresh?.isOurs ?? (refreshID != nil) }

    private var result: String {
        guard let refresh else { return refreshID == nil && isOpen ? "live" : "progressing" }
        switch refresh.phase {
        case .replacing where rollout.wanted != version: return "superseded"
        case .replacing, .goingBack: return "progressing"
        case .stopping: return rollout.wanted == version ? "paused" : "superseded"
        case .successful: return "live"
        case .failed: return "failed"
        case .rolledBack: return rollout.wanted == version ? "rolledBack" : "superseded"
        case .cancelled where refresh.isPaused: return rollout.wanted == version ? "paused" : "superseded"
        case .cancelled: return "cancelled"
        }
    }

    private func kept(_ member: String) -> Value? { isOpen ? last?[member] : nil }

    private var attempt: [String: Value] {
        var attempt: [String: Value] = [
            "number": .integer(earlier.count + 1), "result": .string(result),
            "commit": kept("commit") ?? .string(input.target.source.id),
            "startedAt": kept("startedAt") ?? .string(input.stamp),
        ]
        attempt["from"] = kept("from") ?? rollout.from.flatMap { $0 == version ? nil : .string($0) }
        attempt["refresh"] = refreshID.map { .string($0) } ?? kept("refresh")
        attempt["preferences"] = state.plan.observation.live?.detail["refresh"]?["preferences"] ?? kept("preferences")
        attempt["pauses"] = pauses
        guard ["progressing", "paused"].contains(result) else { return ended(attempt) }
        attempt["state"] = progress
        attempt["reason"] = refresh?.obstacle.map { .string($0) } ?? kept("reason")
        return attempt
    }

    private func ended(_ attempt: [String: Value]) -> [String: Value] {
        var attempt = attempt
        let began = kept("startedAt")?.string.flatMap(UTC.seconds) ?? input.now
        attempt["endedAt"] = .string(input.stamp)
        attempt["duration"] = .string("\(input.now - began)s")
        let reason = kept("reason")?.string ?? refresh?.reason ?? ""
        if result != "live", !reason.isEmpty { attempt["reason"] = .string(reason) }
        return attempt
    }

    /// Since when it stands still, each time that it did, and for what.
    private var pauses: Value? {
        let before = kept("pauses")?.list ?? []
        guard result == "paused", last?["result"] != "paused" else { return before.isEmpty ? nil : .list(before) }
        let why = state.plan.goesAfter ?? state.problem?.message ?? state.health.message
        return .list(before + [["at": .string(input.stamp), "why": .string(why)]])
    }

    private var progress: Value {
        let before = kept("state")
        let lowest = [before?["lowest"]?.integer, view.inService].compactMap { $0 }.min()
        return [
            "percentage": .integer(refresh?.percentage ?? 0), "newInstances": counts(new: true),
            "oldInstances": counts(new: false), "lowest": .integer(lowest ?? view.inService),
        ]
    }

    private func counts(new: Bool) -> Value {
        let counts = view.counts(new: new)
        return [
            "starting": .integer(counts.starting), "inService": .integer(counts.inService),
            "leaving": .integer(counts.leaving),
        ]
    }

    private static let limit = 20

    /// Files beyond the newest few of a group.
    static func obsolete(_ memory: StatusMemory) -> [String] {
        let groups = Dictionary(grouping: memory.refreshFiles) { $0.value["group"]?.string ?? "" }
        return groups.values.flatMap { files in
            files.sorted { number($0.value) > number($1.value) }.dropFirst(limit).map(\.key)
        }.sorted()
    }

    private static func number(_ file: Value) -> Int { file["version"]?.scalarText.flatMap { Int($0) } ?? 0 }
}
