import Model
import Planning
import Testing

@testable import Reconciler

/// What operators ask for by Git.
struct ControlFileTests {
    private let retry = ControlFile.Retry(service: "api", revision: "api:2", at: 1_795_521_850, by: "Ada: L")

    @Test("what is written is read back")
    func roundTrip() throws {
        let file = ControlFile().adding(retry)
        #expect(
            file.text == """
                schema: neap/control/v1
                retry:
                  - {service: api, revision: "api:2", at: "2026-11-24T12:04:10Z", by: "Ada: L"}

                """)
        #expect(try ControlFile(Array(file.text.utf8)) == file)
        #expect(try ControlFile(Array("schema: neap/control/v1\nlater: [1]\n".utf8)) == ControlFile())
    }

    @Test("a suspension is written down once a resource, holds its parts, and is ended by its name")
    func suspensions() throws {
        let api = ResourceID("Service", "api")
        let file = ControlFile().adding(.init(api, at: 1_795_521_850, by: "Ada", why: "first"))
            .adding(.init(api, at: 1_795_521_851, by: "Bo", why: "it moves"))
        #expect(
            file.text == """
                schema: neap/control/v1
                retry: []
                suspend:
                  - {resource: Service/api, at: "2026-11-24T12:04:11Z", by: Bo, why: it moves}

                """)
        #expect(try ControlFile(Array(file.text.utf8)) == file)
        let place = Place(file: "a.yaml", line: 1, column: 1)
        let part = Resource(
            ResourceID("BeforeRollout", "api"), awsName: "", spec: .emptyObject, place: place, manifest: api)
        let other = Resource(ResourceID("Alarm", "x"), awsName: "", spec: .emptyObject, place: place)
        #expect(
            file.heldBack([part, other]) == [
                part.id: "suspended by Bo at 2026-11-24T12:04:11Z: it moves; `neap resume` ends it"
            ])
        let replaced = Resource(ResourceID("Service", "api@1a2b"), awsName: "", spec: .emptyObject, place: place)
        #expect(file.heldBack([replaced]).keys.sorted() == [replaced.id], "what it replaces is held with it")
        let all = file.adding(.init(nil, at: 1_795_521_852, by: "", why: ""))
        #expect(all.heldBack([other])[other.id]?.hasPrefix("suspended by somebody at ") == true)
        #expect(try ControlFile(Array(all.text.utf8)) == all)
        #expect(all.resuming(nil) == file && file.resuming(api) == ControlFile())
    }

    private static let broken: [(text: String, says: String)] = [
        ("schema: neap/control/v2\n", "says schema neap/control/v2"), ("- a\n", "is not one mapping"),
        ("schema: neap/control/v1\nretry: yes please\n", "/retry is not a list"),
        ("schema: neap/control/v1\nretry: [{service: api}]\n", "/retry/0 needs `service` and `revision`"),
        ("schema: neap/control/v1\nretry: [{service: api, revision: api:2, at: soon}]\n", "/retry/0/at is not a time"),
        ("schema: neap/control/v1\nsuspend: [{resource: api, at: x}]\n", "/suspend/0/resource is no Kind/name"),
        ("schema: neap/control/v1\nsuspend: [{by: Ada}]\n", "/suspend/0/at is not a time"),
        ("schema: [", "nothing is written until it is mended"),
        ("a: 1\na: 2\n", "nothing is written until it is mended"),
    ]

    @Test("what is not understood is one line that says where, and holds everything back", arguments: broken)
    func refusal(_ example: (text: String, says: String)) throws {
        let error = #expect(throws: ControlError.self) { try ControlFile(Array(example.text.utf8)) }
        let text = try #require(error?.description)
        #expect(text.contains(example.says), "\(text)")
        #expect(
            text.hasPrefix("control.yaml") && text.hasSuffix("nothing is written until it is mended")
                && !text.contains("\n"))
    }

    @Test("it lifts the same revision of the same service, held since before")
    func lifts() {
        let file = ControlFile().adding(retry)
        let held = { (service: String, revision: String, since: Int) in
            Quarantine(
                ResourceID("Service", service), revision: revision, specHash: "", reason: "", since: since, commit: "")
        }
        #expect(file.lifts(held("api", "api:2", retry.at - 1)))
        #expect(!file.lifts(held("api", "api:2", retry.at)))
        #expect(!file.lifts(held("api", "api:3", retry.at - 1)))
        #expect(!file.lifts(held("admin", "api:2", retry.at - 1)))
    }

    @Test("the file does not grow for ever")
    func limit() {
        let file = (0..<250).reduce(ControlFile()) { file, number in
            file.adding(.init(service: "api", revision: "api:\(number)", at: number, by: ""))
        }
        #expect(file.retries.count == 200)
        #expect(file.retries.last?.revision == "api:249")
    }

    @Test("more suspensions than can be read back are not added")
    func excess() {
        let full = (0..<200).reduce(ControlFile()) { file, number in
            file.adding(.init(ResourceID("Service", "s\(number)"), at: number, by: "", why: ""))
        }
        #expect(full.excess == nil)
        #expect(
            full.adding(.init(ResourceID("Service", "one"), at: 1, by: "", why: "")).excess?.contains("200") == true)
        let long = String(repeating: "x", count: 70_000)
        #expect(ControlFile().adding(.init(nil, at: 1, by: "", why: long)).excess?.contains("64 KiB") == true)
    }
}
