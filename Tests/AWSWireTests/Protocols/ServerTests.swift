import AWSWire
import Model
import Testing

@Suite("The server's side")
struct ServerTests {
    private let input: Value = [
        "thingName": "n & ü", "token": "t", "count": 7, "ratio": 0.25, "scheme": "internal", "subnetIds": ["a", "b"],
        "tags": [["key": "k", "value": "v"]], "options": [["name": "o", "values": ["1"]]], "start": 1_440_938_160.5,
        "data": Value(.bytes([1, 2, 3])), "enabled": false, "layers": [["a"], ["b", "c"]],
    ]

    @Test("reads back every form of value", arguments: Fixture.all)
    func requests(_ model: ServiceModel) throws {
        let (operation, found) = try model.decode(try model.encode(AWSCall("fix", "CreateThing", input)))
        #expect(operation.name == "CreateThing")
        #expect(found == input)
    }

    @Test("its replies are read back", arguments: Fixture.all)
    func replies(_ model: ServiceModel) throws {
        let operation = try #require(model.operation("DescribeThings"))
        let output: Value = ["things": [["thingArn": "a<&>", "count": 1, "subnetIds": [], "start": 1.5], [:]]]
        let reply = model.encodeReply(operation, output, requestID: "r")
        #expect(reply.headers["x-amzn-requestid"] == "r")
        #expect(try model.decode(operation, reply) == output)
    }

    @Test("EC2 answers true where it has nothing to say, and the client sees nothing")
    func nothing() throws {
        let operation = try #require(Fixture.ec2.operation("Ping"))
        let reply = Fixture.ec2.encodeReply(operation, [:], requestID: "r")
        #expect(String(decoding: reply.body, as: UTF8.self).contains("<requestId>r</requestId><return>true</return>"))
        #expect(try Fixture.ec2.decode(operation, reply) == [:])
    }

    @Test("errors have the model's code and status", arguments: Fixture.all)
    func errors(_ model: ServiceModel) {
        let declared = model.encodeError(code: "Busy", message: "later", requestID: "r")
        #expect(declared.status == 429)
        #expect(String(decoding: declared.body, as: UTF8.self).contains("ThingBusy"))
        #expect(model.encodeError(code: "Other", message: "", requestID: "r").status == 400)
    }

    @Test(
        "what is no request is refused",
        arguments: [
            (Fixture.query, "Version=1"), (Fixture.query, "Action=%4"), (Fixture.query, "Action=%FF"),
            (Fixture.query, "Action=Nothing"), (Fixture.json, "{}"),
            (Fixture.query, "Action=Ping&" + String(repeating: "a.", count: 100) + "=1"),
        ])
    func refusing(_ model: ServiceModel, _ body: String) {
        #expect(throws: WireError.self) { try model.decode(WireRequest(body: Array(body.utf8))) }
    }
}
