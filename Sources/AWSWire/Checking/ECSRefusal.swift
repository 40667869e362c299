import Model

/// ECS has no error of its own for what its model forbids: it uses the operation's error for invalid parameters, or else
/// the one for clients (aws-facts 0).
enum ECSRefusal {
    static func error(_ first: Violation, _ text: String, _ operation: OperationModel) -> RequestRefusal {
        let own = "InvalidParameterException"
        let code = operation.errors.contains(own) ? own : "ClientException"
        let message = first.rule == .required ? "\(name(first.path)) can not be blank." : text
        return RequestRefusal(code, message)
    }

    /// The member's own name with a capital, `TaskDefinition`; `Container.name` style for what lies deeper.
    private static func name(_ path: FieldPath) -> String {
        path.parts.filter { Int($0) == nil }.enumerated()
            .map { $0.offset == 0 ? $0.element.withFirstCapital : $0.element }.joined(separator: ".")
    }
}
