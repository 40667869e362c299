import Kinds
import Manifest
import Model
import Planning
import Testing

@Suite("What becomes of what left Git")
struct DeletionTests {
    @Test("what is ours is deleted, what stands on others first, after everything that is wanted")
    func deletes() {
        let plan = Leaving(wanted: 20).plan
        #expect(plan.departures.map(\.action) == [.delete, .delete])
        #expect(plan.deletions.map(\.id) == ["Box/gone#delete0", "Base/gone#delete0"])
        #expect(plan.deletions.first?.planned.requires == [])
        #expect(plan.deletions.last?.planned.requires.map(\.reason) == ["until Box/gone is gone"])
        #expect(plan.deletions.allSatisfy { $0.planned.effect == .deletes })
        #expect(plan.hasChanges && plan.steps.isEmpty)
    }

    @Test("what stood on it is gone in AWS: then nothing is waited for, by no memory")
    func resumes() {
        var leaving = Leaving(wanted: 20)
        leaving.live["Box/gone"] = nil
        #expect(leaving.plan.deletions.map(\.id) == ["Base/gone#delete0"])
        #expect(leaving.plan.deletions.first?.planned.requires == [])
    }

    @Test("what is wanted comes first: while some of it is written, deletions wait")
    func waits() {
        let plan = Leaving(wanted: 20, new: 1).plan
        #expect(plan.stepNames == ["Base/new0#0"])
        let reason = plan.deletions.first?.planned.requires.first?.reason
        #expect(reason == "until what is wanted is live (Base/new0 is not yet)")
    }

    @Test("without our tags nothing is deleted, whatever the status branch says")
    func ownership() {
        var leaving = Leaving(wanted: 20)
        leaving.live["Base/gone"] = Live(spec: [:], tags: [:])
        leaving.live["Box/gone"] = Live(
            spec: [:], tags: ["neap:environment": "production", "neap:owner": "git.example.org/team/other"])
        #expect(leaving.reasons == [.notOwned, .conflict])
        #expect(leaving.plan.deletions.isEmpty)
    }

    @Test("what AWS gives no tags goes only with the manifest that it was a part of")
    func untagged() {
        var leaving = Leaving(wanted: 20)
        leaving.live["Box/gone"] = Live(spec: [:], tags: nil)
        #expect(leaving.reasons == [.notOwned, .notOwned])
        leaving.owner = "Base/gone"
        #expect(leaving.reasons == [nil, nil])
    }

    @Test("policy.deletionPolicy: retain keeps it, and what it stands on")
    func retain() {
        var leaving = Leaving(wanted: 20)
        leaving.policy.deletionPolicy = .retain
        #expect(leaving.reasons == [.retained, .retained])
        #expect(leaving.plan.deletions.isEmpty)
    }

    @Test("what is suspended is not deleted either, by its manifest, by a command or with everything else")
    func suspended() {
        var leaving = Leaving(wanted: 20)
        leaving.policy.suspend = true
        #expect(leaving.reasons.last == .suspended)
        leaving = Leaving(wanted: 20)
        leaving.heldBack = [.of("Box/gone"): "suspended by Ada"]
        #expect(leaving.reasons.last == .suspended && leaving.messages.last?.hasSuffix("suspended by Ada") == true)
        leaving = Leaving(wanted: 20)
        leaving.suspended = "suspended by Ada"
        #expect(leaving.reasons == [.suspended, .suspended] && leaving.plan.deletions.isEmpty)
    }

    @Test("an error anywhere holds every deletion, with its line")
    func errors() {
        var leaving = Leaving(wanted: 20)
        leaving.unknown = ["Base/b3"]
        #expect(leaving.reasons == [.pruneHeld, .pruneHeld])
        #expect(leaving.messages.first?.contains("Base/b3: AWS did not answer") == true)
        leaving = Leaving(wanted: 20)
        leaving.heldBecause = "production/x.yaml:3:1: not YAML"
        #expect(leaving.messages.first?.contains("production/x.yaml:3:1") == true)
    }

    @Test("what another branch applied is not deleted by this one, and does not count")
    func elsewhere() {
        var leaving = Leaving(wanted: 20)
        leaving.elsewhere = [.of("Box/gone"): "9c1e2ab4d07f5538e1a6c92b7d3f40e8a5b61c27"]
        leaving.cap = .count(1)
        #expect(leaving.reasons == [.pruneHeld, .pruneHeld])
        #expect(leaving.messages.last?.contains("applied from 9c1e2ab4d07f, which is no part of this history") == true)
    }

