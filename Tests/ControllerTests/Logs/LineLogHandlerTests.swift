import Logging
import Model
import Reconciler
import Synchronization
import Testing

@testable import Controller

@Suite("Log lines")
struct LineLogHandlerTests {
    private func lines(_ format: LogFormat, _ body: (Logger) async -> Void) async -> [String] {
        let written = Written()
        let logger = format.logger("neap", level: .info, write: { written.add($0) }, now: { 1_795_000_000.25 })
        await body(logger)
        return written.lines
    }

    @Test("a JSON line names what the pass is about, and no value begins another line")
    func json() async {
        let context = PassContext(
            environment: "blue", commit: "c0ffee", pass: "ab", resource: ResourceID("Service", "api"))
        let found = await lines(.json) { logger in
            PassContext.$current.withValue(context) { logger.info("aws write", metadata: ["error": "a\n\"b\""]) }
            logger.debug("not told")
        }
        #expect(
            found == [
                #"{"commit":"c0ffee","environment":"blue","error":"a\n\"b\"","level":"info","message":"aws write","#
                    + #""pass":"ab","resource":"Service/api","time":"2026-11-18T11:06:40.250Z"}"#
            ])
    }

    @Test("numbers and truth values stay what they are")
    func values() async {
        let found = await lines(.json) { logger in
            logger.info("pass ended", metadata: ["open": .stringConvertible(3), "settled": .stringConvertible(true)])
            logger.info("late", metadata: ["seconds": .stringConvertible(0.5), "text": "7"])
        }
        #expect(found.first?.contains(#""open":3,"settled":true"#) == true)
        #expect(found.last?.contains(#""seconds":0.5,"text":"7""#) == true)
    }

    @Test("a line for people has the time, the message and the rest in order")
    func text() async {
        let found = await lines(.text) { $0.warning("it is late", metadata: ["b": "two words", "a": "x\ny"]) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("11:06:40Z  warning: it is late  a=") == true)
        #expect(found.first?.hasSuffix("b=\"two words\"") == true)
        #expect(found.first?.contains("\n") == false)
    }
}

/// Lines that were written.
final class Written: Sendable {
    private let state = Mutex<[String]>([])
    var lines: [String] { state.withLock { $0 } }
    func add(_ line: String) { state.withLock { $0.append(line) } }
}
