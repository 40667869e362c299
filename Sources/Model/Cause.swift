/// Why something is stuck or failed, in three lines that a tired person can read (look.md section 5).
public struct Cause: Sendable, Hashable {
    /// The rule that found it, in kebab case: `image-not-found`.
    public var rule: String
    /// What is wrong, one clause without a full stop: `the image does not exist`.
    public var cause: String
    /// What AWS said, joined to one line; holds no secret and no log line.
    public var evidence: String
    /// What to do about it; names the manifest's line where a field is to be changed.
    public var fix: String
    /// The line of the manifest that it is about; nil when it is none's.
    public var place: Place?

    /// What `rule` found.
    public init(rule: String, cause: String, evidence: String, fix: String, place: Place? = nil) {
        self.rule = rule
        self.cause = cause
        self.evidence = evidence
        self.fix = fix
        self.place = place
    }
}
