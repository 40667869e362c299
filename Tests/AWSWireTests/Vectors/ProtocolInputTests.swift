import AWSWire
import Model
import Testing

/// Cases for what Neap does not do; everything else has to pass.
private let excluded: [String: String] = {
    let host = "hosts and paths are the client's, none of Neap's operations changes them"
    let gzip = "none of Neap's operations compresses its request"
    let format = "none of Neap's shapes has a timestamp in another format than its protocol's"
    var reasons: [String: String] = [
        "serializes_string_shapes_with_jsonvalue_trait": "none of Neap's shapes holds JSON in a string",
        "Ec2ProtocolIdempotencyTokenAutoFill":
            "the executor fills tokens in, so that they follow from the desired state",
        "QueryProtocolIdempotencyTokenAutoFill": "as in EC2",
        "serializes_timestamp_shapes_with_iso8601_timestampformat": format,
        "serializes_timestamp_shapes_with_httpdate_timestampformat": format,
        "Ec2TimestampsInput": format,
        "QueryTimestampsInput": format,
    ]
    for name in ["AwsJson10", "AwsJson11", "Ec2Query", "AwsQuery"] {
        reasons["\(name)EndpointTrait"] = host
        reasons["\(name)EndpointTraitWithHostLabel"] = host
    }
    for name in ["AwsJson10", "AwsJson11", "Ec2Query", "Query"] { reasons["\(name)HostWithPath"] = host }
    for name in ["awsJson1_0", "awsJson1_1", "ec2Query", "awsQuery"] {
        reasons["SDKAppliedContentEncoding_\(name)"] = gzip
        reasons["SDKAppendsGzipAndIgnoresHttpProvidedEncoding_\(name)"] = gzip
    }
    return reasons
}()

@Suite("botocore's request cases")
struct ProtocolInputTests {
    @Test("a request is written as AWS expects", arguments: try ProtocolCase.all("input", without: excluded))
    func request(_ item: ProtocolCase) throws {
        let operation = try #require(item.model.operation(item.operation))
        let input = operation.input.canonical(item.content["params"] ?? .emptyObject)
        let request = try item.model.encode(operation, input)
        let expected = item.content["serialized"] ?? .emptyObject
        #expect(request.method == expected["method"]?.string)
        #expect(request.path == expected["uri"]?.string)
        for (name, value) in expected["headers"]?.sortedMembers ?? [] {
            #expect(request.headers[name]?.hasPrefix(value.string ?? "?") == true, "\(name)")
        }
        guard expected["body"]?.string != nil else { return }
        let body = item.body(expected)
        switch item.model.wireProtocol {
        case .json: #expect(try JSON.parse(request.body).comparable == JSON.parse(body).comparable)
        case .query, .ec2: #expect(fields(request.body) == fields(body))
        case .cbor:
            // The same value may be written in several ways.
            let other = WireRequest(path: request.path, headers: request.headers, body: body)
            #expect(
                try item.model.decode(other).input.comparable == item.model.decode(request).input.comparable)
        }
    }

    @Test("a server reads back what was sent", arguments: try ProtocolCase.all("input", without: excluded))
    func roundTrip(_ item: ProtocolCase) throws {
        let operation = try #require(item.model.operation(item.operation))
        let input = operation.input.canonical(item.content["params"] ?? .emptyObject)
        let (found, value) = try item.model.decode(try item.model.encode(operation, input))
        #expect(found.name == item.operation)
        #expect(value.comparable == input.surviving(item.model.wireProtocol).comparable)
    }

    @Test("every excluded case exists", arguments: Array(excluded.keys))
    func exclusions(_ id: String) throws {
        #expect(try ProtocolCase.all("input", without: [:]).contains { $0.id == id })
    }

    private func fields(_ form: [UInt8]) -> [String] {
        String(decoding: form, as: UTF8.self).split(separator: "&").map(String.init).sorted()
    }
}

extension Value {
    /// What survives the wire: no nulls, no empty objects in forms, in EC2 no empty lists either.
    fileprivate func surviving(_ wire: ServiceModel.WireProtocol) -> Value {
        guard let object else { return self }
        return .object(object.filter { !$0.value.isLost(wire) }.mapValues { $0.surviving(wire) })
    }

    private func isLost(_ wire: ServiceModel.WireProtocol) -> Bool {
        switch wire {
        case .json, .cbor: isNull
        case .query: isNull || object?.isEmpty == true
        case .ec2: isNull || object?.isEmpty == true || list?.isEmpty == true
        }
    }
}
