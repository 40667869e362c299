import AWSWire
import Testing

/// Cases that AWS's SDKs leave out as well.
private let excluded: Set = [
    // A blank in the request line, which no HTTP client sends.
    "sigv4/normalize-path/get-space/get-space"
]

@Suite("AWS's signature test suite")
struct SigV4VectorTests {
    @Test(
        "a request is signed as AWS signs it",
        arguments: try Vectors.cases(below: "sigv4").filter { !excluded.contains($0) })
    func signature(_ path: String) throws {
        let raw = try RawRequest(try Vectors.text(path + ".req"))
        let signer = SigV4Signer(region: "us-east-1", signingName: "service")
        // 30 August 2015, 12:36:00 UTC
        let headers = signer.sign(
            raw.request, host: raw.host, credentials: credentials(try Vectors.text(path + ".creq")), date: 1_440_938_160
        )
        #expect(headers["Authorization"] == (try Vectors.text(path + ".authz")))
        let keys = credentials(try Vectors.text(path + ".creq"))
        var received = raw.request
        received.headers = headers
        #expect(try SigV4Verifier.verify(received, now: 1_440_938_160) { _ in keys }.service == "service")
    }

    @Test("every excluded case exists", arguments: excluded)
    func exclusions(_ path: String) throws { #expect(try Vectors.cases(below: "sigv4").contains(path)) }

    /// The suite's key; the token, if one is signed, stands in the canonical request only.
    private func credentials(_ canonical: String) -> Credentials {
        let name = "x-amz-security-token:"
        let line = canonical.split(separator: "\n").first { $0.hasPrefix(name) }
        return Credentials(
            accessKeyID: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            sessionToken: line.map { String($0.dropFirst(name.count)) })
    }
}

/// A request file of the suite: request line, headers, blank line, body.
private struct RawRequest {
    var request: WireRequest
    let host: String

    init(_ text: String) throws {
        let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\n")
        let words = lines[0].split(separator: " ")
        var headers = Self.headers(lines.dropFirst())
        host = headers["Host"] ?? ""
        for name in ["Host", "X-Amz-Date", "X-Amz-Security-Token"] { headers[name] = nil }
        request = WireRequest(
            method: String(words[0]), path: String(words[1]), headers: headers,
            body: Array((parts.count > 1 ? parts[1] : "").utf8))
    }

    /// A line that begins with a blank goes on with the header before it.
    private static func headers(_ lines: ArraySlice<Substring>) -> WireHeaders {
        var pairs: [(String, String)] = []
        for line in lines {
            if line.first == " ", let last = pairs.popLast() {
                pairs.append((last.0, last.1 + " " + line))
            } else {
                let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                pairs.append((String(halves[0]), halves.count > 1 ? String(halves[1]) : ""))
            }
        }
        return WireHeaders(pairs)
    }
}
