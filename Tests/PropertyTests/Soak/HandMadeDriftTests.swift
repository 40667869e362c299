import Kinds
import Manifest
import Model
import Planning
import Testing

@testable import Reconciler

@Suite("What people change behind Neap's back")
struct HandMadeDriftTests {
    @Test("it is named with its field and reported alone, or put right at once, after which nothing is left to do")
    func drifts() async throws {
        var neap = try Neap(try await EmbeddedAWS(seed: 1), files: try ReferenceFiles.all())
        let turn = try await neap.settle()
        #expect(turn.unsettled.isEmpty)
        let hands = try await Hands(neap, after: turn)
        let moment = try await neap.aws.save("settled")
        var (broken, told): ([String], Int) = ([], 0)
        for drift in Self.played {
            try await neap.aws.restore("settled", moment)
            do {
                try await hands.make(drift.calls)
                await neap.aws.advance(drift.wait)
                broken += try await reported(drift, neap).map { "\(drift.name), reported: \($0)" }
                broken += try await corrected(drift, neap).map { "\(drift.name), corrected: \($0)" }
            } catch {
                broken.append("\(drift.name): \(error)")
            }
            for line in broken.dropFirst(told) { Seeds.tell(line) }
            told = broken.count
        }
        #expect(broken.isEmpty)
        Seeds.tell("\(Self.played.count) drifts by hand")
    }

    @Test("what Git does not state is theirs: there is no difference, and nothing is written")
    func unstated() async throws {
        var neap = try Neap(try await EmbeddedAWS(seed: 1), files: try ReferenceFiles.all())
        let hands = try await Hands(neap, after: try await neap.settle())
        for drift in HandMadeDrift.unstated { try await hands.make(drift.calls) }
        let before = neap.writeCount
        _ = try await neap.round()
        #expect(neap.planned?.differences == [])
        #expect(neap.writeCount == before)
    }

    /// Every eleventh of them in a sample.
    private static var played: [HandMadeDrift] {
        let all = HandMadeDrift.all
        return Seeds.areMany ? all : all.enumerated().filter { $0.offset % 11 == 0 }.map(\.element)
    }

    private func reported(_ drift: HandMadeDrift, _ neap: Neap) async throws -> [String] {
        var watching = neap
        watching.commit([
            "neap.yaml": (neap.files["neap.yaml"] ?? "").replacing("drift: correct", with: "drift: report")
        ])
        let before = watching.writeCount
        let turn = try await watching.round()
        var broken: [String] = []
        let written = watching.writes.suffix(watching.writeCount - before)
        if !written.isEmpty { broken.append("wrote \(written.joined(separator: ", "))") }
        guard let state = turn.states[drift.resource] else { return broken + ["\(drift.resource) is not known"] }
        if state.sync == .synced { broken.append("\(drift.resource) counts as in sync") }
        if drift.path == "/" {
            if !state.plan.isReportedDrift, state.plan.changes.isEmpty {
                broken.append("is not seen: \(state.plan.action)")
            }
        } else {
            let fields = state.plan.changes.filter { drift.path.covers($0.path) || $0.path.covers(drift.path) }
            if !fields.contains(where: { $0.reason == .drift }) {
                broken.append("not at \(drift.path): \(state.plan.changes.map(\.line))")
            }
        }
        let others = turn.states.values.filter { $0.id != drift.resource }.flatMap(\.plan.changes)
        let foreign = others.filter { change in !drift.isFollowed(by: change) }
        if !foreign.isEmpty { broken.append("also \(foreign.map(\.line))") }
        if let owner = drift.owner,
            !state.plan.owned.contains(where: { $0.owner == owner && $0.path.covers(drift.path) })
        {
            broken.append("\(drift.path) is not \(owner)'s: \(state.plan.owned)")
        }
        let file = watching.memory.files[ResourceFile.path(of: drift.resource)].map {
            String(decoding: $0, as: UTF8.self)
        }
        if file?.contains("drift:") != true { broken.append("its status file says nothing") }
        return broken
    }

    private func corrected(_ drift: HandMadeDrift, _ neap: Neap) async throws -> [String] {
        var correcting = neap
        let before = correcting.writeCount
        let first = try await correcting.round()
        var broken: [String] = []
        if correcting.writeCount == before {
            broken.append("wrote nothing: \(first.states[drift.resource]?.plan.changes.map(\.line) ?? [])")
        }
        let turn = try await correcting.settle()
        broken += turn.unsettled
        broken += try await correcting.plan().plan.differences
        return broken
    }
}

extension HandMadeDrift {
    /// What goes with what was deleted, and what a new one of it brings with it.
    func isFollowed(by change: FieldChange) -> Bool { path == "/" }
}
