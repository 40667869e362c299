import Model
import Reconciler
import Testing

@testable import Controller

@Suite("News among the controllers of a lease table")
struct LeaseNewsTests {
    private static let things: Set<AWSThing> = Set(
        [
            .arn("arn:aws:ecs:eu-west-1:123456789012:cluster/demo"), .service("api", cluster: "demo"),
            .scalableTarget("service/demo/api"), .named("spot \"a\"", kind: "AutoScalingGroup"),
            .groupOf(instance: "i-0123"),
        ].map { AWSThing($0, accountID: "123456789012", region: "eu-west-1") })

    private static var push: PushNotice {
        var notice = PushNotice.unknown
        notice.repositories = ["acme/infra", "https://git.example.org/acme/infra"]
        notice.reference = "refs/heads/main"
        return notice
    }

    private func presence(_ holder: String, _ news: [LeaseNews.Item]) -> Presence {
        Presence(holder: holder, nonce: "n", lease: .seconds(30), environments: ["production"], news: news)
    }

    @Test("stands in a controller's row and is read from it again", arguments: [News.pushed(push), .touched(things)])
    func row(news: News) throws {
        let said = presence("a", [LeaseNews.Item(number: 7, news: news)])
        #expect(Presence(row: said.row(key: "controllers/a")) == said)
    }

    @Test("is passed over where it is what another version says")
    func unknown() {
        for text in ["", "{}", "[1]", #"{"number": 1}"#, #"{"number": "1", "pushed": {}}"#] {
            #expect(LeaseNews.Item(text) == nil)
        }
        let partly = LeaseNews.Item(
            #"{"number": 3, "touched": [{"account": "1", "region": "r", "arn": "arn:x"}, {"new": 1}]}"#)
        #expect(partly?.news == .touched([AWSThing(.arn("arn:x"), accountID: "1", region: "r")]))
    }

    /// What is heard, look by look.
    private func heard(_ looks: [[Presence]], by holder: String) -> [[News]] {
        var listener = LeaseNews()
        return looks.map { listener.hear($0, except: holder) }
    }

    @Test("is heard once, in its order, and not by who says it")
    func once() {
        var speaker = LeaseNews()
        speaker.tell(.pushed(Self.push), at: .zero)
        speaker.tell(.touched(Self.things), at: .seconds(1))
        let row = presence("a", speaker.current(at: .seconds(1), for: .seconds(30)))
        let looks = [[presence("a", [])], [row], [row]]
        #expect(heard(looks, by: "b") == [[], [.pushed(Self.push), .touched(Self.things)], []])
        #expect(heard(looks, by: "a") == [[], [], []])
    }

    @Test("of before the first look is passed over; of a controller that comes later all is new")
    func first() {
        let old = presence("a", [LeaseNews.Item(number: 4, news: .pushed(Self.push))])
        let new = presence("c", [LeaseNews.Item(number: 1, news: .pushed(Self.push))])
        #expect(heard([[old], [old, new]], by: "b") == [[], [.pushed(Self.push)]])
    }

    @Test("is said for a lease, as much of it as a row may hold, the newest")
    func bounds() {
        var speaker = LeaseNews()
        for second in 0..<40 { speaker.tell(.pushed(Self.push), at: .seconds(second)) }
        let (long, short) = (
            speaker.current(at: .seconds(40), for: .seconds(60)), speaker.current(at: .seconds(40), for: .seconds(5))
        )
        #expect(long.map(\.number) == Array(1...40))
        #expect(short.map(\.number) == Array(36...40))
        let many = (0..<1_000).map { AWSThing(.groupOf(instance: "i-\($0)"), accountID: "1", region: "r") }
        speaker.tell(.touched(Set(many)), at: .seconds(40))
        let rest = speaker.current(at: .seconds(40), for: .seconds(60))
        #expect(rest.last?.number == 60)
        #expect(rest.map(\.text.utf8.count).reduce(0, +) <= 16_384)
        #expect(rest.count > 2)
    }

    @Test("reaches the table's other controllers within a few looks")
    func told() async throws {
        let (table, flag, heard) = (MemoryLeases(), Flag(), Heard())
        let one = table.leadership("a") { await heard.add($0) }
        let other = table.leadership("b")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for leadership in [one, other] {
                group.addTask {
                    try await leadership.lead("production", until: { flag.isSet }) { term in
                        while !flag.isSet, !term.isOver() { await Task.yield() }
                    }
                }
            }
            while table["production"]?.hasHolder != true { await Task.yield() }
            let start = table.now
            while table.now < start + .seconds(10) { await Task.yield() }
            await other.tell(.pushed(Self.push))
            while await heard.all.isEmpty, table.now < start + .seconds(60) { await Task.yield() }
            flag.set()
            try await group.waitForAll()
        }
        #expect(await heard.all == [.pushed(Self.push)])
    }
}

private actor Heard {
    private(set) var all: [News] = []
    func add(_ news: News) { all.append(news) }
}
