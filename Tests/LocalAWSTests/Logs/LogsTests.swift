import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("CloudWatch Logs' operations")
struct LogsTests {
    private let logs = Asking(LocalLogs.service)

    @Test("a group without retention has no such member; both ARNs are shown, and tags stand on the one without :*")
    func groups() throws {
        try logs.ask("CreateLogGroup", ["logGroupName": "/app/api", "tags": ["team": "web"]])
        var row = try group()
        let arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/app/api"
        #expect(row["logGroupArn"]?.string == arn)
        #expect(row["arn"]?.string == arn + ":*")
        #expect(row["retentionInDays"] == nil)
        try logs.ask("PutRetentionPolicy", ["logGroupName": "/app/api", "retentionInDays": 14])
        try logs.ask("TagResource", ["resourceArn": .string(arn), "tags": ["env": "test"]])
        row = try group()
        #expect(row["retentionInDays"] == 14)
        #expect(
            try logs.ask("ListTagsForResource", ["resourceArn": .string(arn)])["tags"] == [
                "team": "web", "env": "test",
            ])
        try logs.ask("DeleteRetentionPolicy", ["logGroupName": "/app/api"])
        #expect(try group()["retentionInDays"] == nil)
    }

    @Test(
        "duplicates, unknown groups, odd retentions and protected groups are refused",
        arguments: [
            ("CreateLogGroup", ["logGroupName": "g"], "ResourceAlreadyExistsException"),
            ("DeleteLogGroup", ["logGroupName": "none"], "ResourceNotFoundException"),
            ("PutRetentionPolicy", ["logGroupName": "g", "retentionInDays": 2], "InvalidParameterException"),
            ("DeleteLogGroup", ["logGroupName": "g"], "ValidationException"),
        ] as [(String, Value, String)])
    func refusals(operation: String, input: Value, code: String) throws {
        try logs.ask("CreateLogGroup", ["logGroupName": "g", "deletionProtectionEnabled": true])
        let refusal = #expect(throws: Refusal.self) {
            try logs.ask(operation, input)
        }
        #expect(refusal?.code == code)
    }

    @Test("events come back in the order of their times, page by page, and are found by what they say")
    func events() throws {
        try logs.ask("CreateLogGroup", ["logGroupName": "/app/api"])
        let stream: [String: Value] = ["logGroupName": "/app/api", "logStreamName": "s"]
        try logs.ask("CreateLogStream", .object(stream))
        for first in [3, 1] {
            let events: Value = .list(
                (first..<first + 2).map { ["timestamp": .integer($0 * 1000), "message": .string("line \($0)")] })
            try logs.ask("PutLogEvents", .object(stream.merging(["logEvents": events]) { $1 }))
        }
        let head = try logs.ask("GetLogEvents", .object(stream.merging(["startFromHead": true, "limit": 3]) { $1 }))
        #expect(messages(head) == ["line 1", "line 2", "line 3"])
        let rest = try logs.ask(
            "GetLogEvents", .object(stream.merging(["nextToken": head["nextForwardToken"] ?? ""]) { $1 }))
        #expect(messages(rest) == ["line 4"])
        let found = try logs.ask("FilterLogEvents", ["logGroupName": "/app/api", "filterPattern": "\"2\""])
        #expect(messages(found) == ["line 2"])
        let row = try logs.ask("DescribeLogStreams", ["logGroupName": "/app/api"])["logStreams"]?.list?.first
        #expect(row?["firstEventTimestamp"] == 1000)
        try logs.ask("DeleteLogGroup", ["logGroupName": "/app/api"])
        try logs.ask("CreateLogGroup", ["logGroupName": "/app/api"])
        #expect(try logs.ask("DescribeLogStreams", ["logGroupName": "/app/api"])["logStreams"]?.list?.isEmpty == true)
    }

    private func messages(_ reply: Value) -> [String?]? { reply["events"]?.list?.map { $0["message"]?.string } }

    private func group() throws -> Value {
        try logs.ask("DescribeLogGroups", ["logGroupNamePrefix": "/app"])["logGroups"]?.list?.first ?? .null
    }
}
