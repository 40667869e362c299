import Model
import Simulation
import Testing

@testable import LocalAWS

@Suite("ECS tags and settings")
struct ECSTagOperationsTests {
    @Test("tags of clusters and task definitions are put, replaced, taken and listed by ARN")
    func tags() throws {
        var rig = ECSRig()
        let cluster = try #require(try rig.call("CreateCluster", ["clusterName": "prod"])["cluster"]?["clusterArn"])
        let definition = try #require(try rig.register()["taskDefinitionArn"])
        for arn in [cluster, definition] {
            try rig.call("TagResource", ["resourceArn": arn, "tags": [["key": "a", "value": "1"]]])
            try rig.call(
                "TagResource",
                ["resourceArn": arn, "tags": [["key": "b", "value": "2"], ["key": "a", "value": "3"]]])
            let tags = try rig.call("ListTagsForResource", ["resourceArn": arn])["tags"]
            #expect(tags == [["key": "a", "value": "3"], ["key": "b", "value": "2"]])
            try rig.call("UntagResource", ["resourceArn": arn, "tagKeys": ["a"]])
            let left = try rig.call("ListTagsForResource", ["resourceArn": arn])["tags"]
            #expect(left == [["key": "b", "value": "2"]])
        }
    }

    @Test("what is not there, short ARNs and AWS's own prefix are refused")
    func refused() throws {
        var rig = ECSRig()
        let front = "arn:aws:ecs:eu-west-1:123456789012:"
        try rig.call("CreateCluster", ["clusterName": "prod"])
        let codes = try ["cluster/nope", "service/prod/nope", "task-definition/nope:1", "service/nope"].map {
            try rig.refusal("ListTagsForResource", ["resourceArn": .string(front + $0)])?.code
        }
        #expect(
            codes == [
                "ClusterNotFoundException", "ServiceNotFoundException", "ClientException",
                "InvalidParameterException",
            ])
        let own: Value = [
            "resourceArn": .string(front + "cluster/prod"), "tags": [["key": "aws:x", "value": "1"]],
        ]
        #expect(try rig.refusal("TagResource", own)?.code == "InvalidParameterException")
    }

    @Test("account settings are put, listed by name and value, and deleted")
    func settings() throws {
        var rig = ECSRig()
        #expect(try rig.call("ListAccountSettings")["settings"] == [])
        try rig.call("PutAccountSetting", ["name": "serviceLongArnFormat", "value": "enabled"])
        try rig.call("PutAccountSetting", ["name": "taskLongArnFormat", "value": "disabled"])
        let enabled = try rig.call("ListAccountSettings", ["value": "enabled"])["settings"]?.list
        #expect(enabled?.map { $0["name"]?.string } == ["serviceLongArnFormat"])
        try rig.call("DeleteAccountSetting", ["name": "serviceLongArnFormat"])
        let left = try rig.call("ListAccountSettings")["settings"]?.list
        #expect(left?.map { $0["name"]?.string } == ["taskLongArnFormat"])
    }
}
