import Model

/// CloudWatch Logs' groups.
struct FakeLogGroups: FakeService {
    static let service = "logs"
    private var groups: [String: Value] = [:]
    private var tags: [String: [String: String]] = [:]

    mutating func answer(_ call: AWSCall) throws -> Value? {
        let name = call.input["logGroupName"]?.string ?? ""
        switch call.operation {
        case "CreateLogGroup":
            guard groups[name] == nil else { throw fakeError(call, "ResourceAlreadyExistsException") }
            var group = call.input.defaulting(["logGroupClass": "STANDARD", "deletionProtectionEnabled": false])
            let arn = "arn:aws:logs:eu-west-1:123456789012:log-group:\(name)"
            tags[arn] = (call.input["tags"]?.object ?? [:]).compactMapValues(\.string)
            group["tags"] = nil
            group["arn"] = .string(arn + ":*")
            group["logGroupArn"] = .string(arn)
            group["storedBytes"] = 0
            groups[name] = group
        case "PutRetentionPolicy": groups[name]?["retentionInDays"] = call.input["retentionInDays"]
        case "DeleteRetentionPolicy": groups[name]?["retentionInDays"] = nil
        case "AssociateKmsKey": groups[name]?["kmsKeyId"] = call.input["kmsKeyId"]
        case "DisassociateKmsKey": groups[name]?["kmsKeyId"] = nil
        case "PutLogGroupDeletionProtection":
            groups[call.input["logGroupIdentifier"]?.string ?? ""]?["deletionProtectionEnabled"] =
                call.input["deletionProtectionEnabled"]
        case "DeleteLogGroup":
            guard groups.removeValue(forKey: name) != nil else { throw fakeError(call, "ResourceNotFoundException") }
        case "DescribeLogGroups": return describe(call.input)
        default: return tagging(call)
        }
        return [:]
    }

    private func describe(_ input: Value) -> Value {
        let names = (input["logGroupIdentifiers"]?.list ?? []).compactMap(\.string)
        return ["logGroups": .list(groups.keys.sorted().filter(names.contains).compactMap { groups[$0] })]
    }

    private mutating func tagging(_ call: AWSCall) -> Value? {
        let arn = call.input["resourceArn"]?.string ?? ""
        switch call.operation {
        case "ListTagsForResource": return ["tags": .object((tags[arn] ?? [:]).mapValues { .string($0) })]
        case "TagResource":
            tags[arn]?.merge((call.input["tags"]?.object ?? [:]).compactMapValues(\.string)) { $1 }
        case "UntagResource":
            for key in call.input["tagKeys"]?.list ?? [] { tags[arn]?[key.string ?? ""] = nil }
        default: return nil
        }
        return [:]
    }
}
