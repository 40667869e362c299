import Kinds
import Model

/// All of Spot may be taken within the same two minutes.
enum AllSpot: ServiceLintRule {
    static let id = "all-spot"
    static let weight = Finding.Weight.refuse
    static let summary = """
        A service whose `policy.allSpot` is `forbid` (its own, or the environment's default) runs on groups without a single \
        on-demand instance: when Spot is taken everywhere at once, nothing of it is left.
        """
    static let remedy = """
        `onDemandBaseCapacity: 1` of a group's instances distribution, a provider of an on-demand group with a `base`, or \
        `policy: {allSpot: allow}` for a service that may be gone for a while.
        """

    static func finding(of service: RollingService, in context: LintContext) -> Finding? {
        guard service.plan.resource.policy.allSpot == .forbid,
            let pools = ServiceCapacity(of: service, in: context.rolling)?.pools, !pools.isEmpty
        else { return nil }
        let groups = pools.map { pool in
            pool.resource.flatMap { context.index[$0] }.flatMap { SpotGroup($0, in: context) }
        }
        guard groups.allSatisfy({ $0?.isAllSpot == true }) else { return nil }
        return finding(
            service, at: "/capacityProviderStrategy",
            "every instance of group \(Words.list(pools.map(\.group))) may be Spot, which policy.allSpot forbids",
            details: ["onDemandBaseCapacity: 1 keeps one instance that nobody takes."])
    }
}
