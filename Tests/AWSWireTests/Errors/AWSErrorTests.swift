import AWSWire
import Testing

@Suite("AWS's errors")
struct AWSErrorTests {
    @Test(
        "JSON names its error in several places",
        arguments: [
            ([:], #"{"__type":"Oops","message":"m"}"#), ([:], #"{"__type":"com.amazon#Oops","Message":"m"}"#),
            (["X-Amzn-ErrorType": "Oops:http://internal.example/"], #"{"message":"m"}"#),
            (["x-amzn-errortype": "ns#Oops:http://internal.example/"], #"{"message":"m"}"#),
            ([:], #"{"code":"Oops","message":"m"}"#),
        ] as [(WireHeaders, String)])
    func json(_ headers: WireHeaders, _ body: String) {
        var headers = headers
        headers["x-amzn-RequestId"] = "r-1"
        let error = Fixture.error(Fixture.json, status: 400, headers: headers, body)
        #expect(error?.code == "Oops")
        #expect(error?.message == "m")
        #expect(error?.requestID == "r-1")
        #expect(error?.description == "fix CreateThing: Oops: m (request r-1)")
    }

    @Test("the query protocol names its error and request in the body")
    func query() {
        let error = Fixture.error(
            Fixture.query, status: 409,
            "<ErrorResponse xmlns='x'><Error><Type>Sender</Type><Code>Oops</Code><Message>a &amp; b</Message></Error>"
                + "<RequestId>r-2</RequestId></ErrorResponse>")
        #expect(error?.code == "Oops")
        #expect(error?.message == "a & b")
        #expect(error?.status == 409)
        #expect(error?.requestID == "r-2")
    }

    @Test("EC2 names its error and request in the body")
    func ec2() {
        let error = Fixture.error(
            Fixture.ec2, status: 503,
            "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>m</Message></Error></Errors>"
                + "<RequestID>r-3</RequestID></Response>")
        #expect(error?.code == "RequestLimitExceeded")
        #expect(error?.requestID == "r-3")
        #expect(error?.disposition == .throttled)
    }

    @Test(
        "a page of something in between is told apart by its status",
        arguments: [Fixture.json, Fixture.query, Fixture.ec2])
    func page(_ model: ServiceModel) {
        let error = Fixture.error(model, status: 502, "<html><body>Bad Gateway<br></html>")
        #expect(error?.code == "HTTP502")
        #expect(error?.disposition == .transient)
        #expect(error?.requestID == nil)
        #expect(error?.description == "fix CreateThing: HTTP502")
    }

    @Test("secrets of the request are taken out of AWS's text")
    func masking() {
        let error = AWSError(
            service: "ecs", operation: "X", code: "C", message: "bad value s3cr3t-long, s3cr3t", status: 400,
            requestID: "r")
        let masked = error.masking(["s3cr3t", "", "s3cr3t-long"])
        #expect(masked.message == "bad value (masked), (masked)")
        #expect(masked.requestID == "r")
        #expect(masked.disposition == error.disposition)
    }

    @Test("a failure without an answer has no status")
    func unanswered() {
        let error = AWSError(
            service: "ecs", operation: "CreateService", code: "Timeout", message: "no answer", disposition: .lost)
        #expect(error.status == nil)
        #expect(error.mayHaveActed)
        #expect(error.description == "ecs CreateService: Timeout: no answer")
    }
}