    @Test("a commit that wants nothing deletes nothing")
    func empty() {
        let leaving = Leaving(wanted: 0)
        #expect(leaving.reasons == [.emptyDesired, .emptyDesired])
        #expect(leaving.messages.first?.contains("neap destroy --environment production") == true)
    }

    @Test("a person who destroys is asked by no guard against mistakes")
    func destroy() {
        var leaving = Leaving(wanted: 0)
        leaving.isDestroyed = true
        #expect(leaving.reasons == [nil, nil])
    }

    @Test(
        "more than the cap at once holds all of it, by percent or count, and one may always go",
        arguments: [
            (Environment.Prune.Cap.percent(10), 18, false), (.percent(10), 17, true), (.count(1), 50, true),
            (.count(2), 1, false), (.percent(0), 100, true), (.count(0), 100, true),
        ])
    func cap(_ cap: Environment.Prune.Cap, _ wanted: Int, _ isHeld: Bool) {
        var leaving = Leaving(wanted: wanted)
        leaving.cap = cap
        #expect(leaving.reasons == (isHeld ? [.pruneCapped, .pruneCapped] : [nil, nil]))
        if isHeld { #expect(leaving.messages.first?.contains("2 of \(wanted + 2) manifests left Git at once") == true) }
    }

    @Test("outside policy.windows nothing is deleted")
    func windows() throws {
        var leaving = Leaving(wanted: 20)
        leaving.policy.windows = [Window(.allow, try #require(CronSchedule("0 2 1 1 *")), for: .seconds(60))]
        #expect(leaving.reasons == [.outsideWindow, .outsideWindow])
    }
}

/// An environment of `wanted` bases that are as they should be, and a box on a base that left Git.
struct Leaving {
    var wanted: Int
    var new = 0
    var live: [String: Live] = ["Base/gone": Leaving.ours("Base/gone"), "Box/gone": Leaving.ours("Box/gone")]
    var unknown: [String] = []
    var policy = Policy()
    var owner: String?
    var cap = Environment.Prune.Cap.percent(10)
    var heldBecause: String?
    var isDestroyed = false
    var elsewhere: [ResourceID: String] = [:]
    var heldBack: [ResourceID: String] = [:]
    var suspended: String?

    init(wanted: Int, new: Int = 0) {
        self.wanted = wanted
        self.new = new
    }

    private static func ours(_ id: String) -> Live {
        Live(
            spec: [:],
            tags: [
                "neap:environment": "production", "neap:owner": "git.example.org/team/infra", "neap:resource": id,
            ])
    }

    var plan: Plan {
        let bases = (0..<wanted).map { Resource.sample("Base/b\($0)", ["size": 1]) }
        let late = (0..<new).map { Resource.sample("Base/new\($0)", ["size": 1]) }
        let there = Dictionary(bases.map { ($0.id.description, Live(spec: $0.spec)) }) { first, _ in first }
        var input = PlanInput.of(bases + late, live: there.merging(live) { $1 }, unknown: unknown)
        for id in ["Base/gone", "Box/gone"] where live[id] == nil { input.observed[.of(id)] = .absent }
        var box = Resource.sample("Box/gone", ["base": .output("arn", of: "Base/gone")]) { $0 = policy }
        if let owner { box.manifest = .of(owner) }
        let base = Resource.sample("Base/gone", ["size": 1])
        var departed = Departed([box.id: box, base.id: base])
        (departed.cap, departed.heldBecause, departed.isDestroyed) = (cap, heldBecause, isDestroyed)
        departed.elsewhere = elsewhere
        input.departed = departed
        input.now = 1_764_000_000
        (input.heldBack, input.suspended) = (heldBack, suspended)
        return input.planned
    }

    /// Why the base and the box are held back; nil for what is deleted.
    var reasons: [Reason?] {
        plan.departures.map { if case .blocked(let reason, _) = $0.action { reason } else { nil } }
    }

    var messages: [String] {
        plan.departures.compactMap { if case .blocked(_, let message) = $0.action { message } else { nil } }
    }
}
