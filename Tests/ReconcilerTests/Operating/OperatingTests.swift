import Kinds
import Model
import Testing

@testable import Reconciler

/// What people name on the command line, and what they read there.
@Suite("Commands on one resource")
struct OperatingTests {
    private let names = ResourceNames([
        ResourceID("Service", "api"), ResourceID("Service", "admin"), ResourceID("TargetGroup", "api"),
    ])

    @Test("a service is named with or without its kind")
    func service() throws {
        #expect(try names.service("api") == ResourceID("Service", "api"))
        #expect(try names.service("Service/admin") == ResourceID("Service", "admin"))
        #expect(try names.resource("TargetGroup/api") == ResourceID("TargetGroup", "api"))
    }

    @Test("a name that is not there gets the nearest one")
    func unknown() {
        let error = #expect(throws: OperatingError.self) { try names.service("appi") }
        #expect(error?.description == "there is no Service/appi in this environment (did you mean api?)")
        let other = #expect(throws: OperatingError.self) { try names.resource("TargetGroop/api") }
        #expect(other?.description.hasSuffix("(did you mean TargetGroup/api?)") == true)
        #expect(throws: OperatingError.unknown("Service/zebra", hint: nil)) { try names.service("zebra") }
    }

    @Test("what containers write moves no cursor, ends no line and turns no text round")
    func neutral() {
        #expect(OperatingText.neutral("a\u{1B}[2Jb\u{9B}31m\u{202E}c\td\u{2028}é") == "a [2Jb 31m c\td é")
        let line = ContainerLogs.Line(at: 1_795_521_850_250, task: "3f2a1b2c4d", container: "api", message: "up\rdown")
        #expect(OperatingText.line(line) == "12:04:10Z  3f2a1b2c/api  up down")
        #expect(
            OperatingText.json(line)
                == #"{"container":"api","message":"up\rdown","task":"3f2a1b2c4d","time":"2026-11-24T12:04:10.25Z"}"#)
    }
}
