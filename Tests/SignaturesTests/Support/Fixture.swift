import Foundation
import Testing

@testable import Signatures

/// Signatures over `payload` by throwaway keys; of the keys only the public parts are kept.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
        return Array(try Data(contentsOf: file))
    }

    static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    static var payload: [UInt8] { get throws { try bytes("payload") } }

    /// A line of an allowed signers file for a key of ssh-keygen.
    static func line(_ key: String, _ options: String = "") throws -> String {
        "\(key)@example.com \(options) \(try text("ssh-\(key).pub"))"
    }

    static func verifier(_ lines: String) throws -> SSHVerifier {
        SSHVerifier(try AllowedSigners(lines, name: "allowed"))
    }

    /// The problem of a signature that has to have one.
    static func problem(
        _ verifier: any SignatureVerifier, _ signature: [UInt8], over payload: [UInt8]? = nil,
        at time: Int = 1_767_225_600
    ) async throws -> SignatureProblem {
        let payload = try payload ?? Self.payload
        return try #require(
            await #expect(throws: SignatureProblem.self) {
                _ = try await verifier.signer(of: payload, by: signature, at: time)
            })
    }
}
