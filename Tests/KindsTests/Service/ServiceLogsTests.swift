import Model
import Testing

@testable import Kinds

/// Which log lines are new, and where lines are that are not here.
@Suite("Logs of a service")
struct ServiceLogsTests {
    private func line(_ at: Int64, _ message: String) -> ContainerLogs.Line {
        ContainerLogs.Line(at: at, task: "t", container: "c", message: message)
    }

    @Test("a line that comes late is told once, and equal lines each for themselves")
    func tail() {
        var tail = LogTail(from: 1_000)
        #expect(tail.start == 1_000)
        #expect(tail.fresh([line(20_000, "a"), line(20_000, "a")]).count == 2)
        #expect(tail.start == 5_000)
        #expect(
            tail.fresh([line(19_000, "late"), line(20_000, "a"), line(20_000, "a"), line(20_000, "a")]).map(\.message)
                == ["late", "a"])
        #expect(tail.fresh([line(19_000, "late")]).isEmpty)
    }

    @Test("of another driver it is said where its lines go, never an option that may hold a token")
    func drivers() {
        let texts: (Value) -> [String] = { configuration in
            LogDriver.all(in: ["containerDefinitions": [["name": "api", "logConfiguration": configuration]]]).map(
                \.text)
        }
        #expect(
            texts(["logDriver": "splunk", "options": ["splunk-url": "https://s:8088", "splunk-token": "secret"]])
                == ["logs by splunk, not to CloudWatch Logs (https://s:8088)"])
        #expect(
            texts(["logDriver": "json-file"]) == ["logs by json-file: its lines stay on the instance (docker logs)"])
        let silent = LogDriver.all(in: ["containerDefinitions": [["name": "a"]]])
        #expect(silent.map(\.isReadable) == [false])
        let logged = LogDriver.all(
            in: ["containerDefinitions": [["name": "a", "logConfiguration": ["logDriver": "awslogs"]]]])
        #expect(logged.map(\.isReadable) == [true])
    }
}
