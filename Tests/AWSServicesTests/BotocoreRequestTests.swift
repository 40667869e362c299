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
    }

    @Test("is what every operation sends here", arguments: ServiceModel.all)
    func requests(_ model: ServiceModel) throws {
        let cases = try Case.all(model)
        #expect(Set(cases.map(\.operation)) == Set(model.operations))
        for item in cases {
            let operation = try #require(model.operation(item.operation))
            let input = operation.input.read(item.content["params"] ?? .emptyObject)
            let sent = String(decoding: try model.encode(operation, input).body, as: UTF8.self)
            if let fields = item.content["body"]?.object {
                #expect(Set(sent.split(separator: "&").map(String.init)) == Self.form(fields), "\(item.operation)")
            } else {
                let expected = try JSON.parse(Array((item.content["body"]?.string ?? "").utf8))
                #expect(try JSON.parse(Array(sent.utf8)).inNumbers == expected.inNumbers, "\(item.operation)")
            }
        }
    }

    private static func form(_ fields: [String: Value]) -> Set<String> {
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
    /// Integers as numbers: JSON has only one kind.
    fileprivate var inNumbers: Value {
        switch content {
        case .integer(let number): Value(.number(Double(number)))
        case .list(let items): .list(items.map(\.inNumbers))
        case .object(let members): .object(members.mapValues(\.inNumbers))
        default: self
        }
    }
}
