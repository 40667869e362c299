/// What members of specs are for, in our own words: JSON Schema and `neap explain` show it where a kind's table has no
/// note of its own.
///
/// A line is `path [unit]: text`. The path is the end of a field's own, elements left out, and may begin with the kind;
/// of several that fit the longest counts.
public enum FieldNotes {
    /// Every line.
    public static let all = [
        ServiceNotes.text, TaskNotes.text, BalancingNotes.text, CapacityNotes.text, ScalingNotes.text,
        TemplateNotes.text,
    ].joined(separator: "\n")
}
