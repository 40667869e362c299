import AWSWire
import Model

/// What `neap verify` says.
public struct OutsideReport: Sendable {
    private let answers: [OutsideAnswer]
    private let environment: String

    /// Of these answers about an environment.
    public init(_ answers: [OutsideAnswer], environment: String) {
        self.answers = answers
        self.environment = environment
    }

    /// How many are not there.
    public var missing: Int { answers.count { if case .missing = $0.finding { true } else { false } } }
    /// Of how many AWS does not tell.
    public var unknown: Int { answers.count { if case .unknown = $0.finding { true } else { false } } }

    /// A line for each that is missing or unknown, and a last one that counts.
    public var table: String {
        let lines = answers.compactMap(Self.line)
        let counts = [
            "\(answers.count) asked for", missing > 0 ? "\(missing) missing" : "nothing missing",
            unknown > 0 ? "\(unknown) not known" : nil,
        ].compactMap { $0 }
        return (lines + ["\(environment): \(counts.joined(separator: ", "))"]).map { $0 + "\n" }.joined()
    }

    /// `schema: neap/verify/v1`, everything that was asked for.
    public var json: String {
        let value: Value = [
            "schema": "neap/verify/v1", "environment": .string(environment), "answers": .list(answers.map(Self.value)),
        ]
        return String(decoding: JSON.write(value), as: UTF8.self) + "\n"
    }

    private static func line(_ answer: OutsideAnswer) -> String? {
        let name = answer.name
        let place = name.place.map { "   \($0.lineDescription)" } ?? ""
        switch answer.finding {
        case .there: return nil
        case .missing(let what, let fix):
            return "missing  \(name.sort.words) \(name.name): \(what); \(fix)\(place)"
        case .unknown(let why): return "unknown  \(name.sort.words) \(name.name): \(why)\(place)"
        }
    }

    private static func value(_ answer: OutsideAnswer) -> Value {
        let name = answer.name
        var value: Value = [
            "kind": .string(name.sort.rawValue), "name": .string(name.name),
            "resource": .string(name.resource.description),
            "declared": name.place.map { .string($0.lineDescription) } ?? .null,
        ]
        switch answer.finding {
        case .there: value["status"] = "there"
        case .missing(let what, let fix):
            value["status"] = "missing"
            value["message"] = .string(what)
            value["fix"] = .string(fix)
        case .unknown(let why):
            value["status"] = "unknown"
            value["message"] = .string(why)
        }
        return value
    }
}
