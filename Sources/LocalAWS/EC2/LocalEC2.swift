import AWSEC2
import Model
import Simulation

/// Amazon EC2: networks, templates and instances.
enum LocalEC2 {
    /// The service as the embedded AWS serves it.
    static let service = LocalService(
        EC2.model, throttle: ("RequestLimitExceeded", "Request limit exceeded.", 503), buckets: buckets,
        operations.map(dryRun))

    private static let operations: [LocalOperation] =
        Vpcs.operations + Subnets.operations + SecurityGroups.operations + InternetGateways.operations
        + KeyPairs.operations + Zones.operations + Images.operations + TemplateWrites.operations
        + TemplateReads.operations + RunInstances.operations + InstanceReads.operations + InstanceStates.operations
        + TypeRows.operations + ResourceTags.operations

    /// Reads that have less room when they ask for everything at once.
    private static let large: Set = [
        "DescribeInstances", "DescribeInstanceStatus", "DescribeVolumes", "DescribeNetworkInterfaces",
    ]

    /// Published rates (aws-facts 7.2).
    private static let buckets: [LocalService.Bucket] = {
        let own: Set = [
            "RunInstances", "CreateLaunchTemplateVersion", "ModifyLaunchTemplate", "CreateTags", "DeleteTags",
        ]
        let names = operations.map(\.name)
        let reads = names.filter { $0.hasPrefix("Describe") }
        let writes = Set(names).subtracting(reads).subtracting(own)
        let whole = large.sorted().map {
            LocalService.Bucket("\($0) of all", burst: 50, refillPerMille: 10_000, isForWholeReads: true, [$0])
        }
        return whole + reads.map { LocalService.Bucket($0, burst: 100, refillPerMille: 20_000, [$0]) } + [
            LocalService.Bucket("mutating", burst: 50, refillPerMille: 5_000, writes),
            LocalService.Bucket(
                "CreateLaunchTemplateVersion", burst: 100, refillPerMille: 5_000,
                [
                    "CreateLaunchTemplateVersion", "ModifyLaunchTemplate",
                ]),
            LocalService.Bucket("tags", burst: 100, refillPerMille: 10_000, ["CreateTags", "DeleteTags"]),
            LocalService.Bucket("RunInstances", burst: 5, refillPerMille: 2_000, ["RunInstances"]),
        ]
    }()

    /// The same operation, which stops at `DryRun` when everything else is right; the world is then a copy.
    private static func dryRun(_ operation: LocalOperation) -> LocalOperation {
        guard case .write(let body) = operation.action else { return operation }
        return .write(operation.name) { world, request throws(Refusal) in
            guard request["dryRun"]?.bool == true else { return try body(&world, request) }
            var copy = world
            _ = try body(&copy, request)
            throw Refusal(
                "DryRunOperation", "Request would have succeeded, but DryRun flag is set.", status: 412)
        }
    }
}
