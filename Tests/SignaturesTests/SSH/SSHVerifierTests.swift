import Foundation
import Testing

@testable import Signatures

/// SSH signatures made by `ssh-keygen -Y sign`.
struct SSHVerifierTests {
    private let noon = 1_767_225_600

    @Test(
        "every kind of key is read, and its signature found good",
        arguments: [("ed25519", "ED25519"), ("p256", "ECDSA"), ("p384", "ECDSA"), ("p521", "ECDSA"), ("rsa", "RSA")])
    func good(key: String, name: String) async throws {
        let verifier = try Fixture.verifier(try Fixture.line(key))
        let signer = try await verifier.signer(
            of: try Fixture.payload, by: try Fixture.bytes("ssh-\(key).sig"), at: noon)
        #expect(signer.name == "\(key)@example.com")
        #expect(signer.key.hasPrefix("\(name) SHA256:"))
    }

    @Test(
        "other hashes are read: the message's SHA-256, RSA over SHA-256",
        arguments: [
            ("ed25519", "sha256"), ("rsa", "rsa-sha2-256"),
        ])
    func hashes(key: String, file: String) async throws {
        let verifier = try Fixture.verifier(try Fixture.line(key))
        let signature = try Fixture.bytes("ssh-\(file).sig")
        #expect(
            try await verifier.signer(of: try Fixture.payload, by: signature, at: noon).name == "\(key)@example.com")
    }

    @Test("a signature over something else is wrong", arguments: ["ed25519", "p256", "p384", "p521", "rsa"])
    func tampered(key: String) async throws {
        let verifier = try Fixture.verifier(try Fixture.line(key))
        let signature = try Fixture.bytes("ssh-\(key).sig")
        let problem = try await Fixture.problem(verifier, signature, over: try Fixture.payload + [0x0a])
        guard case .wrong(let text) = problem else { return #expect(Bool(false), "\(problem)") }
        #expect(text.contains("SHA256:"))
    }

    @Test("a signature for files is none for Git")
    func namespace() async throws {
        let verifier = try Fixture.verifier(try Fixture.line("ed25519"))
        let problem = try await Fixture.problem(verifier, try Fixture.bytes("ssh-namespace.sig"))
        #expect(problem == .wrongNamespace("file"))
    }

    @Test("an unknown key is named by its fingerprint")
    func unknown() async throws {
        let verifier = try Fixture.verifier(try Fixture.line("ed25519"))
        let problem = try await Fixture.problem(verifier, try Fixture.bytes("ssh-other.sig"))
        guard case .unknownKey(let key) = problem else { return #expect(Bool(false), "\(problem)") }
        #expect(key.hasPrefix("the key ED25519 SHA256:"))
    }

    @Test("RSA over SHA-1 is refused")
    func weak() async throws {
        let problem = try await Fixture.problem(
            try Fixture.verifier(try Fixture.line("rsa")), try Fixture.bytes("ssh-rsa-sha1.sig"))
        #expect("\(problem)" == "its RSA signature is made with ssh-rsa; rsa-sha2-256 and -512 are checked")
    }

    @Test("a key counts from its valid-after to its valid-before")
    func validity() async throws {
        let options = #"valid-after="20250101Z",valid-before="20260101Z""#
        let verifier = try Fixture.verifier(try Fixture.line("ed25519", options))
        let (payload, signature) = (try Fixture.payload, try Fixture.bytes("ssh-ed25519.sig"))
        for time in [1_735_689_600, noon] {
            _ = try await verifier.signer(of: payload, by: signature, at: time)
        }
        let late = try await Fixture.problem(verifier, signature, at: noon + 1)
        #expect("\(late)".hasSuffix("(ed25519@example.com) expired at 20260101Z"))
        let early = try await Fixture.problem(verifier, signature, at: 1_735_689_599)
        #expect("\(early)".hasSuffix("(ed25519@example.com) is not valid before 20250101Z"))
    }

    @Test("a key that is trusted for other purposes is not for Git; another line may say that it is")
    func purposes() async throws {
        let files = try Fixture.line("ed25519", #"namespaces="file,*,!git""#)
        let signature = try Fixture.bytes("ssh-ed25519.sig")
        let problem = try await Fixture.problem(try Fixture.verifier(files), signature)
        #expect("\(problem)".hasSuffix("is trusted for file,*,!git, not for git"))
        let both = try Fixture.verifier(files + "\n" + (try Fixture.line("ed25519", #"namespaces="g?t""#)))
        #expect(try await both.signer(of: try Fixture.payload, by: signature, at: noon).name == "ed25519@example.com")
    }

    @Test("a security key is refused with what to use instead")
    func securityKey() async throws {
        let type = Array("sk-ssh-ed25519@openssh.com".utf8)
        let blob = type.asWireString + [UInt8](repeating: 1, count: 32).asWireString + Array("ssh:".utf8).asWireString
        let line = "sam@example.com sk-ssh-ed25519@openssh.com \(Data(blob).base64EncodedString())"
        let signed = type.asWireString + [UInt8](repeating: 2, count: 64).asWireString + [1, 0, 0, 0, 7]
        let problem = try await Fixture.problem(
            try Fixture.verifier(line), HostileSignature(key: blob, signed: signed).armored)
        #expect(
            "\(problem)"
                == "its key's type sk-ssh-ed25519@openssh.com is not checked: use an ed25519, ecdsa or rsa key")
    }
}
