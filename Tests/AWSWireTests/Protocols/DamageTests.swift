import AWSWire
import Model
import Testing

@Suite("Damaged messages")
struct DamageTests {
    private let output: Value = [
        "things": [["thingArn": "a<&>ü", "count": 1, "subnetIds": ["x"], "start": 1.5, "self": ["count": 2]], [:]]
    ]

    @Test("are a value or an error, never a crash", arguments: Fixture.all)
    func damage(_ model: ServiceModel) throws {
        let read = try #require(model.operation("DescribeThings"))
        let reply = model.encodeReply(read, output, requestID: "r")
        let call = AWSCall("fix", "CreateThing", ["thingName": "n", "options": [["name": "o"]], "subnetIds": ["a"]])
        let request = try model.encode(call)
        var seed = SystemIndependent(state: 7)
        var refused = 0
        for _ in 0..<2_000 {
            var damaged = reply
            damaged.body = seed.damaged(reply.body)
            do { _ = try model.decode(read, damaged) } catch { refused += 1 }
            damaged.status = 400
            do { _ = try model.decode(read, damaged) } catch { refused += 1 }
            var incoming = request
            incoming.body = seed.damaged(request.body)
            do { _ = try model.decode(incoming) } catch { refused += 1 }
        }
        // Every failure status throws.
        #expect(refused >= 2_000)
    }
}

/// A linear congruential generator: the same damage on every machine.
private struct SystemIndependent: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }

    /// The bytes with a few changed, taken out or repeated.
    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &self)
            switch Int.random(in: 0..<4, using: &self) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.remove(at: place)
            default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
            }
        }
        return bytes
    }
}
