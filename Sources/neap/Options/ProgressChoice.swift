import ArgumentParser
import Reconciler

/// How progress is told.
enum ProgressChoice {
    /// A line on standard error for everything, appended.
    case lines
    /// An object a line on standard output.
    case json
    /// Lines, and a table that is repainted below them.
    case table

    /// What the flags say.
    ///
    /// Throws `ValidationError` where they exclude each other, or nobody could see a table.
    init(json: Bool, watch: Bool = false) throws {
        if json && watch { throw ValidationError("--json and --watch exclude each other: one is for programs") }
        if watch && !Terminal.canRepaint {
            throw ValidationError(
                "--watch repaints a table, which takes a terminal; without it progress is appended lines")
        }
        self = json ? .json : watch ? .table : .lines
    }

    /// Where progress goes from now on.
    func start() -> any Progress {
        switch self {
        case .lines: ConsoleProgress()
        case .json: JSONProgress()
        case .table: TableProgress()
        }
    }
}
