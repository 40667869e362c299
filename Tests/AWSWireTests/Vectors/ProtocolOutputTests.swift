import AWSWire
import Model
import Testing

/// Cases for what Neap does otherwise; everything else has to pass.
private let excluded: [String: String] = {
    let kept = "members that the model lacks are kept here, not dropped"
    return [
        "handles_unexpected_json_output": kept, "AwsJson10HandlesUnexpectedJsonOutput": kept,
        "RpcV2CborExtraFieldsInTheBodyShouldBeSkippedByClients": kept, "RpcV2CborPayloadWithUnsetUnion": kept,
        "AwsJson11DeserializeIgnoreType": kept, "AwsJson10DeserializeIgnoreType": kept,
    ]
}()

@Suite("botocore's reply cases")
struct ProtocolOutputTests {
    @Test("a reply is read as AWS means it", arguments: try ProtocolCase.all("output", without: excluded))
    func reply(_ item: ProtocolCase) throws {
        let operation = try #require(item.model.operation(item.operation))
        let reply = try received(item)
        if let code = item.content["errorCode"]?.string {
            let error = #expect(throws: AWSError.self) { try item.model.decode(operation, reply) }
            #expect(error?.code == code)
            if let message = item.content["errorMessage"]?.string { #expect(error?.message == message) }
            #expect(error?.status == reply.status)
        } else {
            let expected = operation.output.canonical(item.content["result"] ?? .emptyObject)
            #expect(try item.model.decode(operation, reply).comparable == expected.comparable)
        }
    }

    @Test("a client reads back what a server wrote", arguments: try ProtocolCase.all("output", without: excluded))
    func roundTrip(_ item: ProtocolCase) throws {
        let operation = try #require(item.model.operation(item.operation))
        if let code = item.content["errorCode"]?.string {
            let written = item.model.encodeError(code: code, message: "no & \"yes\" <", status: 418, requestID: "r-1")
            let error = #expect(throws: AWSError.self) { try item.model.decode(operation, written) }
            #expect(error?.code == code)
            #expect(error?.message == "no & \"yes\" <")
            #expect(error?.requestID == "r-1")
        } else {
            let value = operation.output.canonical(item.content["result"] ?? .emptyObject)
            let written = item.model.encodeReply(operation, value, requestID: "r-1")
            #expect(try item.model.decode(operation, written).comparable == value.comparable)
        }
    }

    @Test("every excluded case exists", arguments: Array(excluded.keys))
    func exclusions(_ id: String) throws {
        #expect(try ProtocolCase.all("output", without: [:]).contains { $0.id == id })
    }

    private func received(_ item: ProtocolCase) throws -> WireReply {
        let response = try #require(item.content["response"])
        let headers = (response["headers"]?.sortedMembers ?? []).map { ($0.name, $0.value.string ?? "") }
        return WireReply(
            status: try #require(response["status_code"]?.integer), headers: WireHeaders(headers),
            body: item.body(response))
    }
}
