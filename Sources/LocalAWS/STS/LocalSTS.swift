import AWSSTS
import Model
import Simulation

/// AWS STS: who calls, and temporary credentials. Sessions are rows of `sts/session` in the registry, by access key.
public enum LocalSTS {
    /// The service with its operations.
    public static let service = LocalService(
        STS.model, throttle: ("Throttling", "Rate exceeded", 400),
        [
            .read("GetCallerIdentity", getCallerIdentity),
            .write("AssumeRole", assumeRole),
            .write("AssumeRoleWithWebIdentity", assumeRoleWithWebIdentity),
        ])

    static func getCallerIdentity(_ world: World, _ request: LocalRequest) -> Value {
        let caller = request.caller
        let name = caller.split(separator: "/").dropFirst().joined(separator: ":")
        let id = caller.hasSuffix(":root") ? world.place.account : "AIDA" + letters(16, of: caller, world) + name
        return ["userId": .string(id), "account": .string(world.place.account), "arn": .string(caller)]
    }

    static func assumeRole(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        try session(&world, request)
    }

    static func assumeRoleWithWebIdentity(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        var output = try session(&world, request)
        output["subjectFromWebIdentityToken"] = "system:serviceaccount:default:local"
        output["provider"] = request["providerId"] ?? "local"
        output["audience"] = "sts.amazonaws.com"
        return output
    }

    /// Credentials of a role, made from the world's dice: the same seed and calls give the same ones.
    private static func session(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let words = (request.text("roleArn") ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard words.count >= 6, words[0] == "arn", words[5].hasPrefix("role/"),
            let name = words[5].split(separator: "/").last
        else { throw Refusal("ValidationError", "\(request.text("roleArn") ?? "") is invalid") }
        let session = request.text("roleSessionName") ?? ""
        let arn = "arn:aws:sts::\(words[4]):assumed-role/\(name)/\(session)"
        let seconds = request["durationSeconds"]?.integer ?? 3600
        let expiration = Value(.number((world.now + .seconds(seconds)).seconds))
        let number = String(world.registry[table].all.count)
        let access = "ASIA" + letters(16, of: "key" + number, world)
        let secret = letters(40, of: "secret" + number, world)
        let token = letters(200, of: "token" + number, world)
        world.registry[table][access] = [
            "secretAccessKey": .string(secret), "sessionToken": .string(token), "arn": .string(arn),
            "expiration": expiration,
        ]
        let id = "AROA" + letters(17, of: String(name), world) + ":" + session
        return [
            "credentials": [
                "accessKeyId": .string(access), "secretAccessKey": .string(secret), "sessionToken": .string(token),
                "expiration": expiration,
            ],
            "assumedRoleUser": ["assumedRoleId": .string(id), "arn": .string(arn)], "packedPolicySize": 1,
        ]
    }

    private static let table = "sts/session"

    /// So many capitals and digits, always the same for `text` in this world.
    private static func letters(_ count: Int, of text: String, _ world: World) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        // FNV-1a: a number for the text that does not depend on the process, as `Hasher` would.
        let number = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return String(
            (0..<count).map { turn in
                alphabet[Int(world.dice.number(in: 0...31, .identifier, number, turn: UInt64(turn)))]
            })
    }
}
