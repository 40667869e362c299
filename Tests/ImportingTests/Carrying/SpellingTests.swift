import Model
import Testing

@testable import Importing

/// Durations, sizes, words, ports and names as other tools spell them.
struct SpellingTests {
    @Test(
        "durations",
        arguments: [
            ("30s", 30.0), ("1m30s", 90), ("500ms", 0.5), ("1h", 3600), ("15", 15), ("1.5h", 5400), ("2d", 172_800),
        ])
    func durations(_ text: String, _ seconds: Double) { #expect(SpelledDuration.seconds(text) == seconds) }

    @Test("what is no duration", arguments: ["", "s", "10 s", "-1", "1x", "m5", "nan", "1e99"])
    func noDurations(_ text: String) { #expect(SpelledDuration.seconds(text) == nil) }

    @Test(
        "sizes",
        arguments: [
            ("512m", 512), ("1g", 1024), ("1GB", 1024), ("1048576", 1), ("1", 1), ("1.5g", 1536), ("512MiB", 512),
        ])
    func sizes(_ text: String, _ size: Int) { #expect(SpelledSize.mebibytes(text) == size) }

    @Test("what is no size", arguments: ["", "m", "1x", "-1m", "nan"])
    func noSizes(_ text: String) { #expect(SpelledSize.mebibytes(text) == nil) }

    @Test(
        "words",
        arguments: [
            ("serve --port 3000", ["serve", "--port", "3000"]), ("sh -c 'a b'", ["sh", "-c", "a b"]),
            (#"a "b \"c\"" d\ e ''"#, ["a", "b \"c\"", "d e", ""]), ("", []), ("  a  ", ["a"]), ("'open", ["open"]),
        ])
    func words(_ text: String, _ words: [String]) { #expect(ShellWords(text).words == words) }

    private func ports(_ text: String) -> [String]? {
        ComposePort.reading(text, ForeignNode("x"))?.map {
            "\($0.published.map(String.init) ?? "-"):\($0.target)/\($0.transport)"
        }
    }

    @Test(
        "ports",
        arguments: [
            ("3000", ["-:3000/tcp"]), ("80:3000", ["80:3000/tcp"]), ("127.0.0.1:80:3000", ["-:3000/tcp"]),
            ("0.0.0.0:80:3000/udp", ["80:3000/udp"]), ("3000-3001:4000-4001", ["3000:4000/tcp", "3001:4001/tcp"]),
            ("[::1]:80:3000", ["-:3000/tcp"]), ("[::]:80:3000", ["80:3000/tcp"]),
        ])
    func ports(_ text: String, _ ports: [String]) { #expect(self.ports(text) == ports) }

    @Test("what is no port", arguments: ["", "a", "80:a", "1-3:1-2", "70000", "${PORT}:80", "/", "9-1"])
    func noPorts(_ text: String) { #expect(ports(text) == nil) }

    @Test("names that AWS cuts are cut by us, and stay apart")
    func names() {
        let long = String(repeating: "service", count: 6)
        #expect(ShortName.of("shop", "api") == "shop-api" && ShortName.of("shop", "api", "") == "shop-api")
        #expect(
            ShortName.of("shop", long).count <= 32 && ShortName.of("shop", long) != ShortName.of("shop", long + "2"))
    }

    @Test(
        "variables",
        arguments: [
            ("${A}", "1"), ("$A/$B", "1/$B"), ("${B:-x}", "x"), ("${B-x}", "x"), ("${E:-x}", "x"), ("${E-x}", ""),
            ("${A:+y}", "y"), ("${B:+y}", ""), ("${B:-${A}}", "1"), ("$$A", "$A"), ("${A", "${A"), ("${B:?no}", "${B}"),
            ("a$", "a$"), ("${}", "${}"), ("$1", "$1"),
        ])
    func variables(_ text: String, _ expected: String) {
        var found = Interpolation.Found()
        let interpolation = Interpolation(variables: ["A": "1", "E": ""], dialect: .compose)
        #expect(interpolation.expanded(text, &found) == expected)
    }
}
