import Model
import Simulation

/// A condition on an item: of writes, of keys and of filters.
indirect enum Condition {
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)
    case compares(Operand, Comparison, Operand)
    case between(Operand, Operand, Operand)
    case isOne(Operand, of: [Operand])
    case exists(DocumentPath)
    case hasType(DocumentPath, Operand)
    case begins(Operand, with: Operand)
    case contains(Operand, Operand)

    enum Comparison: String {
        case equal = "=", unequal = "<>", less = "<", lessOrEqual = "<=", more = ">", moreOrEqual = ">="
    }

    /// What is compared.
    enum Operand {
        case path(DocumentPath)
        case value(Value)
        case size(DocumentPath)

        /// The attribute that it is of `item`; nil when there is none.
        func value(of item: Value) -> Value? {
            switch self {
            case .path(let path): path.value(in: item)
            case .value(let value): value
            case .size(let path):
                path.value(in: item).flatMap(DynamoAttribute.size).map { ["n": .string(String($0))] }
            }
        }
    }
}

extension Condition {
    /// Whether it holds of an item; `.emptyObject` for one that is not there.
    func holds(of item: Value) -> Bool {
        switch self {
        case .and(let left, let right): return left.holds(of: item) && right.holds(of: item)
        case .or(let left, let right): return left.holds(of: item) || right.holds(of: item)
        case .not(let inner): return !inner.holds(of: item)
        case .compares(let left, let comparison, let right):
            return Self.compares(left.value(of: item), comparison, right.value(of: item))
        case .between(let value, let low, let high):
            let value = value.value(of: item)
            return Self.compares(value, .moreOrEqual, low.value(of: item))
                && Self.compares(value, .lessOrEqual, high.value(of: item))
        case .isOne(let value, let others):
            return others.contains { Self.compares(value.value(of: item), .equal, $0.value(of: item)) }
        case .exists(let path): return path.value(in: item) != nil
        case .hasType(let path, let type):
            let found = path.value(in: item).flatMap(DynamoAttribute.parts)?.type
            return found != nil && found == type.value(of: item)?["s"]?.string?.lowercased()
        case .begins(let text, let start):
            guard let text = text.value(of: item)?["s"]?.string, let start = start.value(of: item)?["s"]?.string
            else { return false }
            return text.hasPrefix(start)
        case .contains(let whole, let part): return Self.contains(whole.value(of: item), part.value(of: item))
        }
    }

    private static func compares(_ left: Value?, _ comparison: Comparison, _ right: Value?) -> Bool {
        // A missing attribute differs from everything, and compares with nothing.
        guard let left, let right else { return comparison == .unequal && (left != nil || right != nil) }
        let isEqual = DynamoAttribute.isEqual(left, right)
        switch comparison {
        case .equal: return isEqual
        case .unequal: return !isEqual
        case .less: return DynamoAttribute.isLess(left, right) == true
        case .more: return DynamoAttribute.isLess(right, left) == true
        case .lessOrEqual: return DynamoAttribute.isLess(right, left) == false
        case .moreOrEqual: return DynamoAttribute.isLess(left, right) == false
        }
    }

    private static func contains(_ whole: Value?, _ part: Value?) -> Bool {
        guard let (type, whole) = whole.flatMap(DynamoAttribute.parts), let part else { return false }
        switch type {
        case "s": return part["s"]?.string.map { (whole.string ?? "").contains($0) } ?? false
        case "l": return (whole.list ?? []).contains { DynamoAttribute.isEqual($0, part) }
        case "ss", "ns", "bs":
            let inner = String(type.dropLast())
            return (whole.list ?? []).contains { DynamoAttribute.isEqual([inner: $0], part) }
        default: return false
        }
    }

    /// True when it says, in any case, that this attribute is equal to a value.
    func demandsEquality(of name: String) -> Bool {
        switch self {
        case .and(let left, let right): left.demandsEquality(of: name) || right.demandsEquality(of: name)
        case .compares(.path(let path), .equal, .value): path.root == name && path.steps.isEmpty
        case .compares(.value, .equal, .path(let path)): path.root == name && path.steps.isEmpty
        default: false
        }
    }

    /// True when nothing but these attributes is asked, in a way that keys may be asked.
    func isOnly(about names: [String]) -> Bool {
        switch self {
        case .and(let left, let right): left.isOnly(about: names) && right.isOnly(about: names)
        case .compares(let left, let comparison, let right):
            comparison != .unequal && [left, right].allSatisfy { $0.isKey(names) }
        case .between(let value, let low, let high): [value, low, high].allSatisfy { $0.isKey(names) }
        case .begins(let text, let start): [text, start].allSatisfy { $0.isKey(names) }
        default: false
        }
    }
}

extension Condition.Operand {
    fileprivate func isKey(_ names: [String]) -> Bool {
        switch self {
        case .path(let path): names.contains(path.root) && path.steps.isEmpty
        case .value: true
        case .size: false
        }
    }
}
