/// Where leases stand. A write is one compare-and-swap.
protocol LeaseStore: Sendable {
    /// One lease as it is, not as it was; nil when there is none. Throws when the store does not answer.
    func read(_ environment: String) async throws -> LeaseItem?
    /// Everything, each as it is. Throws when the store does not answer.
    func readAll() async throws -> LeaseRows
    /// Tries a write; an error is an ending that is not known.
    func write(_ write: LeaseWrite) async throws -> LeaseMachine.Ending
    /// Says, without any condition, that a controller is there.
    func announce(_ presence: Presence) async throws
    /// Takes away the row of a controller that has said nothing since.
    func forget(_ presence: Presence) async throws
}

/// All rows of a table.
struct LeaseRows: Sendable, Hashable {
    /// By environment, in order.
    var leases: [LeaseItem] = []
    /// Controllers, in order.
    var presences: [Presence] = []
}

/// A controller that takes part.
struct Presence: Sendable, Hashable {
    /// `LeaseSettings.holder`.
    var holder: String
    /// Drawn anew each time that it says so.
    var nonce: String
    /// How long it is believed without another word.
    var lease: Duration
    /// The environments that it would take, in order.
    var environments: [String]
    /// What it has to tell the others, in the order of the numbers.
    var news: [LeaseNews.Item] = []
}
