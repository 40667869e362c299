import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("STS's operations")
struct STSTests {
    private let sts = Asking(LocalSTS.service)

    @Test("the caller is who the request says")
    func caller() throws {
        let who = try sts.ask("GetCallerIdentity")
        #expect(who["arn"] == "arn:aws:iam::123456789012:root")
        #expect(who["account"] == "123456789012")
        #expect(who["userId"] == "123456789012")
    }

    @Test("a role's credentials differ each time, last as long as asked, and are the same with the same seed")
    func roles() throws {
        let input: Value = [
            "roleArn": "arn:aws:iam::123456789012:role/deploy", "roleSessionName": "me", "durationSeconds": 900,
        ]
        let other = Asking(LocalSTS.service)
        let first = try sts.ask("AssumeRole", input)
        let second = try sts.ask("AssumeRole", input)
        #expect(first["assumedRoleUser"]?["arn"] == "arn:aws:sts::123456789012:assumed-role/deploy/me")
        #expect(first["credentials"]?["expiration"]?.number == Asking.start.seconds + 900)
        #expect(first["credentials"]?["accessKeyId"]?.string?.hasPrefix("ASIA") == true)
        #expect(first["credentials"]?["accessKeyId"] != second["credentials"]?["accessKeyId"])
        #expect(first["assumedRoleUser"] == second["assumedRoleUser"])
        #expect(try other.ask("AssumeRole", input) == first)
        let web = try sts.ask(
            "AssumeRoleWithWebIdentity", .object((input.object ?? [:]).merging(["webIdentityToken": "t"]) { $1 }))
        #expect(web["audience"] == "sts.amazonaws.com")
    }

    @Test("what is no role is refused")
    func refused() {
        #expect(throws: Refusal.self) {
            try sts.ask("AssumeRole", ["roleArn": "deploy", "roleSessionName": "me"])
        }
    }
}
