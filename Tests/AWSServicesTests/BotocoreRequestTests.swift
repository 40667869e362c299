import AWSWire
import Foundation
import Model
import Testing

@Suite("What botocore sends")
struct BotocoreRequestTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let content: Value
        let model: ServiceModel
        var operation: String { content["operation"]?.string ?? "" }
        var testDescription: String { "\(model.name) \(operation)" }

        static func all(_ model: ServiceModel) throws -> [Case] {
            let cases = try JSON.parse(try Repository.vectors("services.json")).list ?? []
            return cases.filter { $0["service"]?.string == model.name }.map { Case(content: $0, model: model) }
        }

        /// The input, as calls have it.
        func input(_ operation: OperationModel) -> Value {
            operation.input.read(content["params"] ?? .emptyObject)
        }

        /// What went over the wire.
        var request: WireRequest {
            let headers = (content["headers"]?.sortedMembers ?? []).map { ($0.name, $0.value.string ?? "") }
            return WireRequest(path: content["path"]?.string ?? "", headers: WireHeaders(headers), body: body)
        }

        private var body: [UInt8] {
            if let fields = content["body"]?.object {
                return Array(BotocoreRequestTests.form(fields).sorted().joined(separator: "&").utf8)
            }
            let text = content["body"]?.string ?? ""
            let isText = content["protocol"]?.string != "smithy-rpc-v2-cbor"
            return isText ? Array(text.utf8) : Array(Data(base64Encoded: text) ?? Data())
        }
    }

    @Test("is what every operation sends here", arguments: ServiceModel.all)
    func requests(_ model: ServiceModel) throws {
        let cases = try Case.all(model)
        #expect(Set(cases.map(\.operation)) == Set(model.operations))
        for item in cases where item.content["isOwn"]?.bool == true {
            let operation = try #require(model.operation(item.operation))
            let sent = String(decoding: try model.encode(operation, item.input(operation)).body, as: UTF8.self)
            if let fields = item.content["body"]?.object {
                #expect(Set(sent.split(separator: "&").map(String.init)) == Self.form(fields), "\(item.operation)")
            } else {
                let expected = try JSON.parse(Array((item.content["body"]?.string ?? "").utf8))
                #expect(try JSON.parse(Array(sent.utf8)).inNumbers == expected.inNumbers, "\(item.operation)")
            }
        }
    }

    @Test("is read back in every protocol that the service takes", arguments: ServiceModel.all)
    func decoding(_ model: ServiceModel) throws {
        let cases = try Case.all(model)
        let routing = ServiceRouting([model])
        #expect(Set(cases.compactMap { $0.content["protocol"]?.string }).count == model.wireProtocols.count)
        for item in cases {
            // Whoever has no target and no path is told by its signature; these are not signed.
            let dialect = try #require(routing.dialect(of: item.request))
            let (operation, input) = try dialect.decode(item.request)
            #expect(operation.name == item.operation)
            let expected = item.input(operation).inNumbers.surviving(dialect.wireProtocol) ?? .emptyObject
            #expect(input.inNumbers == expected, "\(item.operation) in \(dialect.wireProtocol)")
        }
    }

    fileprivate static func form(_ fields: [String: Value]) -> Set<String> {
        Set(fields.map { "\(encoded($0.key))=\(encoded($0.value.scalarText ?? ""))" })
    }

    /// Foundation's encoding, so that ours is not held to itself.
    private static func encoded(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}

extension Shape {
    /// An input with AWS's spelling and JSON's types, as calls have it.
    fileprivate func read(_ value: Value) -> Value {
        switch (form, value.content) {
        case (.structure(let members), .object(let object)):
            let pairs = members.compactMap { member in
                object[member.awsName].map { (member.name, member.shape.read($0)) }
            }
            return .object(Dictionary(pairs) { first, _ in first })
        case (.list(let item, _, _), .list(let items)): return .list(items.map(item.shape.read))
        case (.map(_, let item, _, _, _), .object(let object)): return .object(object.mapValues(item.shape.read))
        default: return value
        }
    }
}

extension Value {
    /// What a protocol carries: forms have no word for an empty structure, EC2's none for an empty list.
    fileprivate func surviving(_ wire: ServiceModel.WireProtocol) -> Value? {
        guard wire == .query || wire == .ec2 else { return self }
        switch content {
        case .object(let members):
            let kept = members.compactMapValues { $0.surviving(wire) }
            return kept.isEmpty ? nil : .object(kept)
        case .list(let items):
            let kept = items.compactMap { $0.surviving(wire) }
            let isEmptyInQuery = items.isEmpty && wire == .query
            return kept.isEmpty && !isEmptyInQuery ? nil : .list(kept)
        default: return self
        }
    }

    /// Integers as numbers, since JSON has only one kind; binary data as JSON has it.
    fileprivate var inNumbers: Value {
        switch content {
        case .integer(let number): Value(.number(Double(number)))
        case .bytes(let data): .string(Data(data).base64EncodedString())
        case .list(let items): .list(items.map(\.inNumbers))
        case .object(let members): .object(members.mapValues(\.inNumbers))
        default: self
        }
    }
}
