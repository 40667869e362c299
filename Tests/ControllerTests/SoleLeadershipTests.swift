import Controller
import Testing

@Suite("A controller without leases")
struct SoleLeadershipTests {
    @Test("leads at once, in epoch 0")
    func leads() async throws {
        try await confirmation { confirm in
            try await SoleLeadership().lead("production", until: { false }) { term in
                #expect(term.epoch == 0)
                confirm()
            }
        }
    }
}
