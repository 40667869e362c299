import Synchronization
import Testing

@testable import AWSClient

@Suite("Calls stay under AWS's rates")
struct RateBudgetTests {
    private let clock = ManualClock()

    private func waits(_ budget: RateBudget, _ count: Int, _ operation: String = "UpdateService") async throws
        -> [Double]
    {
        var waits: [Double] = []
        for _ in 0..<count {
            waits.append(try await budget.admit("ecs", operation, scope: "1/eu") / .seconds(1))
        }
        return waits
    }

    private func budget(burst: Double, perSecond: Double) -> RateBudget {
        RateBudget(RateTable([.init("ecs", "all", burst: burst, perSecond: perSecond, ["*"])]), clock: clock)
    }

    @Test("a burst passes at once, then calls come at the rate")
    func burst() async throws {
        #expect(try await waits(budget(burst: 3, perSecond: 2), 6) == [0, 0, 0, 0.5, 0.5, 0.5])
    }

    @Test("a bucket fills up again, but not above its burst")
    func refill() async throws {
        let budget = budget(burst: 2, perSecond: 2)
        #expect(try await waits(budget, 2) == [0, 0])
        clock.advance(0.5)
        #expect(try await waits(budget, 2) == [0, 0.5])
        clock.advance(1000)
        #expect(try await waits(budget, 3) == [0, 0, 0.5])
    }

    @Test("accounts, regions and families have buckets of their own")
    func apart() async throws {
        let budget = RateBudget(
            RateTable([
                .init("ecs", "a", burst: 1, perSecond: 1, ["Update*"]),
                .init("ecs", "b", burst: 1, perSecond: 1, ["Describe*"], perOperation: true),
            ]), clock: clock)
        for scope in ["1/eu", "2/eu", "1/us"] {
            #expect(try await budget.admit("ecs", "UpdateService", scope: scope) == .zero)
        }
        #expect(try await budget.admit("ecs", "DescribeServices", scope: "1/eu") == .zero)
        #expect(try await budget.admit("ecs", "DescribeClusters", scope: "1/eu") == .zero)
        #expect(try await budget.admit("ecs", "UpdateCluster", scope: "1/eu") == .seconds(1))
        #expect(try await budget.admit("logs", "Whatever", scope: "1/eu") == .zero)
    }

    @Test("after AWS said no, the bucket is empty")
    func throttled() async throws {
        let budget = budget(burst: 10, perSecond: 2)
        #expect(try await waits(budget, 1) == [0])
        budget.throttled("ecs", "UpdateService", scope: "1/eu")
        #expect(try await waits(budget, 1) == [0.5])
    }

    @Test("a cancelled wait takes nothing")
    func cancelled() async throws {
        let budget = budget(burst: 1, perSecond: 1)
        #expect(try await waits(budget, 1) == [0])
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await budget.admit("ecs", "X", scope: "1/eu")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        clock.advance(1)
        #expect(try await waits(budget, 1) == [0])
    }

    @Test(
        "half of the published rates",
        arguments: [
            ("ecs", "PutClusterCapacityProviders", 10, 0.5), ("ecs", "RegisterTaskDefinition", 10, 0.5),
            ("ecs", "UpdateService", 25, 2.5), ("ecs", "DescribeServices", 50, 10),
            ("ecs", "ListServicesByNamespace", 5, 0.5), ("ecs", "DescribeServiceDeployments", 25, 10),
            ("ecs", "DescribeTasks", 50, 10), ("ecs", "StopServiceDeployment", 10, 0.5),
            ("ecs", "DescribeClusters", 25, 10), ("ecs", "DescribeCapacityProviders", 25, 10),
            ("ecs", "UpdateCapacityProvider", 5, 0.5), ("elbv2", "DescribeTargetGroups", 20, 5),
            ("elbv2", "CreateLoadBalancer", 5, 0.1), ("elbv2", "CreateRule", 10, 1.5),
            ("elbv2", "RegisterTargets", 10, 2), ("ec2", "DescribeSubnets", 50, 10),
            ("ec2", "CreateLaunchTemplateVersion", 50, 2.5), ("ec2", "CreateLaunchTemplate", 25, 2.5),
            ("ec2", "CreateTags", 50, 5), ("cloudwatch", "PutMetricAlarm", 3, 1.5), ("ssm", "GetParameter", 40, 20),
        ])
    func table(_ service: String, _ operation: String, _ burst: Double, _ perSecond: Double) {
        let rate = RateTable.halfOfPublished.family(of: service, operation)?.rate
        #expect(rate == RateBudget.Rate(burst: burst, perSecond: perSecond))
    }

    @Test("EC2 counts each operation apart, the others a family together")
    func families() {
        let table = RateTable.halfOfPublished
        #expect(table.family(of: "ec2", "DescribeSubnets")?.name != table.family(of: "ec2", "DescribeImages")?.name)
        #expect(table.family(of: "elbv2", "CreateRule")?.name == table.family(of: "elbv2", "DeleteRule")?.name)
        #expect(RateTable.unlimited.family(of: "ecs", "UpdateService") == nil)
    }
}
