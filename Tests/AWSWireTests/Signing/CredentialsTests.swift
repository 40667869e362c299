import AWSWire
import Testing

@Suite("Credentials and signatures")
struct CredentialsTests {
    private let credentials = Credentials(accessKeyID: "AKID", secretAccessKey: "hunter2", sessionToken: "tok3n")

    @Test("are never printed with their secrets")
    func redaction() {
        var dumped = ""
        dump([credentials], to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped, "\(Optional(credentials) as Any)"] {
            #expect(text.contains("AKID"))
            #expect(!text.contains("hunter2") && !text.contains("tok3n"))
        }
    }

    @Test("sign each request anew, with the day's key kept")
    func signing() {
        let signer = SigV4Signer(region: "eu-west-1", signingName: "ecs")
        let request = WireRequest(headers: ["Content-Type": "application/x-amz-json-1.1"], body: Array("{}".utf8))
        let first = signer.sign(request, host: "h", credentials: credentials, date: 0)
        #expect(first["X-Amz-Date"] == "19700101T000000Z")
        #expect(first["X-Amz-Security-Token"] == "tok3n")
        #expect(first["Authorization"]?.contains("AKID/19700101/eu-west-1/ecs/aws4_request") == true)
        let signed = "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,"
        #expect(first["Authorization"]?.contains(signed) == true)
        let again = signer.sign(request, host: "h", credentials: credentials, date: 0)
        #expect(again == first)
        #expect(signer.sign(request, host: "h", credentials: credentials, date: 86400) != first)
        let other = Credentials(accessKeyID: "AKID", secretAccessKey: "other", sessionToken: "tok3n")
        #expect(signer.sign(request, host: "h", credentials: other, date: 0)["Authorization"] != first["Authorization"])
        #expect(signer.sign(request, host: "h", credentials: credentials, date: 0) == first)
    }
}
