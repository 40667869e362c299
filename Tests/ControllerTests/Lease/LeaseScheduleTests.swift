import Foundation
import Testing

@testable import Controller

/// The property that leases are for, over drawn schedules: a sample, or as many as `NEAP_LEASE_SCHEDULES` says
/// (`make leases`).
@Suite("Leases over drawn schedules")
struct LeaseScheduleTests {
    private static let count = ProcessInfo.processInfo.environment["NEAP_LEASE_SCHEDULES"].flatMap { UInt64($0) }

    @Test("never two writers, whatever clocks, the network and processes do; and somebody leads once that ends")
    func oneWriter() {
        var (writes, terms) = (0, 0)
        let count = Self.count ?? 400
        for seed in 0..<count {
            var schedule = LeaseSchedule(seed: seed)
            schedule.play()
            if let (one, other) = schedule.collision { Issue.record("seed \(seed): \(one) and \(other)") }
            if !schedule.hasHolder { Issue.record("seed \(seed): nobody leads at the end") }
            writes += schedule.spans.count
            terms += schedule.terms.count
        }
        #expect(writes > 100 * Int(count), "most of the time somebody writes")
        #expect(terms > 3 * Int(count), "leases change hands")
        if Self.count != nil {
            print("leases: \(count) schedules, \(terms) terms, \(writes) writes, never two writers")
        }
    }

    @Test("what is broken on purpose is found", arguments: LeaseSchedule.Mutation.allCases)
    func mutations(_ mutation: LeaseSchedule.Mutation) {
        let seed = (0..<2_000 as Range<UInt64>).first { seed in
            var schedule = LeaseSchedule(seed: seed, mutation: mutation)
            schedule.play()
            return schedule.collision != nil
        }
        #expect(seed != nil, "\(mutation.rawValue) goes unnoticed")
        if Self.count != nil, let seed { print("leases: \(mutation.rawValue) is found by schedule \(seed)") }
    }
}
