import Model

// Whether the credentials may hand on the roles that manifests name (`iam:PassRole`).
extension OutsideCheck {
    /// The roles among `names` that somebody is given.
    static func passing(_ names: [OutsideName]) -> [OutsideName] {
        names.compactMap { name in
            guard kindsByName[name.resource.kind]?.passesRolesTo != nil else { return nil }
            var passed = name
            switch name.sort {
            case .role: passed.sort = .passedRole
            case .instanceProfile: passed.sort = .passedProfile
            default: return nil
            }
            return passed
        }
    }

    func passedRole(_ name: OutsideName) async -> OutsideAnswer.Finding {
        await passed(name) {
            if name.name.hasPrefix("arn:") { return [name.name] }
            let reply = try await aws.send(AWSCall("iam", "GetRole", ["roleName": .string(name.name)]))
            return [reply["role"]?["arn"]?.string].compactMap { $0 }
        }
    }

    func passedProfile(_ name: OutsideName) async -> OutsideAnswer.Finding {
        await passed(name) {
            let call = AWSCall("iam", "GetInstanceProfile", ["instanceProfileName": .string(name.name)])
            let roles = try await aws.send(call)["instanceProfile"]?["roles"]?.list ?? []
            return roles.compactMap { $0["arn"]?.string }
        }
    }

    private func passed(_ name: OutsideName, _ roles: () async throws -> [String]) async -> OutsideAnswer.Finding {
        let service = kindsByName[name.resource.kind]?.passesRolesTo ?? ""
        do {
            let principal = try await principal()
            for role in try await roles() where try await !isAllowed(principal, toPass: role, to: service) {
                return .missing(
                    "\(principal) may not pass \(role) to \(service)",
                    fix: "allow iam:PassRole of it in a policy of the role")
            }
            return .there
        } catch {
            return .unknown(Self.reason(error))
        }
    }

    private func isAllowed(_ principal: String, toPass role: String, to service: String) async throws -> Bool {
        let context: Value = [
            "contextKeyName": "iam:PassedToService", "contextKeyType": "string", "contextKeyValues": [.string(service)],
        ]
        let input: Value = [
            "policySourceArn": .string(principal), "actionNames": ["iam:PassRole"], "resourceArns": [.string(role)],
            "contextEntries": [context],
        ]
        let results = try await aws.sendAll(AWSCall("iam", "SimulatePrincipalPolicy", input))["evaluationResults"]?.list
        return results?.first?["evalDecision"]?.string == "allowed"
    }
}
