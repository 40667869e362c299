import Kinds
import Model
import Testing

/// A kind's specimen for the contract suite.
struct KindSample: Sendable, CustomTestStringConvertible {
    /// Every setting that the reference stack needs.
    var resource: Resource
    /// What stands beside it in the same environment: other resources that must be applied first, in order.
    var beside: [Resource] = []
    /// Outputs of what is not part of the sample (`TargetGroup/api`'s `arn`).
    var given: [Reference: Value] = [:]
    /// A fresh AWS.
    var services: @Sendable () -> [any FakeService]
    /// What is changed and what must come of it.
    var changes: [SampleChange]

    var testDescription: String { resource.id.kind }
}

/// One edit of a specimen's spec and what it must come to.
struct SampleChange: Sendable {
    /// What is edited below `spec`; list elements by index.
    var field: FieldPath
    /// The new value; nil takes it away.
    var value: Value?
    /// The paths of the changes that must be found, list elements under their keys; nil for `field` itself.
    var found: [FieldPath]?
    /// The dearest effect of the changes.
    var effect: Effect
    /// The operations that must be sent, in order.
    var operations: [String]

    /// Setting `field` to `value` must be exactly the changes `found` (`field` itself unless said).
    init(
        _ field: FieldPath, _ value: Value?, found: [FieldPath]? = nil, _ effect: Effect,
        _ operations: [String]
    ) {
        self.field = field
        self.value = value
        self.found = found
        self.effect = effect
        self.operations = operations
    }

    /// The same without a restart.
    init(_ field: FieldPath, _ value: Value?, found: [FieldPath]? = nil, _ operations: [String]) {
        self.init(field, value, found: found, .noRestart, operations)
    }
}

extension Resource {
    /// A resource of a test, written nowhere in particular.
    static func sample(
        _ kind: String, _ name: String, _ spec: Value, awsName: String? = nil, of manifest: ResourceID? = nil
    )
        -> Resource
    {
        Resource(
            ResourceID(kind, name), awsName: awsName ?? name, spec: spec,
            place: Place(file: "production/\(name).yaml", line: 1, column: 1), manifest: manifest)
    }
}

extension Value {
    /// The value with another at a path; list elements by index.
    func editing(_ path: ArraySlice<String>, to value: Value?) -> Value {
        guard let first = path.first else { return value ?? .null }
        if var items = list, let index = Int(first), items.indices.contains(index) {
            if path.count == 1, value == nil {
                items.remove(at: index)
            } else {
                items[index] = items[index].editing(path.dropFirst(), to: value)
            }
            return .list(items)
        }
        var copy = self
        copy[first] = path.count == 1 ? value : (self[first] ?? .emptyObject).editing(path.dropFirst(), to: value)
        return copy
    }
}
