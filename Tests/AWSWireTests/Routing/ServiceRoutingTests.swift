import AWSWire
import Model
import Testing

@Suite("Which service a request is for")
struct ServiceRoutingTests {
    private static let call = AWSCall("fix", "CreateThing", ["thingName": "n"])
    private static let other = service("other", signingName: "shared", version: "2011-01-01", operation: "Spin")
    private static let twin = service("twin", signingName: "shared", version: "2012-02-02", operation: "Turn")
    private let routing = ServiceRouting([Fixture.ec2, other, twin, Fixture.several])

    private static func service(
        _ name: String, signingName: String, version: String, operation: String
    ) -> ServiceModel {
        ServiceModel(
            name: name, serviceID: name, endpointPrefix: name, signingName: signingName, protocol: .query,
            apiVersion: version, xmlNamespace: "u", table: "operation \(operation) - -")
    }

    private func form(_ body: String, signedFor service: String? = nil) -> WireRequest {
        var request = WireRequest(body: Array(body.utf8))
        guard let service else { return request }
        let keys = Credentials(accessKeyID: "A", secretAccessKey: "b")
        let signer = SigV4Signer(region: "eu-west-1", signingName: service)
        request.headers = signer.sign(request, host: "h", credentials: keys, date: 0)
        return request
    }

    @Test("is said by the target, or by the path")
    func named() throws {
        let json = try #require(routing.dialect(of: try Fixture.json.encode(Self.call)))
        #expect(json.model.apiVersion == Fixture.several.apiVersion)
        #expect(json.wireProtocol == .json(version: "1.1", targetPrefix: "Fix_2020"))
        let cbor = try #require(routing.dialect(of: try Fixture.cbor.encode(Self.call)))
        #expect(cbor.wireProtocol == .cbor(serviceName: "FixService"))
        #expect(routing.dialect(of: WireRequest(headers: ["X-Amz-Target": "Nobody_2020.Ping"])) == nil)
        #expect(routing.dialect(of: WireRequest(path: "/service/Nobody/operation/Ping")) == nil)
    }

    @Test("is said by the signature, and by version and action where services share a name")
    func signed() {
        #expect(routing.dialect(of: form("Action=Ping&Version=2020-01-08", signedFor: "fix"))?.wireProtocol == .ec2)
        #expect(
            routing.dialect(of: form("Action=Turn&Version=2012-02-02", signedFor: "shared"))?.model.name == "twin")
        #expect(
            routing.dialect(of: form("Action=Gone&Version=2099-01-01", signedFor: "shared"))?.model.name == "other")
        #expect(routing.dialect(of: form("Action=Turn&Version=2012-02-02", signedFor: "nobody")) == nil)
    }

    @Test("is said by version and action where nothing is signed")
    func unsigned() {
        #expect(routing.dialect(of: form("Action=Spin&Version=2011-01-01"))?.model.name == "other")
        #expect(routing.dialect(of: form("Action=Gone&Version=2011-01-01"))?.model.name == "other")
        #expect(routing.dialect(of: form("Action=Spin&Version=2099-01-01")) == nil)
        #expect(routing.dialect(of: form("Spin")) == nil)
        #expect(routing.dialect(of: WireRequest(method: "GET")) == nil)
    }

    @Test(
        "an operation that the service lacks is refused in its words",
        arguments: [
            (Fixture.json, "UnknownOperationException", ""), (Fixture.cbor, "UnknownOperationException", ""),
            (Fixture.query, "InvalidAction", "Could not find operation Fly for version 2020-01-08"),
            (Fixture.ec2, "InvalidAction", "The action Fly is not valid for this web service."),
        ])
    func unknown(_ model: ServiceModel, _ code: String, _ message: String) throws {
        let ping = try #require(model.operation("Ping"))
        var request = try model.encode(ping, [:])
        request.path = request.path.replacing("Ping", with: "Fly")
        request.headers["X-Amz-Target"] = request.headers["X-Amz-Target"]?.replacing("Ping", with: "Fly")
        request.body = Array(String(decoding: request.body, as: UTF8.self).replacing("Ping", with: "Fly").utf8)
        let dialect = try #require(model.dialect(of: request))
        let failure = #expect(throws: WireError.self) { try dialect.decode(request) }
        let reply = dialect.encodeRefusal(try #require(failure), of: request, requestID: "r")
        let error = #expect(throws: AWSError.self) { try model.decode(ping, reply) }
        #expect(error?.code == code)
        #expect(error?.message == message)
        #expect(error?.status == 400)
    }

    @Test("an operation of another version is not there")
    func version() throws {
        let request = form("Action=Ping&Version=1999-01-01")
        let dialect = Fixture.query.ownDialect
        #expect(throws: WireError.unknownOperation("Ping")) { try dialect.decode(request) }
        let reply = dialect.encodeRefusal(.unknownOperation("Ping"), of: form("Action=Ping"), requestID: "r")
        #expect(String(decoding: reply.body, as: UTF8.self).contains("for version NO_VERSION_SPECIFIED"))
    }

    @Test(
        "what cannot be read is refused in the protocol's words",
        arguments: [
            (Fixture.json, "{", "SerializationException"), (Fixture.query, "Action=%4", "MalformedQueryString"),
            (Fixture.query, "Version=1", "MissingAction"), (Fixture.ec2, "", "MissingAction"),
        ])
    func unreadable(_ model: ServiceModel, _ body: String, _ code: String) throws {
        let ping = try #require(model.operation("Ping"))
        var request = try model.encode(ping, [:])
        request.body = Array(body.utf8)
        let failure = #expect(throws: WireError.self) { try model.ownDialect.decode(request) }
        let reply = model.ownDialect.encodeRefusal(try #require(failure), of: request, requestID: "r")
        let error = #expect(throws: AWSError.self) { try model.decode(ping, reply) }
        #expect(error?.code == code)
    }
}
