import Foundation

@testable import Signatures

/// A signature put together by hand, each field as it should be until a test changes it.
struct HostileSignature {
    var magic = Array("SSHSIG".utf8)
    var version: [UInt8] = [0, 0, 0, 1]
    var key: [UInt8]
    var namespace = Array("git".utf8)
    var hash = Array("sha512".utf8)
    var signed: [UInt8]
    var tail: [UInt8] = []

    var blob: [UInt8] {
        magic + version + key.asWireString + namespace.asWireString + [UInt8]().asWireString + hash.asWireString
            + signed.asWireString + tail
    }

    var armored: [UInt8] { Self.armored(blob) }

    static func armored(_ blob: [UInt8]) -> [UInt8] {
        Array("-----BEGIN SSH SIGNATURE-----\n\(Data(blob).base64EncodedString())\n-----END SSH SIGNATURE-----\n".utf8)
    }
}
