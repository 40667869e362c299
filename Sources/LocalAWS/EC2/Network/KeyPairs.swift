import Model
import Simulation

/// Key pairs; the private halves open nothing.
enum KeyPairs {
    static let operations: [LocalOperation] = [
        .write("CreateKeyPair", create), .write("DeleteKeyPair", delete), .read("DescribeKeyPairs", describe),
    ]

    private static func create(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let name = request.text("keyName") ?? ""
        if find(name, world) != nil {
            throw Refusal("InvalidKeyPair.Duplicate", "The keypair '\(name)' already exists.")
        }
        let id = world.mintID("key-")
        let digits = Array(world.mintID("") + world.mintID("") + world.mintID(""))
        let fingerprint = (0..<20).map { String(digits[($0 * 2)...($0 * 2 + 1)]) }.joined(separator: ":")
        let row: Value = [
            "keyPairId": .string(id), "keyName": .string(name), "keyType": request["keyType"] ?? "rsa",
            "keyFingerprint": .string(fingerprint), "createTime": world.now.shown,
            "tags": request.tags(for: "key-pair"),
        ]
        world.registry["ec2/key-pair"][id] = row
        let material = "-----BEGIN RSA PRIVATE KEY-----\n\(String(digits))\n-----END RSA PRIVATE KEY-----"
        return row.overlaid(with: ["keyMaterial": .string(material)])
    }

    private static func find(_ name: String, _ world: World) -> Value? {
        world.registry["ec2/key-pair"].values.first { $0["keyName"]?.string == name }
    }

    /// A key that is not there is deleted already.
    private static func delete(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let named = request.text("keyName").flatMap { find($0, world)?["keyPairId"]?.string }
        guard let id = request.text("keyPairId") ?? named else { return ["return": true] }
        world.registry["ec2/key-pair"][id] = nil
        return ["return": true, "keyPairId": .string(id)]
    }

    private static func describe(_ world: World, _ request: LocalRequest) throws(Refusal) -> Value {
        let names = request.texts("keyNames")
        var rows = EC2Kind.keyPair.rows(world)
        for name in names where find(name, world) == nil { throw EC2Kind.keyPair.notFound(name) }
        if !names.isEmpty { rows.removeAll { !names.contains($0["keyName"]?.string ?? "") } }
        return try EC2Kind.keyPair.describe(world, request, rows: rows)
    }
}
