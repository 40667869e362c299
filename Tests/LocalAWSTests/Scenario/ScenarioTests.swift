import Foundation
import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("Scenario files")
struct ScenarioTests {
    static let start = Instant(milliseconds: 1_795_521_840_000)

    static func world() -> World {
        World(place: AWSPlace(account: "123456789012", region: "eu-west-1"), seed: 1, start: start)
    }

    private static func scenario(_ spec: String) -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
        let text = "apiVersion: neap/v1\nkind: Scenario\nmetadata: {name: try}\nspec:\n" + spec
        return Scenario.read(Array(text.utf8), file: "try.yaml")
    }

    @Test("every scenario of the repository is read without a word")
    func files() throws {
        let root = (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
            url.deletingLastPathComponent()
        }
        let folder = root.appending(path: "manifests/scenarios")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml") && $0 != "account.yaml"
        }
        #expect(names.count >= 4)
        for name in names {
            let read = Scenario.read([UInt8](try Data(contentsOf: folder.appending(path: name))), file: name)
            #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
            #expect(read.scenario?.name == String(name.dropLast(5)))
            #expect(read.scenario?.region == "eu-west-1")
        }
    }

    @Test("what it says of the run is kept, and may be left out")
    func run() throws {
        let said = try #require(
            Self.scenario("  seed: 7\n  speed: 60\n  region: eu-west-1\n  description: a storm\n").scenario)
        #expect(said.seed == 7 && said.speed == 60 && said.region == "eu-west-1" && said.description == "a storm")
        let silent = try #require(Self.scenario("  events: []\n").scenario)
        #expect(silent.seed == nil && silent.speed == nil && silent.region == nil && silent.events.isEmpty)
    }

    @Test("the same in JSON is the same scenario")
    func json() {
        let text = """
            {"apiVersion": "neap/v1", "kind": "Scenario", "metadata": {"name": "try"},
             "spec": {"events": [{"at": "10m", "loseZone": "eu-west-1b"}]}}
            """
        let read = Scenario.read(Array(text.utf8), file: "try.json")
        #expect(read.scenario?.events == [Scenario.Event(at: .minutes(10), injection: .loseZone("eu-west-1b"))])
    }

    @Test("every length of time that the physics have can be changed under its name")
    func timings() throws {
        var names: [String] = []
        for child in Mirror(reflecting: Physics()).children where child.value is Spread {
            names.append(child.label ?? "")
        }
        #expect(TimingNames.all.sorted() == names.sorted())
        let lines = names.map { "    \($0): 1500ms to 1h30m\n" }.joined()
        let scenario = try #require(Self.scenario("  timings:\n" + lines).scenario)
        var world = Self.world()
        scenario.apply(to: &world)
        for child in Mirror(reflecting: world.physics).children {
            guard let spread = child.value as? Spread else { continue }
            #expect(spread == Spread(Span(milliseconds: 1500), .minutes(90)), "\(child.label ?? "")")
        }
    }

    @Test("images and droughts stand in the world from the beginning")
    func beginning() throws {
        let scenario = try #require(
            Self.scenario(
                """
                  images: [{image: "api:*", failsToPull: true}]
                  droughts: [{type: m5.large, zone: eu-west-1a}]
                """
            ).scenario)
        var world = Self.world()
        scenario.apply(to: &world)
        scenario.apply(to: &world)
        #expect(world.physics.images.map(\.image) == ["api:*"])
        #expect(world.physics.droughts == [SpotPool(instanceType: "m5.large", zone: "eu-west-1a")])
    }

    @Test("load counts from the beginning and is linear between points")
    func load() throws {
        let scenario = try #require(
            Self.scenario(
                "  load: [{service: api, curve: [{at: 0s, requestsPerSecond: 40}, {at: 2h, requestsPerSecond: 400}]}]\n"
            ).scenario)
        #expect(scenario.loads.map(\.name) == ["api"])
        #expect(scenario.loads.first?.curve.map(\.at) == [.zero, .hours(2)])
        #expect(scenario.loads.first?.curve.map(\.requestsPerSecond) == [40, 400])
    }

    @Test("events happen at their times, those of the past at once")
    func events() throws {
        let scenario = try #require(
            Self.scenario("  events: [{at: 10m, loseZone: eu-west-1b}, {at: 30s, failInstance: i-0abc}]\n").scenario)
        var world = Self.world()
        scenario.apply(to: &world, at: Self.start - .minutes(1))
        #expect(world.timeline.entries.map(\.note) == ["hardware of i-0abc fails"])
        world.advance(by: .minutes(9))
        #expect(world.timeline.entries.map(\.note) == ["hardware of i-0abc fails", "zone eu-west-1b is lost"])
        #expect(world.timeline.entries.last?.at == Self.start + .minutes(9))
    }

    @Test(
        "a bad file gives one error with its place, its field and what to do",
        arguments: [
            ("  speeed: 60", "try.yaml:5:3: Scenario/try: /spec/speeed: unknown field (did you mean speed?)"),
            ("  speed: fast", "/spec/speed: expected a whole number from 0 to 100000, found fast"),
            ("  timings: {imagePul: 3s}", "/spec/timings/imagePul: unknown field (did you mean imagePull?)"),
            ("  timings: {imagePull: 9s to 3s}", "9s to 3s is no range of time (write it such as 3s to 9s"),
            ("  timings: {imagePull: 9}", "/spec/timings/imagePull: 9 is no range of time"),
            (
                "  events: [{at: 10 minutes, loseZone: eu-west-1b}]",
                "try.yaml:5:17: Scenario/try: /spec/events/0/at: 10 m"
            ),
            ("  events: [{at: 10m}]", "/spec/events/0: nothing happens (write one of reclaim, rebalance,"),
            ("  events: [{loseZone: eu-west-1b}]", "/spec/events/0/at: at is missing"),
            ("  events: [{at: 1m, loosZone: eu-west-1b}]", "unknown field (did you mean loseZone?)"),
            ("  events: [{at: 1m, loseZone: eu-west-1}]", "eu-west-1 is no zone (such as eu-west-1a)"),
            ("  events: [{at: 1m, loseZone: null}]", "loseZone is null (remove the line)"),
            ("  events: [{at: 1m, healImage: a, failInstance: i-1}]", "stand together (an event has one of them)"),
            ("  events: [{at: 1m, failInstance: web-1}]", "web-1 is no instance id (such as i-0a1b2c3d4e5f60718)"),
            ("  events: [{at: 1m, reclaim: {count: 2}}]", "no pool is named (write pool:, type:, zone: or all: true)"),
            (
                "  events: [{at: 1m, reclaim: {all: true, count: 0}}]",
                "expected a whole number from 1 to 100000, found 0"
            ),
            ("  events: [{at: 1m, reclaim: {pool: m5.large}}]", "m5.large is no pool (such as m5.large/eu-west-1a)"),
            ("  events: [{at: 1m, rebalance: {all: true, type: m5.large}}]", "all stands beside a pool"),
            ("  events: [{at: 1m, load: {requestsPerSecond: 5}}]", "service is missing (or targetGroup)"),
            ("  events: [{at: 1m, load: {service: api}}]", "requestsPerSecond is missing"),
            ("  region: eu-west-1\n  events: [{at: 1m, loseZone: eu-west-2a}]", "eu-west-2a is no zone of eu-west-1"),
            ("  region: ireland", "ireland is no region (such as eu-west-1)"),
            ("  images: [{failsToPull: true}]", "/spec/images/0/image: image is missing"),
            ("  load: [{service: api, curve: [{requestsPerSecond: 1}]}]", "/spec/load/0/curve/0/at: at is missing"),
            ("  images: [{image: api}]", "nothing is said about what api does"),
            ("  images: [{image: api, outOfMemory: true}]", "outOfMemory says nothing without crashesAfter"),
            ("  images: {image: api}", "/spec/images: expected a list, found a mapping"),
            ("  load: [{service: api, curve: []}]", "the curve has no points"),
            (
                "  load: [{service: api, curve: [{at: 5m, requestsPerSecond: 1}, {at: 5m, requestsPerSecond: 2}]}]",
                "/spec/load/0/curve/1/at: 5m does not come after 5m (points stand in order of time)"
            ),
        ])
    func bad(spec: String, expected: String) {
        let read = Self.scenario(spec + "\n")
        #expect(read.scenario == nil)
        #expect(read.diagnostics.count == 1, "\(read.diagnostics)")
        #expect(read.diagnostics.first?.description.contains(expected) == true, "\(read.diagnostics)")
        #expect(read.diagnostics.first?.description.hasPrefix("try.yaml:") == true)
    }

    @Test("what is no scenario at all is refused by name")
    func noScenario() {
        let kind = Scenario.read(
            Array("apiVersion: neap/v1\nkind: Scene\nmetadata: {name: a}\nspec: {}\n".utf8), file: "a.yaml")
        #expect(kind.diagnostics.map(\.message) == ["kind is not Scenario"])
        #expect(Scenario.read([], file: "a.yaml").diagnostics.count == 1)
        #expect(Scenario.read(Array("[1".utf8), file: "a.yaml").scenario == nil)
        let bare = Scenario.read(Array("apiVersion: neap/v1\nkind: Scenario\n".utf8), file: "a.yaml")
        #expect(bare.diagnostics.map(\.message) == ["metadata is missing", "spec is missing"])
    }
}
