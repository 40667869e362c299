import Foundation
import Testing

@testable import Signatures

/// OpenSSH's allowed signers file.
struct AllowedSignersTests {
    private func refusal(_ text: String) throws -> String {
        let error = #expect(throws: AllowedSigners.Refusal.self) { _ = try AllowedSigners(text, name: "allowed") }
        return try #require(error).description
    }

    @Test("comments, empty lines, quotes, several principals and options in any case are read")
    func reading() throws {
        let key = try Fixture.text("ssh-ed25519.pub").trimmingCharacters(in: .whitespacesAndNewlines)
        let signers = try AllowedSigners(
            """
            # the team

            ada@example.com,*@example.org \(key) Ada's laptop
            "Ben the Builder" NAMESPACES="git,file",Valid-Before="20300101"\t\(key)
            """, name: "allowed"
        ).signers
        #expect(signers.map(\.principals) == ["ada@example.com,*@example.org", "Ben the Builder"])
        #expect(signers.map(\.namespaces) == [nil, "git,file"])
        #expect(signers.map(\.validBefore?.text) == [nil, "20300101"])
    }

    @Test("a line that is not understood is refused by its number")
    func refused() throws {
        let key = try Fixture.text("ssh-ed25519.pub").trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(
            try refusal("# x\n*@example.com cert-authority \(key)")
                == "allowed:2: cert-authority lines are not supported; list each person's own key")
        #expect(try refusal("ada sudo=\"yes\" \(key)").hasPrefix("allowed:1: the option sudo is not known"))
        #expect(try refusal("ada valid-before=\"tomorrow\" \(key)").contains("valid-before is YYYYMMDD"))
        #expect(try refusal("ada valid-before=20300101 \(key)") == "allowed:1: valid-before takes a value in quotes")
        #expect(try refusal("ada \(key.replacing("ssh-ed25519", with: "ssh-rsa"))").contains("it says ssh-ed25519"))
        #expect(try refusal("ada ssh-ed25519 !!!") == "allowed:1: the key is not base64")
        #expect(try refusal("ada ssh-ed25519").hasPrefix("allowed:1: a key is missing"))
        #expect(try refusal("\"ada \(key)") == "allowed:1: a quote is not closed")
        #expect(try refusal("ada\u{7} \(key)") == "allowed:1: it holds control characters")
    }

    @Test("a file that trusts nobody is refused, as is an RSA key that is too short")
    func useless() throws {
        #expect(try refusal("# nobody\n\n") == "allowed names no key")
        #expect(try refusal(try Fixture.line("small")).hasSuffix("an RSA key below 2048 bits, or none"))
    }

    @Test(
        "times are read as OpenSSH writes them",
        arguments: [
            ("20260101Z", 1_767_225_600), ("202601011230Z", 1_767_270_600), ("20240229235959Z", 1_709_251_199),
            ("19700101Z", 0), ("20260101", 1_767_218_400),
        ])
    func times(text: String, seconds: Int) throws {
        let zone = try #require(TimeZone(secondsFromGMT: 7_200))
        #expect(try #require(SSHTime(text, zone: zone)).seconds == seconds)
    }

    @Test(
        "what is no time is none",
        arguments: ["", "Z", "2026", "20261301Z", "20250229Z", "20260100Z", "2026010124Z", "202601012460Z", "2026-1-1"])
    func noTimes(text: String) { #expect(SSHTime(text) == nil) }

    @Test(
        "patterns match as OpenSSH's do",
        arguments: [
            ("git", "git", true), ("g*", "git", true), ("*", "git", true), ("g?t", "git", true), ("file", "git", false),
            ("file,git", "git", true), ("*,!git", "git", false), ("!git", "git", false), ("gi", "git", false),
            ("", "git", false), ("*i*", "git", true), ("g?", "git", false),
        ])
    func patterns(list: String, text: String, isMatch: Bool) { #expect(Patterns.match(list, text) == isMatch) }
}
