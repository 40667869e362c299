import AWSWire
import Model
import Testing

@Suite("A service in several protocols")
struct DialectTests {
    private static let call = AWSCall("fix", "CreateThing", ["thingName": "n", "count": 2, "start": 1.5])
    private let model = Fixture.several

    /// The call in each of the service's protocols, as a client of that protocol writes it.
    private static func requests() throws -> [WireRequest] {
        var json = try Fixture.json.encode(call)
        json.headers["Content-Type"] = "application/x-amz-json-1.0"
        return [try Fixture.query.encode(call), json, try Fixture.cbor.encode(call)]
    }

    @Test("reads a request in whichever of them it comes")
    func requests() throws {
        for request in try Self.requests() {
            let (operation, input) = try model.decode(request)
            #expect(operation.name == "CreateThing")
            #expect(input == Self.call.input)
        }
    }

    @Test("answers in the protocol of the request")
    func replies() throws {
        let types = ["text/xml", "application/x-amz-json-1.0", "application/cbor"]
        let readers = [Fixture.query, Fixture.json, Fixture.cbor]
        for (index, request) in try Self.requests().enumerated() {
            let dialect = try #require(model.dialect(of: request))
            let (operation, _) = try dialect.decode(request)
            let reply = dialect.encodeReply(operation, ["thing": ["start": 2.5]], requestID: "r")
            #expect(reply.headers["Content-Type"] == types[index])
            let reader = try #require(readers[index].operation("CreateThing"))
            #expect(try readers[index].decode(reader, reply) == ["thing": ["start": 2.5]])
        }
    }

    @Test("answers JSON in the version that was asked in", arguments: ["1.0", "1.1"])
    func versions(_ version: String) throws {
        var request = try Fixture.json.encode(Self.call)
        request.headers["Content-Type"] = "application/x-amz-json-\(version); charset=utf-8"
        let dialect = try #require(model.dialect(of: request))
        let reply = dialect.encodeError(code: "Busy", message: "", requestID: "r")
        #expect(reply.headers["Content-Type"] == "application/x-amz-json-\(version)")
    }

    @Test("an error has the model's name in newer protocols, with the query protocol's code beside it")
    func errors() throws {
        for request in try Self.requests() {
            let dialect = try #require(model.dialect(of: request))
            let reply = dialect.encodeError(code: "ThingBusy", message: "later", requestID: "r")
            #expect(reply.status == 429)
            let isQuery = dialect.wireProtocol == .query
            #expect(reply.headers["x-amzn-query-error"] == (isQuery ? nil : "ThingBusy;Sender"))
            #expect(String(decoding: reply.body, as: UTF8.self).contains("ThingBusy") == isQuery)
        }
    }

    @Test("a protocol that the service does not speak gives none")
    func foreign() throws {
        #expect(Fixture.query.dialect(of: try Fixture.json.encode(Self.call)) == nil)
        #expect(Fixture.json.dialect(of: try Fixture.cbor.encode(Self.call)) == nil)
        #expect(throws: WireError.self) { try Fixture.json.decode(try Fixture.cbor.encode(Self.call)) }
    }
}
