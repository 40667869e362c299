/// One thing that was looked at: it is as it should be, or what is missing and what to do, or nobody tells.
struct CheckLine {
    /// What was looked at.
    let subject: String
    /// How it is, or what is wrong.
    let text: String
    /// What to do; nil when it is as it should be, or not known.
    let fix: String?
    let status: ExitStatus
    private let mark: String

    /// As it should be.
    static func fine(_ subject: String, _ text: String) -> CheckLine {
        CheckLine(subject: subject, text: text, fix: nil, status: .done, mark: "OK     ")
    }

    /// It may be as it should be: AWS does not tell.
    static func unknown(_ subject: String, _ text: String) -> CheckLine {
        CheckLine(subject: subject, text: text, fix: nil, status: .done, mark: "UNKNOWN")
    }

    /// Something is missing.
    static func missing(_ subject: String, _ text: String, fix: String, _ status: ExitStatus = .error) -> CheckLine {
        CheckLine(subject: subject, text: text, fix: fix, status: status, mark: "MISSING")
    }

    /// `OK       Git  …`, or `MISSING  Git  …; fix: …`.
    func print() {
        let rest = fix.map { "\n         fix: \($0)" } ?? ""
        Terminal.out("\(mark)  \(subject): \(text)\(rest)\n")
    }
}
