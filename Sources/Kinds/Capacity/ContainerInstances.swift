import Model

/// What a cluster says of its instances.
enum ContainerInstances {
    /// The EC2 ids of those in `cluster`, a name or an ARN; `status` is AWS's, nil for all but INACTIVE ones.
    static func ids(in cluster: String, status: String? = nil, _ aws: any AWSSender) async throws -> Set<String> {
        var input: Value = ["cluster": .string(cluster)]
        input["status"] = status.map { .string($0) }
        let list = try await aws.sendAll(AWSCall("ecs", "ListContainerInstances", input))
        var ids: Set<String> = []
        for batch in (list["containerInstanceArns"]?.list ?? []).chunked(by: 100) {
            let input: Value = ["cluster": .string(cluster), "containerInstances": .list(batch)]
            let reply = try await aws.send(AWSCall("ecs", "DescribeContainerInstances", input))
            ids.formUnion((reply["containerInstances"]?.list ?? []).compactMap { $0["ec2InstanceId"]?.string })
        }
        return ids
    }
}
