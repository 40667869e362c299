import AWSWire
import Model
import Testing

@Suite("Verifying signatures")
struct SigV4VerifierTests {
    // 30 August 2015, 12:36:00 UTC
    private static let date = 1_440_938_160.0
    private static let keys = Credentials(accessKeyID: "AKID", secretAccessKey: "hunter2")
    private static let session = Credentials(accessKeyID: "ASIA", secretAccessKey: "hunter3", sessionToken: "tok3n")

    private static func signed(_ keys: Credentials = keys) throws -> WireRequest {
        var request = try Fixture.json.encode(AWSCall("fix", "CreateThing", ["thingName": "n"]))
        let signer = SigV4Signer(region: "eu-west-1", signingName: "fix")
        request.headers = signer.sign(request, host: "localhost:4566", credentials: keys, date: date)
        return request
    }

    private func failure(_ request: WireRequest, at now: Double = date) -> SigV4Failure? {
        do {
            _ = try SigV4Verifier.verify(request, now: now) { id in
                [Self.keys, Self.session].first { $0.accessKeyID == id }
            }
            return nil
        } catch { return error }
    }

    @Test("what was signed stands, and says who signed it for what")
    func standing() throws {
        let scope = try SigV4Verifier.verify(try Self.signed(), now: Self.date) { _ in Self.keys }
        #expect(scope.accessKeyID == "AKID")
        #expect(scope.day == "20150830")
        #expect(scope.region == "eu-west-1")
        #expect(scope.service == "fix")
        #expect(SigV4Scope.read(try Self.signed().headers) == scope)
        #expect(failure(try Self.signed(Self.session)) == nil)
        var later = try Self.signed()
        later.headers["User-Agent"] = "added on the way"
        #expect(failure(later) == nil)
    }

    @Test("another request than the signed one does not", arguments: 0..<7)
    func changed(_ change: Int) throws {
        var request = try Self.signed()
        switch change {
        case 0: request.body.append(0x20)
        case 1: request.path = "/other"
        case 2: request.method = "GET"
        case 3: request.headers["X-Amz-Target"] = "Fix_2020.Ping"
        case 4: request.headers["Host"] = "elsewhere"
        case 5: request.headers["Content-Type"] = nil
        default:
            let header = request.headers["Authorization"] ?? ""
            request.headers["Authorization"] = header.replacing("Signature=", with: "Signature=00")
        }
        #expect(failure(request) == .mismatch)
    }

    @Test("the host has to be signed")
    func host() throws {
        var request = try Self.signed()
        request.headers["Authorization"] = request.headers["Authorization"]?.replacing("host;", with: "")
        #expect(failure(request) == .mismatch)
    }

    @Test("another secret does not, nor an unknown key, nor a session without its token")
    func keys() throws {
        let other = Credentials(accessKeyID: "AKID", secretAccessKey: "other")
        #expect(failure(try Self.signed(other)) == .mismatch)
        #expect(failure(try Self.signed(Credentials(accessKeyID: "B", secretAccessKey: "c"))) == .unknownKey)
        let bare = Credentials(accessKeyID: "ASIA", secretAccessKey: "hunter3")
        #expect(failure(try Self.signed(bare)) == .unknownKey)
        let stale = Credentials(accessKeyID: "ASIA", secretAccessKey: "hunter3", sessionToken: "old")
        #expect(failure(try Self.signed(stale)) == .unknownKey)
    }

    @Test("five minutes of difference are taken, more are not")
    func skew() throws {
        let request = try Self.signed()
        #expect(failure(request, at: Self.date + 300) == nil)
        #expect(failure(request, at: Self.date - 300) == nil)
        #expect(failure(request, at: Self.date + 301) == .expired(signed: Self.date, now: Self.date + 301))
        #expect(failure(request, at: Self.date - 301) == .notYetCurrent(signed: Self.date, now: Self.date - 301))
    }

    @Test("what is missing is named")
    func incomplete() throws {
        var request = try Self.signed()
        request.headers["X-Amz-Date"] = nil
        #expect(failure(request) == .incomplete(["X-Amz-Date"]))
        request.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=AKID/x, SignedHeaders=host"
        #expect(failure(request) == .incomplete(["Credential", "Signature", "X-Amz-Date"]))
        request.headers["Authorization"] = "Bearer x"
        #expect(failure(request) == .missingToken)
        request.headers["Authorization"] = nil
        #expect(failure(request) == .missingToken)
        #expect(SigV4Scope.read(request.headers) == nil)
    }

    @Test("the scope's day is the request's")
    func day() throws {
        var request = try Self.signed()
        request.headers["Authorization"] = request.headers["Authorization"]?.replacing("20150830", with: "20150829")
        #expect(failure(request) == .otherDay(scope: "20150829", date: "20150830"))
    }

    @Test(
        "is refused in each protocol's words",
        arguments: [
            (Fixture.json, SigV4Failure.mismatch, 400, "InvalidSignatureException"),
            (Fixture.query, .mismatch, 403, "SignatureDoesNotMatch"), (Fixture.ec2, .mismatch, 401, "AuthFailure"),
            (Fixture.cbor, .mismatch, 400, "InvalidSignatureException"),
            (Fixture.json, .unknownKey, 400, "UnrecognizedClientException"),
            (Fixture.query, .unknownKey, 403, "InvalidClientTokenId"),
            (Fixture.ec2, .unknownKey, 401, "AuthFailure"),
            (Fixture.json, .missingToken, 400, "MissingAuthenticationTokenException"),
            (Fixture.query, .missingToken, 403, "MissingAuthenticationToken"),
            (Fixture.query, .incomplete(["Signature"]), 400, "IncompleteSignature"),
            (Fixture.several, .mismatch, 403, "SignatureDoesNotMatch"),
        ])
    func refusals(_ model: ServiceModel, _ failure: SigV4Failure, _ status: Int, _ code: String) throws {
        let reply = model.ownDialect.encodeRefusal(failure, requestID: "r")
        let operation = try #require(model.operation("Ping"))
        let error = #expect(throws: AWSError.self) { try model.decode(operation, reply) }
        #expect(error?.code == code)
        #expect(error?.status == status)
        #expect(error?.message.isEmpty == false)
    }

    @Test("an old signature tells the client that its clock is off", arguments: [Fixture.json, Fixture.query])
    func clock(_ model: ServiceModel) throws {
        let reply = model.ownDialect.encodeRefusal(.expired(signed: 0, now: 900), requestID: "r")
        let operation = try #require(model.operation("Ping"))
        let error = #expect(throws: AWSError.self) { try model.decode(operation, reply) }
        #expect(
            error?.message
                == "Signature expired: 19700101T000000Z is now earlier than 19700101T001000Z "
                + "(19700101T001500Z - 5 min.)")
        #expect(error?.disposition == .clockSkew)
    }
}
