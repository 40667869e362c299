import AWSWire
import Model
import Testing

@Suite("CBOR")
struct CBORTests {
    /// What the member `Free`, which has no shape, is read as.
    private func free(_ bytes: [UInt8]) throws -> Value? {
        let body: [UInt8] = [0xA1, 0x64] + Array("Free".utf8) + bytes
        let request = WireRequest(path: "/service/FixService/operation/CreateThing", body: body)
        return try Fixture.cbor.decode(request).input["free"]
    }

    @Test(
        "numbers are read in every width",
        arguments: [
            ([0x17], 23), ([0x18, 0xFF], 255), ([0x19, 0x01, 0x00], 256), ([0x1A, 0, 1, 0, 0], 65536),
            ([0x1B, 0, 0, 0, 1, 0, 0, 0, 0], 4_294_967_296), ([0x20], -1), ([0x38, 0x63], -100),
            ([0x3B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .integer(.min)),
            ([0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], Value(.number(0x1p64))),
            ([0xF9, 0x3C, 0x00], Value(.number(1))), ([0xF9, 0xC4, 0x00], Value(.number(-4))),
            ([0xF9, 0x00, 0x01], Value(.number(0x1p-24))), ([0xF9, 0x7C, 0x00], Value(.number(.infinity))),
            ([0xFA, 0x47, 0xC3, 0x50, 0x00], Value(.number(100_000))),
            ([0xFB, 0xC0, 0x10, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66], -4.1),
        ] as [([UInt8], Value)])
    func numbers(_ bytes: [UInt8], _ value: Value) throws { #expect(try free(bytes) == value) }

    @Test("lists, maps and strings are read with their length and up to a break")
    func lengths() throws {
        #expect(try free([0x83, 0x01, 0xF5, 0xF6]) == [1, true, .null])
        #expect(try free([0x9F, 0x01, 0x80, 0xFF]) == [1, []])
        #expect(try free([0xA1, 0x61, 0x61, 0xF4]) == ["a": false])
        #expect(try free([0xBF, 0x61, 0x61, 0x02, 0xFF]) == ["a": 2])
        #expect(try free([0x7F, 0x61, 0x61, 0x62, 0x62, 0x63, 0xFF]) == "abc")
        #expect(try free([0x42, 0x00, 0xFF]) == Value(.bytes([0, 255])))
        #expect(try free([0xC1, 0x1A, 0x55, 0xE2, 0xFA, 0x40]) == Value(.number(1_440_938_560)))
    }

    @Test(
        "what is no CBOR of this protocol is refused",
        arguments: [
            [], [0x18], [0x1C], [0x62, 0x61], [0x61, 0xFF], [0x7F, 0x41, 0x61, 0xFF], [0x7F, 0x61, 0x61],
            [0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x5B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xBB, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0xA1, 0x01, 0x01], [0xC2, 0x41, 0x01],
            [0xC1, 0x61, 0x61], [0xF8, 0x20], [0xFF], [0x01, 0x01], [0x9F, 0x01], [0x3F],
        ] as [[UInt8]])
    func refusing(_ bytes: [UInt8]) { #expect(throws: WireError.self) { try free(bytes) } }

    @Test("nesting has a limit, and is an error beyond it")
    func depth() throws {
        #expect(try free([UInt8](repeating: 0x81, count: 100) + [0x01]) != nil)
        let error = #expect(throws: WireError.self) { try free([UInt8](repeating: 0x9F, count: 100_000)) }
        #expect(error?.description.contains("nested deeper than 128") == true)
        #expect(throws: WireError.self) { try free([UInt8](repeating: 0xC1, count: 100_000)) }
    }

    @Test("a request has the shape's types: tagged times, floating numbers, raw data, no nulls")
    func writing() throws {
        let input: Value = [
            "start": 0, "ratio": 1, "data": "AQ==", "count": 300, "token": .null, "newMember": ["innerList": [1]],
        ]
        let request = try Fixture.cbor.encode(AWSCall("fix", "CreateThing", input))
        let time: [UInt8] = [0xC1, 0xFB, 0, 0, 0, 0, 0, 0, 0, 0]
        let one: [UInt8] = [0xFB, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0]
        var body: [UInt8] = [0xA5, 0x65] + Array("Count".utf8) + [0x19, 0x01, 0x2C]
        body += [0x65] + Array("Ratio".utf8) + one + [0x65] + Array("Start".utf8) + time
        body += [0x64] + Array("Data".utf8) + [0x41, 0x01] + [0x69] + Array("NewMember".utf8)
        body += [0xA1, 0x69] + Array("InnerList".utf8) + [0x81, 0x01]
        #expect(request.body == body)
        #expect(request.path == "/service/FixService/operation/CreateThing")
        #expect(request.headers["smithy-protocol"] == "rpc-v2-cbor")
        #expect(request.headers["Content-Type"] == "application/cbor")
        #expect(try Fixture.cbor.encode(AWSCall("fix", "Ping")).body == [])
    }
}
