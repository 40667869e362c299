import AWSWire
import Foundation
import Model
import Testing

@Suite("Packed requests")
struct GzipTests {
    /// "Action=Ping&Version=2020-01-08", packed by Python's gzip.
    private static let ping = "H4sIAAAAAAACA3NMLsnMz7MNyMxLVwtLLSoGcYwMjAx0DQx1DSwAD58rCh4AAAA="
    /// The same without packing, in a stored block, with a file's name in the header.
    private static let stored = "H4sICAAAAAAA/2Zvcm0udHh0AAEeAOH/QWN0aW9uPVBpbmcmVmVyc2lvbj0yMDIwLTAxLTA4D58rCh4AAAA="
    /// Forty lists of one short random word each, packed with a code of its own.
    private static let large = """
        H4sIAAAAAAACA3XSMU/DMBCG4X/Tzac4KVCGDoiVEbGf7fPZJxWk0oV/TxhyqT6LNW/kSx7fS771r8/z61X4Ju+tf+rhQ67ff8/m\
        aZ7CFMN0Orzxz/qQLnJJcqVI/SYXimfruUKbt0aWjJt06MvWS2jYjltrSrlQ7govPPjhEB63kA3K01YEwum/8Ox/FzSoBjwxTj6s\
        Js6t4AHRfUi0qyFRdCNTK5VYhhGuFCoiRVcKqBB3H5Phq9woNUyOlGrSzILu0bESm7EG7G7WpRfG0bOLJSx3q4TJlQoW1xGTHHhY\
        QReqWXXYsvlOiXoaBzuUUgjDcLdS6cN2zw7F670zOs7uxISXtzhSq1QNiReXCo2NsToWYiyORU0MF2057rucax2yU4muN4/VodZL\
        x+ZMpWZCh2Xfp+FQJ6pUWsaFOU779hdr8gvoWNqevwQAAA==
        """

    private func request(_ base64: String) -> WireRequest {
        let body = Array(Data(base64Encoded: base64) ?? Data())
        return WireRequest(headers: ["Content-Encoding": "gzip"], body: body)
    }

    @Test("are unpacked before they are read", arguments: [ping, stored])
    func small(_ packed: String) throws {
        #expect(try Fixture.query.decode(request(packed)).operation.name == "Ping")
        let routing = ServiceRouting([Fixture.query])
        #expect(routing.dialect(of: request(packed))?.model.name == "fix")
    }

    @Test("are unpacked whichever code they have")
    func large() throws {
        let layers = try Fixture.query.decode(request(Self.large)).input["layers"]?.list
        #expect(layers?.count == 40)
        #expect(layers?.last == ["-.djhe"])
        #expect(layers?.first == ["jicf"])
    }

    @Test("that are damaged are refused, wherever the damage is")
    func damaged() {
        let whole = request(Self.large)
        for place in whole.body.indices {
            var damaged = whole
            // The header's time and system say nothing.
            guard !(4..<10).contains(place) else { continue }
            damaged.body[place] ^= 0x55
            #expect(throws: WireError.self) { try Fixture.query.decode(damaged) }
            damaged.body = Array(whole.body.prefix(place))
            #expect(throws: WireError.self) { try Fixture.query.decode(damaged) }
        }
    }

    @Test("that unpack to more than any request holds are refused")
    func limit() {
        let block: [UInt8] = [0, 0xFF, 0xFF, 0, 0] + [UInt8](repeating: 0x61, count: 65535)
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        for _ in 0..<257 { packed += block }
        let request = WireRequest(headers: ["Content-Encoding": "gzip"], body: packed)
        let error = #expect(throws: WireError.self) { try Fixture.query.decode(request) }
        #expect(error?.description.contains("more than 16777216 bytes") == true)
    }
}
