import Model

/// The names that an expression may use.
struct Scope: Sendable {
    /// What every chart is told beside its values.
    static let given = ["release", "chart", "environment"]
    /// Names that no `each` may take.
    static let reserved = ["values", "true", "false", "null"] + given
    private var names: [(name: String, value: Value)]

    /// These names and no others.
    init(_ names: [(name: String, value: Value)]) { self.names = names }

    /// The value of `name`; nil when nothing is named so.
    subscript(name: String) -> Value? { names.last { $0.name == name }?.value }

    /// All names, for hints.
    var all: [String] { names.map(\.name) }

    /// The same with one more name.
    func with(_ name: String, _ value: Value) -> Scope {
        var copy = self
        copy.names.append((name, value))
        return copy
    }
}

/// How much work one rendering may still do, so that no chart can keep a controller busy or fill its memory.
struct RenderBudget: Sendable {
    /// Steps of one release.
    static let steps = 500_000
    /// Bytes of text that one release may make.
    static let text = 8 << 20
    private(set) var usedSteps = 0
    private(set) var usedText = 0
    private(set) var usedNodes = 0

    /// True when a limit is passed.
    var isSpent: Bool { usedSteps > Self.steps || usedText > Self.text || usedNodes > Limits.nodes }

    /// Counts one step, and one more for each 32 bytes of text that are looked at.
    mutating func spend(looking bytes: Int = 0) throws(ExpressionProblem) {
        usedSteps += 1 + bytes / 32
        guard usedSteps <= Self.steps else {
            throw ExpressionProblem(message: "rendering takes more than \(Self.steps) steps")
        }
    }

    /// Counts a text that is made.
    mutating func make(text bytes: Int) throws(ExpressionProblem) {
        usedText += bytes
        guard usedText <= Self.text else {
            throw ExpressionProblem(message: "rendering makes more than \(Self.text) bytes of text")
        }
    }

    /// Counts values that are made.
    mutating func makeNode(_ count: Int = 1) throws(ExpressionProblem) {
        usedNodes += count
        guard usedNodes <= Limits.nodes else {
            throw ExpressionProblem(message: "rendering makes more than \(Limits.nodes) values")
        }
    }
}
