public import Model

/// Compares requests with AWS's model, before they are sent and where they arrive.
public enum RequestCheck {
    /// All that is wrong with `value`, in the order of AWS's members; empty when nothing is.
    ///
    /// What is not known before other calls have answered is not looked at.
    ///
    /// `integers` bounds whole numbers that the model does not bound: AWS's own limits on what it reads.
    public static func violations(
        of value: Value, against shape: Shape, integers: ClosedRange<Int>? = nil
    ) -> [Violation] {
        var check = ShapeCheck(integers: integers)
        check.visit(value, shape, at: FieldPath())
        return check.violations
    }
}
