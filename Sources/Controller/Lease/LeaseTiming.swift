/// The times that a lease's length decides, each by the clock of the process that it is about.
///
/// A holder believes in half of what others wait for. So it stops in time also where its clock goes at half the speed of
/// another's: the bound within which there are never two writers.
struct LeaseTiming: Sendable, Hashable {
    /// How long others wait without seeing a renewal.
    var lease: Duration
    /// How long a holder may write after it sent a renewal that was accepted.
    var term: Duration
    /// Between two renewals.
    var renewal: Duration
    /// What a write may take, at least.
    var deadline: Duration
    /// What may pass between the last look at the clock and the request, and between the end of its time and AWS's deed.
    var margin: Duration
    /// Between two looks at a lease that somebody else holds.
    var poll: Duration
    /// Before a renewal that did not succeed is tried again.
    var pause: Duration
    /// What one call to the table may take.
    var call: Duration

    /// Times for leases of `lease`.
    init(lease: Duration) {
        self.lease = lease
        term = lease / 2
        renewal = term / 3
        deadline = term / 3
        margin = term / 10
        poll = lease / 10
        pause = lease / 30
        call = term / 5
    }

    /// What has to be left of a term for a write to begin.
    var least: Duration { deadline + margin }
}
