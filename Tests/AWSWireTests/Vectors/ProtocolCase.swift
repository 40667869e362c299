import AWSWire
import Foundation
import Model
import Testing

/// One of botocore's protocol test cases, with the service that its suite describes.
struct ProtocolCase: Sendable, CustomTestStringConvertible {
    let id: String
    let model: ServiceModel
    let operation: String
    let content: Value

    var testDescription: String { id }

    static let files = [
        "json", "json_1_0", "query", "ec2", "json_1_0-query-compatible", "smithy-rpc-v2-cbor",
        "smithy-rpc-v2-cbor-query-compatible", "smithy-rpc-v2-cbor-non-query-compatible",
    ]

    /// All cases of the direction `input` or `output` that are not in `excluded`.
    static func all(_ direction: String, without excluded: [String: String]) throws -> [ProtocolCase] {
        try files.flatMap { file in
            let suites = try JSON.parse(try Vectors.file("\(direction)/\(file).json")).list ?? []
            return suites.flatMap { suite in (suite["cases"]?.list ?? []).map { ProtocolCase($0, suite) } }
        }.filter { excluded[$0.id] == nil }
    }

    /// A message's body: text, or base64 in CBOR's suites.
    func body(_ message: Value) -> [UInt8] {
        let text = message["body"]?.string ?? ""
        guard case .cbor = model.wireProtocol else { return Array(text.utf8) }
        return Array(Data(base64Encoded: text) ?? Data())
    }

    private init(_ content: Value, _ suite: Value) {
        self.content = content
        id = content["id"]?.string ?? "?"
        operation = content["given"]?["name"]?.string ?? "?"
        model = SuiteTable(suite, content["given"] ?? .emptyObject).model
    }
}

/// A suite's shapes as the text that the table reader takes.
private struct SuiteTable {
    let suite: Value
    let given: Value

    init(_ suite: Value, _ given: Value) {
        self.suite = suite
        self.given = given
    }

    var model: ServiceModel {
        let metadata = suite["metadata"] ?? .emptyObject
        return ServiceModel(
            name: "test", serviceID: "Test", endpointPrefix: "test", signingName: "test",
            protocol: wireProtocol(metadata), isQueryCompatible: metadata["awsQueryCompatible"] != nil,
            apiVersion: metadata["apiVersion"]?.string ?? "",
            xmlNamespace: metadata["xmlNamespace"]?.string ?? "https://example.com/", table: text)
    }

    private func wireProtocol(_ metadata: Value) -> ServiceModel.WireProtocol {
        switch metadata["protocol"]?.string {
        case "query": .query
        case "ec2": .ec2
        case "smithy-rpc-v2-cbor": .cbor(serviceName: metadata["targetPrefix"]?.string ?? "")
        default:
            .json(
                version: metadata["jsonVersion"]?.string ?? "1.1", targetPrefix: metadata["targetPrefix"]?.string ?? "")
        }
    }

    private var shapes: [(name: String, value: Value)] { suite["shapes"]?.sortedMembers ?? [] }

    private var text: String {
        let name = given["name"]?.string ?? "?"
        let ends = ["input", "output"].map { given[$0]?["shape"]?.string ?? "-" }
        let operation = "operation \(name) \(ends[0]) \(ends[1]) result=\(name)Result"
        let flat = shapes.filter { isListOrMap($0.value) }.map { line($0.name + "Flat", $0.value) + " flat" }
        return ([operation] + shapes.map { line($0.name, $0.value) } + flat).joined(separator: "\n")
    }

    private func isListOrMap(_ shape: Value) -> Bool { ["list", "map"].contains(shape["type"]?.string) }

    private func line(_ name: String, _ shape: Value) -> String {
        let type = shape["type"]?.string ?? "string"
        switch type {
        case "structure" where shape["document"]?.bool == true: return "document \(name)"
        case "structure": return (["structure \(name)"] + members(shape)).joined(separator: " ")
        case "list":
            return "list \(name) \(target(shape["member"]))" + option("item", shape["member"]) + flag(shape)
        case "map":
            let names = option("key", shape["key"]) + option("value", shape["value"])
            return "map \(name) \(target(shape["key"])) \(target(shape["value"]))" + names + flag(shape)
        case "double", "float": return "number \(name)"
        case "long": return "integer \(name)"
        default: return "\(type) \(name)"
        }
    }

    private func members(_ shape: Value) -> [String] {
        (shape["members"]?.sortedMembers ?? []).map { name, member in
            let suffix = member["flattened"]?.bool == true ? "Flat" : ""
            let wire = member["locationName"]?.string.map { "=\($0)" } ?? ""
            let query = member["queryName"]?.string.map { "~\($0)" } ?? ""
            return "\(name):\(target(member))\(suffix)\(wire)\(query)"
        }
    }

    private func target(_ reference: Value?) -> String { reference?["shape"]?.string ?? "?" }
    private func flag(_ shape: Value) -> String { shape["flattened"]?.bool == true ? " flat" : "" }
    private func option(_ key: String, _ reference: Value?) -> String {
        reference?["locationName"]?.string.map { " \(key)=\($0)" } ?? ""
    }
}

extension Shape {
    /// A case's value, which has AWS's spelling and JSON's types, as the codecs give it.
    func canonical(_ value: Value) -> Value {
        switch (form, value.content) {
        case (.structure(let members), .object(let object)):
            let pairs = members.compactMap { member in
                object[member.awsName].map { (member.name, member.shape.canonical($0)) }
            }
            return .object(Dictionary(pairs) { first, _ in first })
        case (.list(let item, _, _), .list(let items)): return .list(items.map(item.shape.canonical))
        case (.map(_, let item, _, _, _), .object(let object)): return .object(object.mapValues(item.shape.canonical))
        case (.number, .integer(let number)), (.timestamp, .integer(let number)): return Value(.number(Double(number)))
        case (.number, .string(let text)): return Value(.number(Double(text) ?? .nan))
        case (.blob, .string(let text)): return Value(.bytes(Array(text.utf8)))
        default: return value
        }
    }
}

extension Value {
    /// Numbers as text, so that NaN equals itself and 1 equals 1.0.
    var comparable: Value {
        switch content {
        case .integer, .number: .string("number \(number ?? 0)")
        case .list(let items): .list(items.map(\.comparable))
        case .object(let members): .object(members.mapValues(\.comparable))
        default: self
        }
    }
}
