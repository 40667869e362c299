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

    /// A session of a role: the same seed and calls give the same credentials.
    private static func session(_ world: inout World, _ request: LocalRequest) throws(Refusal) -> Value {
        let words = (request.text("roleArn") ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard words.count >= 6, words[0] == "arn", words[5].hasPrefix("role/"),
            let role = words[5].split(separator: "/").last
        else { throw Refusal("ValidationError", "\(request.text("roleArn") ?? "") is invalid") }
        let name = request.text("roleSessionName") ?? ""
        let arn = "arn:aws:sts::\(words[4]):assumed-role/\(role)/\(name)"
        let lasting = Span.seconds(request["durationSeconds"]?.integer ?? 3600)
        let id = "AROA" + letters(17, of: String(role), world) + ":" + name
        return [
            "credentials": credentials(&world, of: arn, until: world.now + lasting),
            "assumedRoleUser": ["assumedRoleId": .string(id), "arn": .string(arn)], "packedPolicySize": 1,
        ]
    }

    /// Temporary credentials, written down so that signatures made with them can be verified.
    private static func credentials(_ world: inout World, of arn: String, until end: Instant) -> Value {
        let number = String(world.registry[table].all.count)
        let access = "ASIA" + letters(16, of: "key" + number, world)
        var row: Value = [
            "secretAccessKey": .string(letters(40, of: "secret" + number, world)),
            "sessionToken": .string(letters(200, of: "token" + number, world)),
            "expiration": end.shown,
        ]
        let shown = row
        row["arn"] = .string(arn)
        world.registry[table][access] = row
        return .object((shown.object ?? [:]).merging(["accessKeyId": .string(access)]) { $1 })
    }

    /// Where sessions stand, by access key.
    static let table = "sts/session"

    /// So many capitals and digits, always the same for `text` in this world.
    private static func letters(_ count: Int, of text: String, _ world: World) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let number = Dice.number(of: text)
        return String(
            (0..<count).map { turn in
                alphabet[Int(world.dice.number(in: 0...31, .identifier, number, turn: UInt64(turn)))]
            })
    }
}
