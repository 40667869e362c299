import Planning
import Reconciler

/// An object a line on standard output for everything that happens, `neap/progress/v1`.
struct JSONProgress: Progress {
    /// Writes the line that names the schema.
    init() { Terminal.out(ProgressRecord.version(Neap.version).line) }

    func step(_ step: Step, _ outcome: Outcome) async { tell(.step(step, outcome, at: Wall.now)) }
    func note(_ subject: String, _ text: String) async { tell(.note(subject, text, at: Wall.now)) }
    func rollout(_ news: RolloutNews) async { tell(.rollout(news, at: Wall.now)) }

    func tell(_ record: ProgressRecord) { Terminal.out(record.line) }
}
