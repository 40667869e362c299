import Foundation
import Testing

@testable import Signatures

/// Signatures that somebody made to break the reader.
struct SSHSignatureTests {
    private func parts() throws -> HostileSignature {
        let fields = try Fixture.text("ssh-ed25519.pub").split(separator: " ")
        let key = Array(try #require(Data(base64Encoded: String(fields[1]).trimmingCharacters(in: .newlines))))
        let signed = Array("ssh-ed25519".utf8).asWireString + [UInt8](repeating: 7, count: 64).asWireString
        return HostileSignature(key: key, signed: signed)
    }

    private func refusal(_ change: (inout HostileSignature) -> Void) throws -> SignatureProblem {
        var parts = try parts()
        change(&parts)
        return try #require(#expect(throws: SignatureProblem.self) { _ = try SSHSignature(armored: parts.armored) })
    }

    @Test("what is put together as it should be is read")
    func whole() throws {
        let signature = try SSHSignature(armored: try parts().armored)
        #expect(signature.namespace == "git")
        #expect(signature.algorithm == "ssh-ed25519")
        #expect(signature.bytes.count == 64)
    }

    @Test("every cut of a signature is refused, none is read beyond its end")
    func truncated() throws {
        let blob = try parts().blob
        for count in 0..<blob.count {
            #expect(throws: SignatureProblem.self, "\(count) bytes") {
                _ = try SSHSignature(armored: HostileSignature.armored(Array(blob.prefix(count))))
            }
        }
    }

    @Test("every changed byte of a signature is refused, or found wrong")
    func changed() async throws {
        let verifier = try Fixture.verifier(try Fixture.line("ed25519"))
        let text = try Fixture.text("ssh-ed25519.sig").split(separator: "\n").dropFirst().dropLast().joined()
        let blob = Array(try #require(Data(base64Encoded: text)))
        for index in blob.indices {
            var changed = blob
            changed[index] ^= 0x41
            _ = try await Fixture.problem(verifier, HostileSignature.armored(changed))
        }
    }

    @Test(
        "a length beyond the buffer, or absurd, is refused",
        arguments: [[0, 0, 1, 0], [0x7f, 255, 255, 255], [255, 255, 255, 255]])
    func lengths(length: [UInt8]) throws {
        let problem = try refusal { $0.signed = length }
        guard case .malformed = problem else { return #expect(Bool(false), "\(problem)") }
        let outer = Array("SSHSIG".utf8) + [0, 0, 0, 1] + length
        #expect(throws: SignatureProblem.self) { _ = try SSHSignature(armored: HostileSignature.armored(outer)) }
    }

    @Test("what is not understood is refused and named")
    func unknown() throws {
        #expect(
            try refusal { $0.version = [0, 0, 0, 2] } == .unsupported("its SSH signature has version 2; 1 is read"))
        #expect(try refusal { $0.hash = Array("md5".utf8) } == .unsupported("its SSH signature uses the hash md5"))
        #expect(try refusal { $0.magic = Array("SSHSIK".utf8) } == .malformed("it does not begin with SSHSIG"))
        #expect(try refusal { $0.tail = [0] } == .malformed("1 bytes too many"))
        #expect(try refusal { $0.signed += [1] } == .malformed("1 bytes too many"))
        #expect(try refusal { $0.namespace = Array("g\u{1b}[2J".utf8) } == .malformed("a name that is not printable"))
    }

    @Test("armor that is damaged, doubled or enormous is refused")
    func armor() throws {
        let good = try parts().armored
        let texts: [[UInt8]] = [
            [], Array(good.dropLast(10)), good + good, good + Array("more".utf8),
            Array(String(decoding: good, as: UTF8.self).replacing("U1NIU0lH", with: "U1N!U0lH").utf8),
            good + [UInt8](repeating: 0x0a, count: 20_000),
        ]
        for text in texts { #expect(throws: SignatureProblem.self) { _ = try SSHSignature(armored: text) } }
    }

    @Test("an ECDSA signature with a negative number, or one beyond its curve, is refused")
    func numbers() async throws {
        let fields = try Fixture.text("ssh-p256.pub").split(separator: " ")
        let key = Array(try #require(Data(base64Encoded: String(fields[1]).trimmingCharacters(in: .newlines))))
        let verifier = try Fixture.verifier(try Fixture.line("p256"))
        for number: [UInt8] in [[0x80], [UInt8](repeating: 1, count: 33), []] {
            let pair = number.asWireString + [UInt8]([1]).asWireString
            let signed = Array("ecdsa-sha2-nistp256".utf8).asWireString + pair.asWireString
            _ = try await Fixture.problem(verifier, HostileSignature(key: key, signed: signed).armored)
        }
    }
}
