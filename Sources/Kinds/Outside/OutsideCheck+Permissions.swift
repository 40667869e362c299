import Model

// Whether the credentials may make what the manifests say.
extension OutsideCheck {
    /// What IAM calls the services whose names differ from ours.
    private static let prefixes = ["elbv2": "elasticloadbalancing"]

    /// The IAM actions that making `resources` from nothing takes, with Neap's tags on them, each for the resource that needs
    /// it first.
    static func actions(_ resources: [ResourceID: Resource]) -> [OutsideName] {
        var known: Set<String> = []
        return resources.values.sorted { $0.id < $1.id }.flatMap { resource -> [OutsideName] in
            let change = ResourceChange(
                resource, live: nil, changes: [], claims: [], ownership: [:], region: "", accountID: "")
            let kind = kindsByName[resource.id.kind]
            let calls = (kind?.calls(for: change) ?? []).map { ($0.call.service, $0.call.operation) }
            let tags = (kind?.grants ?? []).filter { $0.narrowing == .tag }.flatMap { grant in
                grant.operations.map { (grant.service, $0) }
            }
            return (calls + tags).map { "\(prefixes[$0.0] ?? $0.0):\($0.1)" }
                .filter { known.insert($0).inserted }
                .map { OutsideName(sort: .permission, name: $0, resource: resource.id, place: resource.place) }
        }
    }

    /// By IAM's own simulation of the caller's policies, a hundred actions a call.
    func permissions(_ names: [OutsideName]) async -> [OutsideAnswer.Finding] {
        do {
            let principal = try await principal()
            var allowed: Set<String> = []
            for question in questions(names) {
                let input = question.merging(["policySourceArn": .string(principal)]) { $1 }
                let call = AWSCall("iam", "SimulatePrincipalPolicy", .object(input))
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

    /// What is asked in one call: actions that touch resources of the same kinds, on one of each that carries the
    /// environment's tag; a policy that keeps to it would deny anything else.
    private func questions(_ names: [OutsideName]) -> [[String: Value]] {
        let tags = ["aws:RequestTag/neap:environment", "aws:ResourceTag/neap:environment"].map { key -> Value in
            [
                "contextKeyName": .string(key), "contextKeyType": "string",
                "contextKeyValues": [.string(environment)],
            ]
        }
        let groups = Dictionary(grouping: names, by: examples)
        return groups.sorted { $0.key.joined() < $1.key.joined() }.flatMap { arns, names in
            names.chunked(by: 100).map { batch in
                var input: [String: Value] = [
                    "actionNames": .list(batch.map { .string($0.name) }), "contextEntries": .list(tags),
                ]
                if !arns.isEmpty { input["resourceArns"] = .texts(arns) }
                return input
            }
        }
    }

    /// The ARN of a resource that the action could touch; none where AWS does not tell resources apart.
    private func examples(_ name: OutsideName) -> [String] {
        let parts = name.name.split(separator: ":").map(String.init)
        let grants = kindsByName[name.resource.kind]?.grants ?? []
        let grant = grants.first {
            (Self.prefixes[$0.service] ?? $0.service) == parts.first && $0.operations.contains(parts.last ?? "")
        }
        let partition = region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
        return (grant?.resources ?? []).prefix(1).map { end in
            "arn:\(partition):\(parts.first ?? ""):\(region):\(accountID):\(end.replacing("*", with: environment))"
        }
    }

    /// The role or user behind the credentials, as IAM names it: a session's ARN has lost the role's path.
    func principal() async throws -> String {
        let caller = try await aws.send(AWSCall("sts", "GetCallerIdentity", .emptyObject))["arn"]?.string ?? ""
        guard caller.contains(":assumed-role/") else { return caller }
        let role = caller.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        let reply = try await aws.send(AWSCall("iam", "GetRole", ["roleName": .string(role)]))
        return reply["role"]?["arn"]?.string ?? caller
    }
}
