import FoundationEssentials
import Planning
import Reconciler

/// Lines as they come, and below them a small table of the rollouts that are under way, painted over and over: for a
/// terminal alone.
actor TableProgress: Progress {
    private let lines = ConsoleProgress()
    private var table = RolloutTable()
    private var painted = 0

    func step(_ step: Step, _ outcome: Outcome) async {
        clear()
        await lines.step(step, outcome)
        paint()
    }

    func note(_ subject: String, _ text: String) async {
        clear()
        await lines.note(subject, text)
        paint()
    }

    func rollout(_ news: RolloutNews) async {
        clear()
        table.take(news)
        if news.event != .moved, news.event != .still { await lines.rollout(news) }
        paint()
    }

    /// Takes the table away: the cursor goes up over it and everything below is erased.
    private func clear() {
        if painted > 0 { Terminal.raw("\u{1B}[\(painted)A\u{1B}[J") }
        painted = 0
    }

    private func paint() {
        // While a line was written, another may have painted already.
        clear()
        let rows = table.lines(width: Terminal.width)
        for row in rows { Terminal.error(row) }
        painted = rows.count
    }
}
