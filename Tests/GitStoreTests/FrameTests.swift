import Testing

@testable import GitStore

/// The protocol between parent and child, as a hostile child would use it.
struct FrameTests {
    @Test("frames are read however the bytes arrive")
    func split() throws {
        let frames =
            try Frame.encode(TransportEvent.progress(phase: "receiving", received: 1, total: 2, bytes: 3))
            + Frame.encode(TransportEvent.done)
        for size in [1, 3, 7, frames.count] {
            var (reader, count) = (FrameReader(), 0)
            for start in stride(from: 0, to: frames.count, by: size) {
                reader.append(Array(frames[start..<min(start + size, frames.count)]))
                while try reader.next() != nil { count += 1 }
            }
            #expect(count == 2)
        }
    }

    @Test(
        "a frame that is too long, or no event, is malformed",
        arguments: [[0xFF, 0, 0, 0], [0, 0, 0, 2, 0x7B, 0x7D], [0, 0, 0, 0]])
    func malformed(bytes: [UInt8]) {
        var reader = FrameReader()
        reader.append(bytes)
        #expect(throws: FrameReader.Malformed.self) { try reader.next() }
    }

    @Test(
        "an object's name is 40 hexadecimal digits",
        arguments: [("0123456789abcdefABCDEF00112233445566778899", false), ("main", false), ("", false)])
    func objectNames(text: String, isValid: Bool) {
        #expect((CommitID(text) != nil) == isValid)
    }

    @Test("an object's name reads back, and zeros are no commit")
    func objectNameRoundTrip() throws {
        let hex = "00112233445566778899aabbccddeeff01234567"
        let id = try #require(CommitID(hex.uppercased()))
        #expect(id.hex == hex)
        #expect(ObjectID(id.object.oid) == id.object)
        #expect(CommitID(String(repeating: "0", count: 40)) == nil)
    }
}
