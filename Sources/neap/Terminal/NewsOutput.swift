import Model
import Reconciler

/// News of a rollout as data on standard output: a line each, for people or for programs.
struct NewsOutput: Sendable {
    let isJSON: Bool

    /// The first line, which names the schema, where programs read.
    func begin() { if isJSON { Terminal.out(ProgressRecord.version(Neap.version).line) } }

    func tell(_ news: RolloutNews) {
        if isJSON { return Terminal.out(ProgressRecord.rollout(news, at: Wall.now).line) }
        Terminal.out("\(Wall.timeOfDay)  \(news.service.name)  \(OperatingText.neutral(news.text))\n")
    }
}
