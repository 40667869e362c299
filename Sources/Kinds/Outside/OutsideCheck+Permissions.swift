import Model

// Whether the credentials may make what the manifests say.
extension OutsideCheck {
    /// What IAM calls the services whose names differ from ours.
    private static let prefixes = ["elbv2": "elasticloadbalancing"]

    /// The IAM actions that making `resources` from nothing takes, each for the resource that needs it first.
    static func actions(_ resources: [ResourceID: Resource]) -> [OutsideName] {
        var known: Set<String> = []
        return resources.values.sorted { $0.id < $1.id }.flatMap { resource -> [OutsideName] in
            let change = ResourceChange(
                resource, live: nil, changes: [], claims: [], ownership: [:], region: "", accountID: "")
            let calls = kindsByName[resource.id.kind]?.calls(for: change) ?? []
            return calls.map { "\(prefixes[$0.call.service] ?? $0.call.service):\($0.call.operation)" }
                .filter { known.insert($0).inserted }
                .map { OutsideName(sort: .permission, name: $0, resource: resource.id, place: resource.place) }
        }
    }

    /// By IAM's own simulation of the caller's policies, a hundred actions a call.
    func permissions(_ names: [OutsideName]) async -> [OutsideAnswer.Finding] {
        do {
            let principal = try await principal()
            var allowed: Set<String> = []
            for batch in names.chunked(by: 100) {
                let call = AWSCall(
                    "iam", "SimulatePrincipalPolicy",
                    ["policySourceArn": .string(principal), "actionNames": .list(batch.map { .string($0.name) })])
                let results = try await aws.sendAll(call)["evaluationResults"]?.list ?? []
                allowed.formUnion(
                    results.filter { $0["evalDecision"]?.string == "allowed" }.compactMap {
                        $0["evalActionName"]?.string
                    })
            }
            return names.map { name in
                allowed.contains(name.name)
                    ? .there : .missing("\(principal) may not do \(name.name)", fix: "allow it in a policy of the role")
            }
        } catch {
            return names.map { _ in .unknown(Self.reason(error)) }
        }
    }

    /// The role or user behind the credentials, as IAM names it: a session's ARN has lost the role's path.
    private func principal() async throws -> String {
        let caller = try await aws.send(AWSCall("sts", "GetCallerIdentity", .emptyObject))["arn"]?.string ?? ""
        guard caller.contains(":assumed-role/") else { return caller }
        let role = caller.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        let reply = try await aws.send(AWSCall("iam", "GetRole", ["roleName": .string(role)]))
        return reply["role"]?["arn"]?.string ?? caller
    }
}
