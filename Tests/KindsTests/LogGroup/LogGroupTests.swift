import Model
import Testing

@testable import Kinds

@Suite("Observing log groups")
struct LogGroupTests {
    @Test("a longer name of the same beginning is another group")
    func exact() async {
        let groups: Value = [["logGroupName": "/api-old", "arn": "arn:aws:logs:eu-west-1:1:log-group:/api-old:*"]]
        let aws = Scripted(["DescribeLogGroups": ["logGroups": groups]])
        let resource = Resource.sample("LogGroup", "api", [:], awsName: "/api")
        if case .absent = await LogGroup.observe([resource], aws.context)[resource.id] {
        } else {
            Issue.record("only the very name counts")
        }
    }

    @Test("tags are asked of the ARN without its ending")
    func tagARN() async {
        let groups: Value = [["logGroupName": "/api", "arn": "arn:aws:logs:eu-west-1:1:log-group:/api:*"]]
        let aws = Scripted(["DescribeLogGroups": ["logGroups": groups], "ListTagsForResource": ["tags": ["a": "b"]]])
        let resource = Resource.sample("LogGroup", "api", [:], awsName: "/api")
        let live = await LogGroup.observe([resource], aws.context)[resource.id]?.live
        #expect(live?.tags == ["a": "b"])
        #expect(await aws.calls.last?.input == ["resourceArn": "arn:aws:logs:eu-west-1:1:log-group:/api"])
    }

    @Test("a call that fails because one group is missing is asked again in halves")
    func halves() async {
        let aws = Scripted([:], refusing: ["DescribeLogGroups": "ResourceNotFoundException"])
        let resources = (0..<4).map { Resource.sample("LogGroup", "g\($0)", [:]) }
        let seen = await LogGroup.observe(resources, aws.context)
        #expect(seen.values.allSatisfy { if case .absent = $0 { true } else { false } })
        #expect(await aws.calls.count == 7)
    }
}
