import Foundation
import Testing

@testable import Signatures

/// OpenPGP signatures, checked by the `gpgv` of this machine.
struct OpenPGPVerifierTests {
    private static let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
        String.init)
    private static let ada = "C8B7624D01425ACD4665291CC51E64FCBA13BBB1"

    private func verifier(_ files: String...) throws -> OpenPGPVerifier {
        try OpenPGPVerifier(
            try files.map { try OpenPGPKeyring(try Fixture.bytes($0), name: $0) }, folders: Self.folders)
    }

    private func problem(_ name: String) async throws -> SignatureProblem {
        try await Fixture.problem(try verifier("gpg-keys.asc"), try Fixture.bytes("gpg-\(name).sig"))
    }

    @Test(
        "a good signature is found with armored and binary keys, a subkey's is its primary key's",
        arguments: [
            ("gpg-keys.asc", "ada"), ("gpg-ada.gpg", "ada"), ("gpg-ada.gpg", "subkey"),
        ])
    func good(keys: String, name: String) async throws {
        let signer = try await verifier(keys).signer(
            of: try Fixture.payload, by: try Fixture.bytes("gpg-\(name).sig"), at: 0)
        #expect(signer == Signer(name: "Ada <ada@example.com>", key: Self.ada))
    }

    @Test("several keyrings are one")
    func several() async throws {
        let signature = try Fixture.bytes("gpg-ada.sig")
        let both = try verifier("gpg-keys.asc", "gpg-ada.gpg")
        #expect(try await both.signer(of: try Fixture.payload, by: signature, at: 0).key == Self.ada)
    }

    @Test("a signature over something else is wrong")
    func tampered() async throws {
        let problem = try await Fixture.problem(
            try verifier("gpg-keys.asc"), try Fixture.bytes("gpg-ada.sig"), over: Array("other\n".utf8))
        guard case .wrong(let text) = problem else { return #expect(Bool(false), "\(problem)") }
        #expect(text.contains("Ada <ada@example.com>"))
    }

    @Test("an expired key, a revoked one, an unknown one and SHA-1 are refused, each by its own words")
    func refused() async throws {
        #expect("\(try await problem("old"))".contains("by an expired key: 34352A7BB1984ACF Old <old@example.com>"))
        #expect("\(try await problem("rev"))".contains("by a revoked key: C40771D72D76681A Rev <rev@example.com>"))
        #expect(try await problem("stranger") == .unknownKey("the OpenPGP key 300A3FA338D6DA9B"))
        #expect(
            try await problem("sha1")
                == .unsupported(
                    "its OpenPGP signature is made over SHA-1, which can be forged"))
    }

    @Test("two signatures at once, nonsense and nothing are refused")
    func malformed() async throws {
        let (good, verifier) = (try Fixture.bytes("gpg-ada.sig"), try verifier("gpg-keys.asc"))
        #expect(try await Fixture.problem(verifier, good + good) == .malformed("it holds 2 OpenPGP signatures"))
        #expect(
            try await Fixture.problem(verifier, Array("nonsense".utf8)) == .malformed("it holds no OpenPGP signature"))
        #expect(try await Fixture.problem(verifier, []) == .malformed("it holds no OpenPGP signature"))
    }

    @Test("without gpgv, what to install is said")
    func missing() throws {
        let keyring = try OpenPGPKeyring(try Fixture.bytes("gpg-ada.gpg"), name: "keys")
        let error = #expect(throws: OpenPGPVerifier.NoGPGV.self) {
            _ = try OpenPGPVerifier([keyring], folders: ["/nonexistent", "relative"])
        }
        #expect(try #require(error).description.contains("install the package gpgv"))
    }

    @Test("a gpgv that does not end is ended, and nothing is left behind")
    func deadline() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "neap-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let fake = folder.appending(path: "gpgv")
        try Data("#!/bin/sh\nexec sleep 600\n".utf8).write(to: fake)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fake.path)
        let keyring = try OpenPGPKeyring(try Fixture.bytes("gpg-ada.gpg"), name: "keys")
        let verifier = try OpenPGPVerifier(
            [keyring], folders: [folder.path], scratch: folder, deadline: .milliseconds(50))
        let problem = try await Fixture.problem(verifier, try Fixture.bytes("gpg-ada.sig"))
        #expect(problem == .notChecked("gpgv did not end within 0.05 seconds"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["gpgv"])
    }

    @Test("a file that is no public keyring is refused by its name")
    func keyrings() throws {
        func refusal(_ bytes: [UInt8]) throws -> String {
            let error = #expect(throws: OpenPGPKeyring.Refusal.self) { _ = try OpenPGPKeyring(bytes, name: "keys") }
            return try #require(error).description
        }
        #expect(try refusal([]).hasPrefix("keys holds no OpenPGP public key"))
        #expect(try refusal(try Fixture.bytes("ssh-ed25519.pub")).hasPrefix("keys holds no OpenPGP public key"))
        #expect(try refusal([0x95, 0x01]).hasPrefix("keys holds a private key"))
        let cut = Array(try Fixture.bytes("gpg-keys.asc").dropLast(20))
        #expect(try refusal(cut) == "keys is no OpenPGP keyring: its armor is damaged")
    }
}
