import Reconciler
import Testing

@testable import Controller

@Suite("The silence of a server")
struct SilenceWatchTests {
    private let watch = SilenceWatch()

    private func contact(silentSince: Int?) -> SourceContact {
        var contact = SourceContact(heardAt: 1)
        (contact.silentSince, contact.problem) = (silentSince, silentSince.map { _ in "no route" })
        return contact
    }

    private func news(_ silentSince: Int?, isAsked: Bool = true, at now: Int) -> SilenceWatch.News? {
        watch.news(of: watch.heard(contact(silentSince: silentSince), isAsked: isAsked, at: now), at: now)
    }

    @Test("it is told once, again each hour, and at its end")
    func told() {
        #expect(news(nil, at: 100) == nil)
        #expect(news(101, at: 102) == nil)
        #expect(news(101, at: 104) == .silent(3))
        #expect(news(101, at: 200) == nil)
        #expect(news(101, at: 3_800) == .silent(3_699))
        #expect(news(nil, at: 3_900) == .back)
        #expect(news(nil, at: 3_901) == nil)
    }

    @Test("a process that asks nobody forgets it, and counts anew from when it asks again")
    func forgotten() {
        #expect(news(100, at: 100) == nil)
        #expect(news(100, at: 110) == .silent(10))
        let kept = watch.heard(contact(silentSince: 100), isAsked: false, at: 200)
        #expect(kept.silence(at: 200) == nil)
        #expect(kept.problem == nil)
        #expect(news(100, isAsked: false, at: 200) == nil)
        #expect(watch.heard(contact(silentSince: 100), isAsked: true, at: 500).silence(at: 500) == 0)
        #expect(news(100, at: 510) == .silent(10))
    }
}
