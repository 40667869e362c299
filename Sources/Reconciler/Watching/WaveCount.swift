public import Kinds

/// How many batches of new tasks a deployment has started so far, counted from looks at it.
///
/// A batch has begun when more new tasks are up or on their way than ever before, and some of those that were there have
/// become healthy since the last one began: tasks of one batch may appear over several looks, and a task that replaces a
/// failed one adds none.
public struct WaveCount: Sendable, Equatable {
    /// 0 before the first new task.
    public private(set) var number = 0
    private var most = 0
    private var healthy = 0

    /// Nothing was seen yet.
    public init() {}

    /// Another look at the tasks of the new deployment.
    public mutating func look(at tasks: TaskCounts) {
        let up = tasks.starting + tasks.waitingForRoom + tasks.unhealthy + (tasks.healthy ?? tasks.running)
        let well = tasks.healthy ?? 0
        if up > most, number == 0 || well > healthy {
            number += 1
            healthy = well
        }
        most = max(most, up)
    }
}
