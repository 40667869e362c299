import Model
import FoundationEssentials
import Planning
import Reconciler

/// A line on standard error for everything that happens (look.md section 7).
struct ConsoleProgress: Progress {
    /// Stands before each line's subject, where there are several; nil where there is only one.
    var environment: String?

    func step(_ step: Step, _ outcome: Outcome) async {
        let call = step.planned.call.operation
        switch outcome {
        case .done: await note(step.resource.name, "\(call)  \(step.planned.summary)")
        case .failed(_, let message, _): await note(step.resource.name, "\(call) failed: \(message)")
        case .deferred(let reason): await note(step.resource.name, "\(call) waits: \(reason)")
        case .skipped(let reason): await note(step.resource.name, "\(call) not made: \(reason)")
        }
    }

    func note(_ subject: String, _ text: String) async {
        let place = environment.map { $0 == subject ? "" : "\($0)  " } ?? ""
        Terminal.error("\(Self.time)  \(place)\(subject)  \(text)")
    }

    private static var time: String { Wall.timeOfDay }
}
