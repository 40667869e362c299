public import Model

/// Compares requests with AWS's model, before they are sent and where they arrive.
public enum RequestCheck {
    /// All that is wrong with `value`, in the order of AWS's members; empty when nothing is.
    ///
    /// What is not known before other calls have answered is not looked at.
    public static func violations(of value: Value, against shape: Shape) -> [Violation] {
        var check = ShapeCheck()
        check.visit(value, shape, at: FieldPath())
        return check.violations
    }
}
