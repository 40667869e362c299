internal import AWSWire
internal import Model

/// What keeps a request from being sent.
///
/// Members and words that AWS's model lacks are let through: AWS may know newer ones than the model.
enum SendCheck {
    /// What is wrong with the request, without any of its sensitive values; nil when nothing is.
    static func problem(_ input: Value, _ shape: Shape) -> String? {
        let found = RequestCheck.violations(of: input, against: shape).filter { !isNewer($0.path, input, shape) }
        return found.isEmpty ? nil : found.map(\.description).joined(separator: "; ")
    }

    private static func isNewer(_ path: FieldPath, _ input: Value, _ shape: Shape) -> Bool {
        var shape = shape
        for part in path.parts {
            guard let inner = shape.child(part) else { return true }
            shape = inner
        }
        if case .enumeration = shape.form { return input[path]?.string != nil }
        return false
    }
}
