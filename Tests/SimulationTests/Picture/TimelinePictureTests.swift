import Foundation
import Model
import Testing

@testable import Simulation

@Suite("Pictures of a timeline")
struct TimelinePictureTests {
    private func picture(_ timeline: Timeline, _ change: (inout TimelinePicture.Options) -> Void = { _ in }) -> String {
        var options = TimelinePicture.Options()
        change(&options)
        return TimelinePicture(timeline, title: "eu-west-1", options: options).svg
    }

    @Test("a rolling deployment shows both revisions, floor, ceiling and the lowest healthy count")
    func rolling() {
        let svg = picture(RollingTimeline().timeline)
        for words in [
            "revision 41, healthy", "revision 41, draining", "revision 42, pending",
            "revision 42, running, not healthy",
            ">floor 2<", ">ceiling 6<", "healthy 4 to 4, lowest 1 at 12:04:50", ">on demand<", ">Spot<",
        ] { #expect(svg.contains(words), "\(words)") }
    }

    @Test("events have numbers in the lane and words in the list, in order")
    func events() throws {
        let svg = picture(RollingTimeline().timeline)
        let words = [
            "api: deployment ecs-svc/8260153744109482213 began", "reclaim 1 instance of */eu-west-1b",
            "i-0a1b2c3d4e5f60718: Spot interruption notice", "demo-api-surge: ALARM",
            "api: deployment ecs-svc/8260153744109482213 completed",
        ]
        let list = try #require(svg.range(of: ">Events<"))
        let places = words.compactMap { svg[list.upperBound...].range(of: $0)?.lowerBound }
        #expect(places.count == words.count)
        #expect(places == places.sorted())
    }

    @Test("the same timeline gives the same bytes, without fractions beyond a tenth")
    func bytes() {
        let svg = picture(RollingTimeline().timeline)
        #expect(svg == picture(RollingTimeline().timeline))
        #expect(svg.firstMatch(of: /[0-9]\.[0-9]{3}/) == nil)
    }

    @Test("names are escaped")
    func escaping() {
        let svg = picture(RollingTimeline(service: "<a & \"b\">\u{1}").timeline)
        #expect(svg.contains("&lt;a &amp; &quot;b&quot;&gt;"))
        #expect(!svg.contains("<a &"))
        #expect(!svg.contains("\u{1}"))
    }

    @Test("only the services that are asked for are drawn, with only their deployments")
    func choice() {
        let svg = picture(RollingTimeline().timeline) { $0.services = ["admin"] }
        #expect(!svg.contains("revision 41"))
        #expect(!svg.contains("deployment"))
        #expect(svg.contains("Spot interruption notice"))
    }

    @Test("a part of the time begins with what stood before it")
    func part() {
        let svg = picture(RollingTimeline().timeline) {
            $0.from = RollingTimeline.start + .seconds(100)
            $0.to = RollingTimeline.start + .seconds(130)
        }
        #expect(svg.contains("healthy 2 to 3"))
        #expect(svg.contains("12:05:40 to 12:06:10 UTC, 30s"))
        #expect(!svg.contains("revision 41"))
        #expect(!svg.contains("began"))
    }

    @Test("what happens to many at once is one mark")
    func together() {
        var rolling = RollingTimeline()
        for number in 1...20 {
            rolling.note(171, .instance(InstanceID(slot: 1, generation: 0)), "i-\(number)", "Spot interruption notice")
        }
        #expect(picture(rolling.timeline).contains("i-1, i-2, i-3 and 17 more: Spot interruption notice"))
    }

    @Test("of too many events the least important are left out, and counted")
    func manyEvents() {
        var rolling = RollingTimeline()
        for number in 1...100 { rolling.note(200 + Double(number), .world, "injection", "load \(number)") }
        let svg = picture(rolling.timeline) { $0.mostEvents = 10 }
        #expect(svg.contains("96 less important events are not marked"))
        #expect(svg.contains("completed"))
    }

    @Test(
        "events are told by the words that worlds use for them",
        arguments: [
            ("deployment ecs-svc/1 began: api:2", EventKind.began),
            ("(deployment ecs-svc/1) deployment completed.", .completed),
            ("(deployment ecs-svc/1) deployment failed: tasks failed to start.", .failed),
            ("rolling back to (deployment ecs-svc/0).", .failed), ("desired count 2 to 3: alarm", .change),
            ("was unable to stop or start tasks during a deployment because of its configuration.", .shortage),
            ("instance refresh started", .began), ("instance refresh RollbackSuccessful", .failed),
            ("launch failed: no capacity", .shortage), ("has started 2 tasks: (task 1) (task 2).", nil),
            ("has started Availability Zone rebalancing.", nil), ("has reached a steady state.", nil),
        ])
    func kinds(note: String, kind: EventKind?) throws {
        var timeline = Timeline()
        timeline.note(RollingTimeline.start, .service(ServiceID(slot: 0, generation: 0)), "api", note)
        #expect(EventKind(try #require(timeline.entries.first)) == kind)
    }

    @Test("an empty timeline says so")
    func empty() {
        #expect(picture(Timeline()).contains("Nothing happened yet."))
    }
}

@Suite("Timelines as text")
struct TimelineTextTests {
    @Test("one line an entry, with milliseconds and what it speaks of")
    func lines() {
        let lines = RollingTimeline().timeline.text.split(separator: "\n")
        #expect(lines.first == "2026-11-24T12:04:10.250Z service api deployment ecs-svc/8260153744109482213 began")
        #expect(lines.count == 7)
    }

    @Test("line breaks in names do not make lines")
    func oneLine() {
        var timeline = Timeline()
        timeline.note(Instant(milliseconds: -1), .world, "a\nb", "c\td")
        #expect(timeline.text == "1969-12-31T23:59:59.999Z world a b c d\n")
    }

    @Test("as a value it holds entries and samples")
    func value() {
        let value = RollingTimeline().timeline.value
        #expect(value["entries"]?.list?.first?["note"]?.string == "deployment ecs-svc/8260153744109482213 began")
        #expect(value["services"]?.list?.first?["healthy"] == 4)
        #expect(value["bounds"]?.list?.first?["floor"] == 2)
        #expect(value["fleet"]?.list?.last?["spot"] == 2)
    }

    @Test("bounds are put down once as long as they do not change")
    func bounds() {
        var timeline = Timeline()
        for second in 0..<3 {
            timeline.sample(
                Timeline.BoundsSample(
                    at: Instant(milliseconds: Int64(second) * 1000), service: "api", floor: 2 + second / 2, ceiling: 6))
        }
        #expect(timeline.bounds.map(\.floor) == [2, 3])
    }
}
