import Testing

@testable import Signatures

/// Which keys answer for which signature.
struct TrustedKeysTests {
    private func problem(_ keys: TrustedKeys, _ signature: [UInt8]) async throws -> String {
        let payload = try Fixture.payload
        let error = await #expect(throws: SignatureProblem.self) {
            _ = try await keys.signer(of: payload, by: signature, at: 0)
        }
        return "\(try #require(error))"
    }

    @Test("a signature of the kind that keys were given for is checked by them")
    func known() async throws {
        let keys = TrustedKeys(ssh: try Fixture.verifier(try Fixture.line("p256")), openPGP: nil)
        let signer = try await keys.signer(
            of: try Fixture.payload, by: try Fixture.bytes("ssh-p256.sig"), at: 1_767_225_600)
        #expect(signer.name == "p256@example.com")
    }

    @Test("one of another kind is refused, and the option that it needs is named")
    func other() async throws {
        let keys = TrustedKeys(ssh: try Fixture.verifier(try Fixture.line("p256")), openPGP: nil)
        #expect(
            try await problem(keys, try Fixture.bytes("gpg-ada.sig"))
                == "it has an OpenPGP signature, and no keys were given (--verify-openpgp)")
        #expect(
            try await problem(TrustedKeys(ssh: nil, openPGP: nil), try Fixture.bytes("ssh-p256.sig"))
                == "it has an SSH signature, and no keys were given (--verify-ssh)")
        #expect(try await problem(keys, Array("-----BEGIN SIGNED MESSAGE-----\n".utf8)).contains("neither SSH's nor"))
    }
}
