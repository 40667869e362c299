import AWSSecrets
import Model
import Simulation

/// Secrets Manager as the embedded AWS serves it: which secrets there are. What they hold is not kept, as nobody reads it.
enum LocalSecrets {
    static let service = LocalService(
        Secrets.model, throttle: ("ThrottlingException", "Rate exceeded", 400),
        [
            .write("CreateSecret", createSecret), .read("DescribeSecret", describeSecret),
            .read("ListSecrets", listSecrets), .write("DeleteSecret", deleteSecret),
        ])

    private static let table = "secretsmanager/secret"
    /// Days until a deleted secret is gone, unless the request says otherwise.
    private static let window = 30

    private static func createSecret(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("name") ?? ""
        guard world.registry[table][name] == nil else {
            throw Refusal(
                "ResourceExistsException", "The operation failed because the secret \(name) already exists.")
        }
        let version = world.mintUUID()
        let suffix = String(world.mintUUID().filter { $0 != "-" }.prefix(6))
        var row: Value = [
            "arn": .string(world.place.arn("secretsmanager", "secret:\(name)-\(suffix)")),
            "name": .string(name), "createdDate": world.now.shown, "lastChangedDate": world.now.shown,
            "versionIdsToStages": [version: ["AWSCURRENT"]],
        ]
        for member in ["description", "kmsKeyId", "tags"] { row[member] = request[member] }
        world.registry[table][name] = row
        return ["arn": row["arn"] ?? .null, "name": .string(name), "versionId": .string(version)]
    }

    private static func describeSecret(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        try row(world, request)
    }

    private static func listSecrets(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let showsDeleted = request["includePlannedDeletion"]?.bool ?? false
        let rows = world.registry[table].values.filter { showsDeleted || $0["deletedDate"] == nil }
        let page = try request.page(rows, size: 100, invalidToken: "InvalidNextTokenException")
        var reply: Value = ["secretList": .list(page.items)]
        reply["nextToken"] = page.next.map { .string($0) }
        return reply
    }

    private static func deleteSecret(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var row = try row(world, request)
        let name = row["name"]?.string ?? ""
        let days = request["recoveryWindowInDays"]?.integer ?? window
        let isAtOnce = request["forceDeleteWithoutRecovery"]?.bool ?? false
        row["deletedDate"] = (isAtOnce ? world.now : world.now + .hours(days * 24)).shown
        world.registry[table][name] = isAtOnce ? nil : row
        return row.picking(["arn", "name"]).merging("deletionDate", row["deletedDate"])
    }

    /// By name, by ARN, or by ARN without the six characters that AWS adds.
    private static func row(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let id = request.text("secretId") ?? ""
        if let row = world.registry[table][id] { return row }
        let found = world.registry[table].values.first { row in
            let arn = row["arn"]?.string ?? ""
            return arn == id || String(arn.dropLast(7)) == id
        }
        guard let found else {
            throw Refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
        }
        return found
    }
}

extension Value {
    /// With one more member.
    fileprivate func merging(_ name: String, _ value: Value?) -> Value {
        var copy = self
        copy[name] = value
        return copy
    }
}
